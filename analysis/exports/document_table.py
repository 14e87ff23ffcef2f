"""A table of a Word document: hairlines between rows, its header on every page, no row divided."""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document as Opened
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from analysis.charts.svg.measured import width
from analysis.exports.written import Cell, Grid

ROOM = Mm(170)
SIZE = 9.5
PAD = 12
"""Space at the sides of a cell, in points."""
SHORT = 12
"""A table of so many rows at most stands on one page."""


def put_table(file: Opened, grid: Grid, tags: Mapping[str, str]) -> None:
    """Put a table at the end of the document, as wide as it needs within the page."""
    table: Any = file.add_table(len(grid.rows) + 1, len(grid.labels))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _lined(table)
    widths = _widths(grid)
    for each, wide in zip(table.columns, widths, strict=True):
        each.width = wide
    rows: list[Sequence[Cell]] = [[Cell(label) for label in grid.labels], *grid.rows]
    # A table gives out its cells anew each time it is asked: taken once, a long one is not slow.
    cells = table._cells
    for at, row in enumerate(rows):
        _kept(table.rows[at]._tr, header=at == 0)
        for column, cell in enumerate(row):
            place = cells[at * len(grid.labels) + column]
            place.width = widths[column]
            paragraph = place.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.space_before = Pt(2)
            paragraph.paragraph_format.keep_with_next = at == 0 or (len(rows) <= SHORT and at < len(rows) - 1)
            if grid.numbers[column]:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _write(file, paragraph, cell, tags, bold=at == 0)
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _write(file: Opened, paragraph: Any, cell: Cell, tags: Mapping[str, str], *, bold: bool) -> None:
    made = paragraph.add_run(cell.text)
    made.font.size, made.bold = Pt(SIZE), bold
    if cell.language and cell.language in tags:
        element = OxmlElement("w:lang")
        element.set(qn("w:val"), tags[cell.language])
        made._r.get_or_add_rPr().append(element)
    if cell.link:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), file.part.relate_to(cell.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        made.font.underline = True
        paragraph._p.append(link)
        link.append(made._r)


def _widths(grid: Grid) -> list[int]:
    """What each column wants; where that is more than the page has, the widest give most."""
    columns = list(zip(grid.labels, *([cell.text for cell in row] for row in grid.rows), strict=True))
    wanted = [max(width(text, SIZE, bold=at == 0) for at, text in enumerate(column)) + PAD for column in columns]
    low, high, room = 0.0, max(wanted), ROOM.pt
    for _ in range(24):
        cap = (low + high) / 2
        low, high = (cap, high) if sum(min(each, cap) for each in wanted) <= room else (low, cap)
    return [Pt(min(each, high)) for each in wanted]


def _kept(row: Any, *, header: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _lined(table: Any) -> None:
    edges = OxmlElement("w:tblBorders")
    for name, size, colour in (("bottom", "4", "AAB3BE"), ("insideH", "4", "E9ECF0")):
        edge = OxmlElement(f"w:{name}")
        for key, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
            edge.set(qn(f"w:{key}"), value)
        edges.append(edge)
    table._tbl.tblPr.append(edges)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        table._tbl.tblPr.remove(look)
        table._tbl.tblPr.append(look)
