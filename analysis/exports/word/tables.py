"""A table of a Word document: hairlines between rows, its header on every page, no row divided."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.run import Run

from analysis.charts.look import SIZE as LETTERS
from analysis.charts.svg.text_width import BOLD, text_width, widest_word, wrap_text
from analysis.exports.shared.provenance import LANGUAGE_TAGS
from analysis.exports.shared.text_table import TextCell, TextTable

WIDTH = Mm(170)
"""Width of the text on a page."""
SIZES, SMALLER = (9.5, 9, 8.5, 8), (7.5, 7)
DENSE = (8.5, 8, 7.5, 7)
MOST_LINES, SAMPLE = 3, 100
"""The size of text is the largest at which no word is broken and no row of a sample is higher than so many lines;
smaller ones are for tables whose words would be broken."""
HALVINGS = 24
"""Steps of the search for the widths of columns."""
PAD = 12
"""Space at the sides of a cell, in points."""
SHORT = 20
"""A table of so many rows at most is on one page."""


def add_table(document: WordDocument, grid: TextTable, *, dense: bool = False) -> None:
    """Put a table at the end of the document, as wide as it needs within the page; ``dense``: as low as can be read."""
    table: Any = document.add_table(len(grid.rows) + 1, len(grid.labels), "Report Table")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    size, widths = _size_and_widths(grid.texts, DENSE if dense else (*SIZES, *SMALLER))
    space = Pt(0 if dense else 2)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    rows: list[Sequence[TextCell]] = [[TextCell(label) for label in grid.labels], *grid.rows]
    known: dict[str, str] = {}
    elements = document.element.body.tbl_lst[-1].tr_lst
    for at, (row, line, element) in enumerate(zip(rows, table.rows, elements, strict=True)):
        properties = element.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for text, cell, width, number in zip(row, line.cells, widths, grid.numbers, strict=True):
            cell.width = Pt(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = space
            paragraph.paragraph_format.keep_with_next = at == 0 or (len(rows) <= SHORT and at < len(rows) - 1)
            if number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = paragraph.add_run(text.text)
            run.font.size, run.bold = Pt(size), at == 0
            set_language(run, text.language)
            if text.link:
                _add_link(document, run, text.link, known)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    if dense:
        after.paragraph_format.line_spacing = Pt(4)


def set_language(run: Run, language: str | None) -> None:
    """Mark a run as being in another language than its document ("sv"), if there is one."""
    if language in LANGUAGE_TAGS:
        element: Any = OxmlElement("w:lang")
        element.set(qn("w:val"), LANGUAGE_TAGS[language])
        run.element.get_or_add_rPr().append(element)


def _add_link(document: WordDocument, run: Any, address: str, known: dict[str, str]) -> None:
    """Put a run into a link, underlined.

    ``known``: by address the relationship of the document that leads there. python-docx would look through all that
    there are, so that ten times as many links would take a hundred times as long.
    """
    link = OxmlElement("w:hyperlink")
    if address not in known:
        every = document.part.rels
        known[address] = f"link{len(every)}"
        every.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, known[address], is_external=True)
    link.set(qn("r:id"), known[address])
    run.font.underline = True
    run.element.addnext(link)
    link.append(run.element)


def _size_and_widths(rows: Sequence[Sequence[str]], sizes: Sequence[float]) -> tuple[float, list[float]]:
    """The size of a table's text, its labels first, as one of ``sizes``, and the widths of its columns in points."""
    columns = list(zip(*rows, strict=True))
    for size in sizes:
        # The widths at which no word is broken.
        least = [max(widest_word(each[:1]) * BOLD, widest_word(each[1:])) * size / LETTERS + PAD for each in columns]
        widths = _widths(columns, least, size)
        lines = (
            len(wrap_text(text, width - PAD + 1, size))
            for row in rows[:SAMPLE]
            for text, width in zip(row, widths, strict=True)
        )
        if sum(least) <= WIDTH.pt and (size <= SIZES[-1] or max(lines) <= MOST_LINES):
            break
    return size, widths


def _widths(columns: Sequence[Sequence[str]], least: Sequence[float], size: float) -> list[float]:
    """The full widths of columns; if the page has less, what their words need, and of the rest more for wider ones."""
    full = [max(text_width(text, size, bold=at == 0) for at, text in enumerate(column)) + PAD for column in columns]

    def between(part: float) -> list[float]:
        return [min(much, few + part * max(much - few, 0)) for few, much in zip(least, full, strict=True)]

    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        part = (low + high) / 2
        low, high = (part, high) if sum(between(part)) <= WIDTH.pt else (low, part)
    widths = between(low)
    return [each * min(1, WIDTH.pt / sum(widths)) for each in widths]
