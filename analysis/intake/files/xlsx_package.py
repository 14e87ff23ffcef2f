"""The parts of an xlsx or xlsm package of usual names: its sheets, their marks and areas, prose outside of cells."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from xml.parsers.expat import ExpatError

from openpyxl.utils.cell import column_index_from_string

from analysis.intake.files import Marks
from analysis.intake.files.package_parts import UNREADABLE, PackageParts
from analysis.intake.files.sheet_marks import marks_of
from analysis.intake.personal_data import holds_code

WORKBOOK = "xl/workbook.xml"
# Parts beside the sheets that hold what people write.
_PROSE = re.compile(r"docProps/|customXml/|xl/(?:comments|threadedComments|persons|drawings|charts|tables|queryTables)")
_ANNOTATION = re.compile(r"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_ROW_NUMBER = re.compile(rb"\br=[\"']([0-9]{1,7})[\"']")
_COLUMN = re.compile(rb"\br=[\"']([A-Z]{1,3})[0-9]")
_DIMENSION = re.compile(rb"dimension\b[^>]*?\bref=[\"'](?:[A-Z]+[0-9]+:)?([A-Z]{1,3})[0-9]+[\"']")
_HEAD = 5000
_AREA = re.compile(r"\$?[A-Z]+\$?[0-9]+:\$?[A-Z]+\$?([0-9]+)")


Area = tuple[int, int]
"""How far a sheet's cells reach: its last row and column; both 0 if that is not known."""


@dataclass(frozen=True)
class XlsxPackage:
    """Marks and areas by sheet name, the day system, and whether an identity code is in a part that is no cell."""

    marks: Mapping[str, Marks] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    epoch_1904: bool = False
    holds_identity_code: bool = False


def package_of(data: bytes) -> XlsxPackage:
    """The package of an xlsx or xlsm, without the parts that cannot be parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = PackageParts.of(archive)
        workbook = package.xml(WORKBOOK)
        if workbook is None:
            return XlsxPackage()
        marks, areas = {}, {}
        for name, part in sheets_of(archive):
            marks[name], areas[name] = _sheet(package, part)
        properties = workbook.find("{*}workbookPr")
        epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        prose = (name for name in archive.namelist() if _PROSE.match(name) and name.endswith((".xml", ".vml")))
        texts = (archive.read(name).decode("utf-8", "replace") for name in prose)
        # A code may be parted by tags, and stand right behind the name of a comment's author.
        secrets = any(holds_code(_TAGS.sub("", text)) or holds_code(_TAGS.sub(" ", text)) for text in texts)
        return XlsxPackage(marks, areas, epoch_1904, secrets)


def comments_hold_code(data: bytes) -> bool:
    """Whether an identity code is in the comments or properties of an OpenDocument file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {"content.xml", "meta.xml"}.intersection(archive.namelist())
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in names}
    comments = _ANNOTATION.findall(parts.get("content.xml", ""))
    return any(holds_code(_TAGS.sub(" ", prose)) for prose in (*comments, parts.get("meta.xml", "")))


def _sheet(package: PackageParts, part: str) -> tuple[Marks, Area]:
    """Marks and area of a sheet, none if it cannot be parsed."""
    try:
        xml = package.archive.read(part)
        relations = package.relations(part)
        marks = marks_of(xml, {each.id: each.target for each in relations if not each.inside})
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
    last = _ROW_NUMBER.search(xml, max(xml.rfind(b"<row ", 0, end), xml.rfind(b":row ", 0, end), 0), end)
    rows = int(last[1]) if last else 0
    dimension = _DIMENSION.search(xml, 0, _HEAD)
    letters = {dimension[1]} if dimension else {b"A", *_COLUMN.findall(xml)}
    return rows, max(column_index_from_string(each.decode()) for each in letters)


def sheets_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet, none if the workbook cannot be parsed."""
    package = PackageParts.of(archive)
    workbook = package.xml(WORKBOOK)
    parts = {each.id: each.target for each in package.relations(WORKBOOK) if each.inside}
    for sheet in workbook.iterfind(".//{*}sheets/{*}sheet") if workbook is not None else ():
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if relation in parts:
            yield sheet.get("name", ""), parts[relation]
