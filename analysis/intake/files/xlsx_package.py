"""The parts of an xlsx or xlsm package of usual names: its sheets, their marks and areas, prose outside of cells."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from xml.parsers.expat import ExpatError

from analysis.intake.column_names import column_number
from analysis.intake.files import Area, BookMarks, Marks
from analysis.intake.files.package_parts import UNREADABLE, PackageParts
from analysis.intake.files.sheet_marks import marks_of
from analysis.intake.personal_data import holds_code

WORKBOOK = "xl/workbook.xml"
# Parts beside the sheets that hold what people write.
_PROSE = re.compile(r"docProps/|customXml/|xl/(?:comments|threadedComments|persons|drawings|charts|tables|queryTables)")
_TAGS = re.compile(r"<[^>]+>")
_ROW_NUMBER = re.compile(rb"\br=[\"']([0-9]{1,7})[\"']")
_COLUMN = re.compile(rb"\br=[\"']([A-Z]{1,3})[0-9]")
_DIMENSION = re.compile(rb"dimension\b[^>]*?\bref=[\"'](?:[A-Z]+[0-9]+:)?([A-Z]{1,3})[0-9]+[\"']")
_HEAD = 5000
_AREA = re.compile(r"\$?[A-Z]+\$?[0-9]+:\$?[A-Z]+\$?([0-9]+)")


def xlsx_marks(data: bytes) -> BookMarks:
    """The marks of an xlsx or xlsm, without the parts that cannot be parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = PackageParts.of(archive)
        workbook = package.xml(WORKBOOK)
        if workbook is None:
            return BookMarks()
        marks, areas, struck = {}, {}, _struck_styles(package)
        for name, part in sheets_of(archive):
            marks[name], areas[name] = _sheet(package, part, struck)
        properties = workbook.find("{*}workbookPr")
        epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        prose = (name for name in archive.namelist() if _PROSE.match(name) and name.endswith((".xml", ".vml")))
        texts = (archive.read(name).decode("utf-8", "replace") for name in prose)
        # A code may be parted by tags, and stand right behind the name of a comment's author.
        secrets = any(holds_code(_TAGS.sub("", text)) or holds_code(_TAGS.sub(" ", text)) for text in texts)
        return BookMarks(marks, areas, epoch_1904=epoch_1904, holds_identity_code=secrets)


def _struck_styles(package: PackageParts) -> frozenset[str]:
    """The numbers, as cells name them, of the styles whose font is struck through; none if they cannot be parsed.

    ECMA-376 part 1, 18.8.22 and 18.8.10.
    """
    part = next((each.target for each in package.relations(WORKBOOK) if each.kind == "styles" and each.inside), None)
    try:
        # Looked for before anything is parsed: hardly any workbook has such a font.
        styles = package.xml(part) if part and b"strike" in package.archive.read(part) else None
    except UNREADABLE:
        return frozenset()
    if styles is None:
        return frozenset()
    marks = (font.find("{*}strike") for font in styles.iterfind("{*}fonts/{*}font"))
    struck = [mark is not None and mark.get("val") not in ("0", "false") for mark in marks]
    fonts = {str(number) for number, is_struck in enumerate(struck) if is_struck}
    formats = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(number) for number, each in formats if each.get("fontId") in fonts)


def _sheet(package: PackageParts, part: str, struck: frozenset[str]) -> tuple[Marks, Area]:
    """Marks and area of a sheet, none if it cannot be parsed; ``struck``: the styles that are struck through."""
    try:
        xml = package.archive.read(part)
        relations = package.relations(part)
        marks = marks_of(xml, {each.id: each.target for each in relations if not each.inside}, struck)
        totals = [_totals_rows(package, each.target) for each in relations if each.kind == "table" and each.inside]
        return replace(marks, totals_rows=frozenset(chain.from_iterable(totals))), _area(xml)
    except (*UNREADABLE, ExpatError):
        return Marks(), (0, 0)


def _totals_rows(package: PackageParts, part: str) -> range:
    """The rows of the sheet that are totals of an Excel table (ECMA-376 part 1, 18.5.1.2).

    Its attribute ``totalsRowShown`` says only that there were some once.
    """
    table = package.xml(part)
    area = _AREA.fullmatch(table.get("ref", "")) if table is not None else None
    count = int(table.get("totalsRowCount", "0")) if table is not None else 0
    return range(int(area[1]) - count + 1, int(area[1]) + 1) if area and 0 < count < 3 else range(0)


def _area(xml: bytes) -> Area:
    """The area by the sheet's own dimension, else by the addresses of its cells.

    With a false dimension the quick reader reaches the bound of its memory.
    """
    end = max(xml.rfind(b"sheetData>"), 0)
    row = max(xml.rfind(b"<row ", 0, end), 0)
    last = _ROW_NUMBER.search(xml, max(xml.rfind(b":row ", row, end), row), end)
    rows = int(last[1]) if last else 0
    dimension = _DIMENSION.search(xml, 0, _HEAD)
    letters = {dimension[1]} if dimension else {b"A", *_COLUMN.findall(xml)}
    return rows, max(column_number(each.decode()) for each in letters)


def sheets_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet, none if the workbook cannot be parsed."""
    package = PackageParts.of(archive)
    workbook = package.xml(WORKBOOK)
    parts = {each.id: each.target for each in package.relations(WORKBOOK) if each.inside}
    for sheet in workbook.iterfind(".//{*}sheets/{*}sheet") if workbook is not None else ():
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if relation in parts:
            yield sheet.get("name", ""), parts[relation]
