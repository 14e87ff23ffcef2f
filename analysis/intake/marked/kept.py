"""What of a workbook openpyxl would lose: it writes again what it understands, and leaves out all else."""

import io
import re
import zipfile
from collections.abc import Iterator

from analysis.intake.marked.lists import only_lists
from analysis.intake.marked.order import Reason

# Written again, or made anew by whoever opens the workbook, or not part of what a person sees in it: the chain of
# calculation, settings of a printer, a small picture of the file, labels of a document store.
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|.*/|docProps/.*|docMetadata/.*|customXml/.*"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain)\.xml|xl/theme/theme[0-9]*\.xml"
    r"|xl/worksheets/[^/]*\.xml|xl/printerSettings/.*|xl/externalLinks/[^/]*\.xml"
    r"|xl/comments[0-9]*\.xml|xl/comments/[^/]*\.xml|xl/tables/[^/]*\.xml",
    re.IGNORECASE,
)
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_DRAWING = re.compile(r"xl/drawings/[^/]*\.(xml|vml)", re.IGNORECASE)
_MACROS = re.compile(r"xl/(?:vbaProject|macrosheets/)", re.IGNORECASE)
_SOMETHING_DRAWN = re.compile(rb"<(?:\w+:)?(?:twoCellAnchor|oneCellAnchor|absoluteAnchor)\b")
_NO_NOTE = re.compile(rb"ObjectType\s*=\s*[\"'](?!Note[\"'])")
# Elements of a sheet that have no place in openpyxl: buttons, embedded documents, a background, views of one's own.
_LOST_IN_SHEET = re.compile(
    rb"<(?:\w+:)?(?:AlternateContent|controls|oleObjects|picture|customSheetViews|legacyDrawingHF)\b"
)


def lost(data: bytes) -> Reason:
    """Why an xlsx or xlsm cannot be written again as it is: "macros", "parts", or "" where nothing would be missing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any(map(_MACROS.match, archive.namelist())):
            return "macros"
        return "parts" if any(_lost(archive)) else ""


def _lost(archive: zipfile.ZipFile) -> Iterator[bool]:
    for name in archive.namelist():
        if drawing := _DRAWING.fullmatch(name):
            pattern = _SOMETHING_DRAWN if drawing[1].casefold() == "xml" else _NO_NOTE
            yield pattern.search(archive.read(name)) is not None
        elif _SHEET.fullmatch(name):
            xml = archive.read(name)
            # Extensions are conditional formats of newer kinds, small charts in cells, and lists, which are put back.
            yield _LOST_IN_SHEET.search(xml) is not None or not only_lists(xml)
        else:
            yield _KEPT.fullmatch(name) is None
