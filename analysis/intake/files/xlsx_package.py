"""The parts of an xlsx or xlsm package: its sheets, their marks and areas, prose outside of cells."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError
from xml.parsers.expat import ExpatError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl.utils.cell import column_index_from_string

from analysis.intake.files import Marks
from analysis.intake.files.formats import DAMAGED
from analysis.intake.files.sheet_marks import marks_of
from analysis.intake.files.sheet_styles import struck_styles
from analysis.intake.personal_data import holds_code

WORKBOOK = "xl/workbook.xml"
_UNREADABLE = (*DAMAGED, ParseError, ExpatError, DefusedXmlException, AttributeError)
# Parts beside the sheets that hold what people write.
_PROSE = re.compile(r"docProps/|customXml/|xl/(?:comments|threadedComments|persons|drawings|charts|tables|queryTables)")
_ANNOTATION = re.compile(r"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")
_ROW_NUMBER = re.compile(rb"\br=[\"']([0-9]{1,7})[\"']")
_COLUMN = re.compile(rb"\br=[\"']([A-Z]{1,3})[0-9]")
_DIMENSION = re.compile(rb"dimension\b[^>]*?\bref=[\"'](?:[A-Z]+[0-9]+:)?([A-Z]{1,3})[0-9]+[\"']")
_HEAD = 5000


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
        workbook = _xml(archive, WORKBOOK)
        if workbook is None:
            return XlsxPackage()
        marks, areas, struck = {}, {}, _struck_styles(archive)
        for name, part in sheets_of(archive, workbook):
            marks[name], areas[name] = _sheet(archive, part, struck)
        properties = workbook.find("{*}workbookPr")
        epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        prose = (name for name in archive.namelist() if _PROSE.match(name) and name.endswith((".xml", ".vml")))
        secrets = any(holds_code(_TAGS.sub("", archive.read(name).decode("utf-8", "replace"))) for name in prose)
        return XlsxPackage(marks, areas, epoch_1904, secrets)


def comments_hold_code(data: bytes) -> bool:
    """Whether an identity code is in the comments or properties of an OpenDocument file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {"content.xml", "meta.xml"}.intersection(archive.namelist())
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in names}
    comments = _ANNOTATION.findall(parts.get("content.xml", ""))
    return any(holds_code(_TAGS.sub(" ", prose)) for prose in (*comments, parts.get("meta.xml", "")))


def _struck_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of the styles that are struck through; none if the part of styles cannot be parsed."""
    part = next((part for part in _relations(archive, WORKBOOK).values() if part.endswith("styles.xml")), None)
    try:
        return struck_styles(archive.read(part)) if part else frozenset()
    except _UNREADABLE:
        return frozenset()


def _sheet(archive: zipfile.ZipFile, part: str, struck: frozenset[str]) -> tuple[Marks, Area]:
    """Marks and area of a sheet, none if it cannot be parsed; ``struck``: the styles that are struck through."""
    try:
        xml = archive.read(part)
        return marks_of(xml, _relations(archive, part, external=True), struck), _area(xml)
    except _UNREADABLE:
        return Marks(), (0, 0)


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


def sheets_of(archive: zipfile.ZipFile, workbook: Element) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet."""
    parts = _relations(archive, WORKBOOK)
    for sheet in workbook.iterfind(".//{*}sheets/{*}sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if relation in parts:
            yield sheet.get("name", ""), parts[relation]


def _relations(archive: zipfile.ZipFile, part: str, *, external: bool = False) -> dict[str, str]:
    """The external addresses in a part's relations, or else the parts within the package, by id."""
    folder, name = posixpath.split(part)
    relations = _xml(archive, f"{folder}/_rels/{name}.rels")
    return {
        each.get("Id", ""): target if external else posixpath.normpath(posixpath.join("/", folder, target))[1:]
        for each in (relations if relations is not None else ())
        if (each.get("TargetMode") == "External") == external and (target := each.get("Target"))
    }


def _xml(archive: zipfile.ZipFile, part: str) -> Element | None:
    """The root of a part, None if it cannot be parsed."""
    try:
        root: Element = fromstring(archive.read(part))
    except _UNREADABLE:
        return None
    return root
