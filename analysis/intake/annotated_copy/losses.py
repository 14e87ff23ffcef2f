"""The parts of a workbook that openpyxl would lose: it writes again what it understands, and leaves out all else.

Drop-down lists that take their words from another sheet are among them, in an extension of Excel. Our own template has
them, so they are put back into the copy.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, register_namespace, tostring

from defusedxml.ElementTree import fromstring

from analysis.intake.annotated_copy.annotation import Reason
from analysis.intake.files.xlsx_package import WORKBOOK, sheets_of

# Written again by openpyxl, made anew by the program that opens the workbook, or invisible: the chain of calculation,
# settings of a printer, labels of a document store.
_SAFE_PART = re.compile(
    r"\[Content_Types\]\.xml|.*\.rels|.*/|docProps/.*|docMetadata/.*|customXml/.*"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain)\.xml|xl/theme/theme[0-9]*\.xml"
    r"|xl/worksheets/[^/]*\.xml|xl/printerSettings/.*|xl/externalLinks/[^/]*\.xml"
    r"|xl/comments[0-9]*\.xml|xl/comments/[^/]*\.xml|xl/tables/[^/]*\.xml",
    re.IGNORECASE,
)
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_DRAWING = re.compile(r"xl/drawings/[^/]*\.(xml|vml)", re.IGNORECASE)
_MACROS = re.compile(r"xl/(?:vbaProject|macrosheets/)", re.IGNORECASE)
_ANCHOR = re.compile(rb"<(?:\w+:)?(?:twoCellAnchor|oneCellAnchor|absoluteAnchor)\b")
_NO_NOTE = re.compile(rb"ObjectType\s*=\s*[\"'](?!Note[\"'])")
# Elements of a sheet that openpyxl drops: buttons, embedded documents, a background, custom views.
_DROPPED_ELEMENT = re.compile(
    rb"<(?:\w+:)?(?:AlternateContent|controls|oleObjects|picture|customSheetViews|legacyDrawingHF)\b"
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
LISTS = b"{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"
_REVISION = "{http://schemas.microsoft.com/office/spreadsheetml/2014/revision}"
_EXTENSIONS = re.compile(rb"<(?:\w+:)?extLst\b")
_URI = re.compile(rb"<(?:\w+:)?ext\b[^>]*\buri\s*=\s*[\"']([^\"']*)")
_END = b"</worksheet>"

for prefix, address in (
    ("", MAIN),
    ("x14", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"),
    ("xm", "http://schemas.microsoft.com/office/excel/2006/main"),
):
    register_namespace(prefix, address)


def reason_for_loss(data: bytes) -> Reason:
    """Why an xlsx or xlsm cannot be written again as it is: "macros", "parts", "rebuilt", or "" if it can.

    "rebuilt" is a workbook of the strict kind, of which openpyxl sees no sheet. ``data``: with parts of usual names.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if _STRICT in archive.read(WORKBOOK):
            return "rebuilt"
        if any(map(_MACROS.match, archive.namelist())):
            return "macros"
        return "parts" if any(_losses(archive)) else ""


def _losses(archive: zipfile.ZipFile) -> Iterator[bool]:
    """Of each part whether something of it would be lost."""
    for name in archive.namelist():
        if drawing := _DRAWING.fullmatch(name):
            pattern = _ANCHOR if drawing[1].casefold() == "xml" else _NO_NOTE
            yield pattern.search(archive.read(name)) is not None
        elif _SHEET.fullmatch(name):
            xml = archive.read(name)
            # Extensions are conditional formats of newer kinds, small charts in cells, and lists, which are put back.
            places = [match.start() for match in _EXTENSIONS.finditer(xml)]
            addresses = {each.upper() for place in places[:1] for each in _URI.findall(xml, place)}
            yield _DROPPED_ELEMENT.search(xml) is not None or bool(places and (len(places) > 1 or addresses != {LISTS}))
        else:
            yield _SAFE_PART.fullmatch(name) is None


def lists_of(data: bytes) -> dict[str, bytes]:
    """The lists of each sheet that has some, as XML, by the sheet's name."""
    lists: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name, part in sheets_of(archive):
            xml = archive.read(part)
            extensions: Element | None = fromstring(xml).find(f"{{{MAIN}}}extLst") if _EXTENSIONS.search(xml) else None
            if extensions is not None:
                for element in extensions.iter():
                    for attribute in [each for each in element.attrib if each.startswith(_REVISION)]:
                        del element.attrib[attribute]
                extensions.tail = None
                lists[name] = tostring(extensions)
    return lists


def with_lists(data: bytes, lists: Mapping[str, bytes]) -> bytes:
    """The workbook with these lists put into its sheets."""
    if not lists:
        return data
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        by_part = {part: lists[name] for name, part in sheets_of(old) if name in lists}
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(_END, by_part.get(name, b"") + _END))
    return file.getvalue()
