"""A section that is one page as a Word document: narrow margins, small letters, tables without pictures."""

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from analysis.charts import Chart
from analysis.exports.shared.provenance import Note
from analysis.exports.shared.text_table import TitledTable, list_tables, metrics_table, text_table
from analysis.exports.word.tables import add_table
from analysis.sections import Section
from analysis.words import Translator

MARGIN = Mm(12)
"""Space above and below the text."""
FOOT = Mm(6)
"""Space below the footer."""
HEADING, TEXT, NOTE = Pt(10.5), Pt(9), Pt(7)
"""Sizes of headings, text and notes."""


def add_one_page(document: WordDocument, section: Section, words: Translator, notes: list[Note]) -> None:
    """Put a section under its title on the one page of a document: sentence, numbers, tables, lists, notes.

    ``notes``: label and text of what the file says of itself.
    """
    page = document.sections[0]
    page.top_margin = page.bottom_margin = MARGIN
    page.footer_distance = FOOT
    _add_text(document, section.filter_text, style="Small", size=NOTE)
    _add_text(document, section.sentence)
    add_table(document, metrics_table(section.metrics, words), dense=True)
    for chart in section.charts:
        _add_chart(document, chart, words)
    for each in list_tables(section, words):
        _add_list(document, each)
    for label, text in notes:
        _add_text(document, text, label, style="Small", size=NOTE)


def _add_chart(document: WordDocument, chart: Chart, words: Translator) -> None:
    _add_heading(document, chart.subtitle or chart.title)
    if len(chart.table):
        add_table(document, text_table(chart, words), dense=True)
        _add_text(document, chart.rule, style="Small", size=NOTE)
    else:
        _add_text(document, chart.empty)


def _add_list(document: WordDocument, listing: TitledTable) -> None:
    """A list as a line an entry, its name in bold."""
    _add_heading(document, listing.title)
    for row in listing.grid.rows:
        name, *more = (cell.text for cell in row)
        _add_text(document, ". ".join(more), name)
    if not listing.grid.rows:
        _add_text(document, listing.empty)
    _add_text(document, listing.note, style="Small", size=NOTE)


def _add_heading(document: WordDocument, title: str) -> None:
    paragraph = document.add_heading(title, 2)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(5), Pt(1)
    for run in paragraph.runs:
        run.font.size = HEADING


def _add_text(document: WordDocument, text: str, label: str = "", style: str = "Normal", size: Pt = TEXT) -> None:
    """A paragraph without much space around it, after a ``label`` in bold; nothing without ``text``.

    ``document``: where it goes; ``style``, ``size``: its style and the size of its letters.
    """
    if not text:
        return
    paragraph = document.add_paragraph(style=style)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(0), Pt(1)
    paragraph.paragraph_format.line_spacing = 1
    for part, bold in ((f"{label}: ", True), (text, False)):
        if label or not bold:
            run = paragraph.add_run(part)
            run.bold, run.font.size = bold, size
