"""What an OpenDocument spreadsheet says beside the cells that python-calamine reads, and what that loses of them.

OpenDocument 1.3 part 3, 9 (tables), 6.1 (white space) and 19.675 (visibility). The content is parsed only if there is a
sign of such a thing.
"""

import io
import re
import zipfile
from dataclasses import replace
from xml.parsers import expat

from analysis.intake.files import BookMarks
from analysis.intake.files.ods_scan import TIME_OF_DAY, scan_content
from analysis.intake.files.package_parts import DAMAGED
from analysis.intake.personal_data import holds_code

_ANNOTATION = re.compile(r"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_NULL_DATE = re.compile(rb"<table:null-date\b[^>]*\bdate-value=[\"']1904-01-01")
_HEAD = 1_000_000
"""The settings of calculation are before the sheets."""
# What the reader loses or hides: white space as elements, links, errors, visibility, durations. A pattern is looked
# for where its word is, since looking for a word is faster.
_SIGNS = {
    b"<text:": re.compile(rb"<text:(?:tab|line-break|a)\b"),
    b"table:formula=": re.compile(rb'HYPERLINK\(|value-type="error"'),
    b"table:visibility=": re.compile(rb"table:visibility=[\"'](?:collapse|filter)"),
    b"office:time-value=": re.compile(rf"office:time-value=[\"'](?!{TIME_OF_DAY}[\"'])".encode()),
}


def ods_marks(data: bytes) -> BookMarks:
    """The marks of an OpenDocument spreadsheet, and the blocks of cells whose values the reader loses."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content, meta = (_part(archive, name) for name in ("content.xml", "meta.xml"))
    comments = _ANNOTATION.findall(content.decode("utf-8", "replace")) if b"<office:annotation" in content else []
    secret = any(holds_code(_TAGS.sub(" ", prose)) for prose in (*comments, meta.decode("utf-8", "replace")))
    of_1904 = content.find(b"null-date", 0, _HEAD) >= 0 and _NULL_DATE.search(content, 0, _HEAD) is not None
    marks = BookMarks(epoch_1904=of_1904, holds_identity_code=secret)
    if not any(word in content and pattern.search(content) for word, pattern in _SIGNS.items()):
        return marks
    try:
        of_sheets, blocks = scan_content(content)
    except expat.ExpatError:
        return marks
    return replace(marks, marks=of_sheets, blocks=blocks)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except DAMAGED:
        return b""
