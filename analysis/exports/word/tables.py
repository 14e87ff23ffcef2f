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

from analysis.charts.look import SIZE as LETTERS
from analysis.charts.svg.text_width import BOLD, text_width, widest_word, wrap_text
from analysis.exports.shared.text_table import TextCell, TextTable
from analysis.exports.word.template import set_language

ROOM = Mm(170)
SIZES, SMALLER = (9.5, 9, 8.5, 8), (7.5, 7)
LINES, LOOKED = 3, 100
"""The size of text is the largest at which no word is broken and no row is higher than so many lines; smaller ones are
for tables whose words would be broken. So many rows are looked at for it."""
STEP = 24
"""So often a width is halved: then it is found."""
PAD = 12
"""Space at the sides of a cell, in points."""
SHORT = 20
"""A table of so many rows at most stands on one page."""


def add_table(file: Opened, grid: TextTable, tags: Mapping[str, str]) -> None:
    """Put a table at the end of the document, as wide as it needs within the page."""
    table: Any = file.add_table(len(grid.rows) + 1, len(grid.labels), "Report Table")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    rows: list[Sequence[TextCell]] = [[TextCell(label) for label in grid.labels], *grid.rows]
    size, widths = _fitted([[cell.text for cell in row] for row in rows])
    for each, wide in zip(table.columns, widths, strict=True):
        each.width = Pt(wide)
    for at, (row, line, element) in enumerate(zip(rows, table.rows, file.element.body.tbl_lst[-1].tr_lst, strict=True)):
        _kept(element, header=at == 0)
        for column, (cell, place) in enumerate(zip(row, line.cells, strict=True)):
            place.width = Pt(widths[column])
            paragraph = place.paragraphs[0]
            _spaced(paragraph, at == 0 or (len(rows) <= SHORT and at < len(rows) - 1), number=grid.numbers[column])
            _write(file, paragraph, cell, tags, size, bold=at == 0)
    file.add_paragraph().paragraph_format.space_after = Pt(0)


def _spaced(paragraph: Any, keep: bool, *, number: bool) -> None:
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(2)
    paragraph.paragraph_format.keep_with_next = keep
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _write(file: Opened, paragraph: Any, cell: TextCell, tags: Mapping[str, str], size: float, *, bold: bool) -> None:
    made = paragraph.add_run(cell.text)
    made.font.size, made.bold = Pt(size), bold
    if cell.language and cell.language in tags:
        set_language(made, tags[cell.language])
    if cell.link:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), file.part.relate_to(cell.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        made.font.underline = True
        made.element.addnext(link)
        link.append(made.element)


def _fitted(rows: Sequence[Sequence[str]]) -> tuple[float, list[float]]:
    """The size of a table's text, its labels first, and the widths of its columns in points."""
    for size in (*SIZES, *SMALLER):
        least = [_least(column, size) for column in zip(*rows, strict=True)]
        widths = _widths(rows, least, size)
        whole = sum(least) <= ROOM.pt
        if whole and (size <= SIZES[-1] or all(_lines(row, widths, size) <= LINES for row in rows[:LOOKED])):
            break
    return size, widths


def _least(column: Sequence[str], size: float) -> float:
    """So wide is a column that breaks no word."""
    ems = max(widest_word(column[:1]) * BOLD, widest_word(column[1:]))
    return ems * size / LETTERS + PAD


def _lines(row: Sequence[str], widths: Sequence[float], size: float) -> int:
    return max(len(wrap_text(text, wide - PAD + 1, size)) for text, wide in zip(row, widths, strict=True))


def _widths(rows: Sequence[Sequence[str]], least: Sequence[float], size: float) -> list[float]:
    """What each column wants; where that is more than the page has, each as much as its words need, and of the rest
    the more the more it wants."""
    columns = list(zip(*rows, strict=True))
    wanted = [max(text_width(text, size, bold=at == 0) for at, text in enumerate(column)) + PAD for column in columns]
    low, high = 0.0, 1.0
    for _ in range(STEP):
        part = (low + high) / 2
        taken = [_width(few, much, part) for few, much in zip(least, wanted, strict=True)]
        low, high = (part, high) if sum(taken) <= ROOM.pt else (low, part)
    held = [_width(few, much, low) for few, much in zip(least, wanted, strict=True)]
    return [each * min(1, ROOM.pt / sum(held)) for each in held]


def _width(least: float, wanted: float, part: float) -> float:
    return min(wanted, least + part * max(wanted - least, 0))


def _kept(row: Any, *, header: bool) -> None:
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
