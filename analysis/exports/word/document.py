"""Sections as a Word document: headings, pictures with their text, tables whose header is on every page."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from analysis.charts import Chart, Panels
from analysis.charts.svg import Provenance, draw
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.images import svg_to_png
from analysis.exports.shared.provenance import (
    LANGUAGE_TAGS,
    LONGEST_NOTE,
    counting_rule,
    one_page_notes,
    section_notes,
    set_properties,
)
from analysis.exports.shared.text_table import TextTable, list_tables, metrics_table, text_table
from analysis.exports.word.one_page import add_one_page
from analysis.exports.word.tables import WIDTH, add_table, set_language
from analysis.sections import Section
from analysis.words import Translator
from analysis.words.short_text import short_text

DOCUMENT_TEMPLATE = files("analysis.exports") / "word" / "template.docx"
"""Made by ``python -m tests.workbooks.office_templates``: A4 upright, styles of headings, small text and tables."""
MOST_ROWS = 2_000
"""So many rows of a list are in a document, which has some 150 pages then; with 200,000 it could not be made."""
TALLEST = Mm(190)
PICTURE, PANELS = 640, 540
"""Width of a picture as it is drawn, in pixels; of small charts, so that few are beside each other."""


def word_document(
    sections: Sequence[Section],
    words: Translator,
    origin: Provenance,
    *,
    title: str = "",
    timestamp: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """A docx file of sections, A4 upright, with notes on all of it on page one.

    ``sections``: each with its own selection. ``words``: the language. ``origin``: the selection of all, source and
    licence. ``title``: of the document. ``timestamp``: the time of the file. ``progress``: a step a section. A section
    that is one page and stands alone is all on page one, under its own title.
    """
    alone = sections[0] if len(sections) == 1 and sections[0].one_page else None
    buffer, title = io.BytesIO(), alone.title if alone else title or words("exports.title")
    document = _open_template(title, origin, words)
    set_properties(document.core_properties, title, origin, words, timestamp)
    document.add_paragraph(title, style="Title")
    if alone:
        origin = replace(origin, filter_text="", coverage=alone.coverage or origin.coverage)
        add_one_page(document, alone, words, one_page_notes(title, words, origin))
        document.save(buffer)
        return buffer.getvalue()
    for label, text in section_notes(title, words, origin)[1:]:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)
    for section in with_progress(sections, progress):
        _add_section(document, section, words)
    document.save(buffer)
    return buffer.getvalue()


def _open_template(title: str, origin: Provenance, words: Translator) -> WordDocument:
    """An empty document in the language of ``words``, with title and origin at the foot of its pages."""
    with DOCUMENT_TEMPLATE.open("rb") as template:
        document = Document(template)
    styles: Any = document.styles.element
    for each in styles.iter(qn("w:lang")):
        each.set(qn("w:val"), LANGUAGE_TAGS[words.language])
    document.sections[0].footer.paragraphs[0].runs[0].text = short_text(f"{title}. {origin.line(words)}", LONGEST_NOTE)
    return document


def _add_section(document: WordDocument, section: Section, words: Translator) -> None:
    document.add_heading(section.title, 1)
    if section.filter_text:
        document.add_paragraph(section.filter_text, style="Small")
    if section.sentence:
        document.add_paragraph(section.sentence)
    if section.metrics:
        add_table(document, metrics_table(section.metrics, words))
    for chart in section.charts:
        _add_chart(document, chart, words)
    for each in list_tables(section, words):
        document.add_heading(each.title, 2)
        if each.note:
            document.add_paragraph(each.note, style="Small").paragraph_format.keep_with_next = True
        if each.grid.rows:
            _add_rows(document, each.grid, words)
        else:
            document.add_paragraph(each.empty)
    if section.coverage:
        run = document.add_paragraph(style="Small").add_run(section.coverage)
        set_language(run, section.coverage_language)


def _add_rows(document: WordDocument, grid: TextTable, words: Translator) -> None:
    """Add the table of a list; of very many rows the first ones, and where all of them are."""
    if len(grid.rows) > MOST_ROWS:
        numbers = {"shown": words.number(MOST_ROWS), "rows": words.number(len(grid.rows))}
        document.add_paragraph(words("exports.first_rows", **numbers)).paragraph_format.keep_with_next = True
    add_table(document, replace(grid, rows=grid.rows[:MOST_ROWS]))


def _add_chart(document: WordDocument, chart: Chart, words: Translator) -> None:
    """Add a chart's title, picture if it has one, sentence, counting rule and table."""
    document.add_heading(chart.title, 2)
    if chart.subtitle and chart.subtitle != chart.title:
        document.add_paragraph(chart.subtitle, style="Small").paragraph_format.keep_with_next = True
    if not len(chart.table):
        document.add_paragraph(chart.empty)
        return
    if chart.picture:
        _add_picture(document, chart, words)
    if chart.sentence:
        document.add_paragraph(chart.sentence).paragraph_format.keep_with_next = True
    document.add_paragraph(words("exports.rule", rule=counting_rule(chart, words)), style="Small")
    add_table(document, text_table(chart, words))


def _add_picture(document: WordDocument, chart: Chart, words: Translator) -> None:
    """Add the picture of a chart with its alternative text, on one page with what follows."""
    picture = svg_to_png(draw(chart, words, width=PANELS if isinstance(chart.mark, Panels) else PICTURE).markup)
    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(picture), width=WIDTH)
    paragraph.paragraph_format.keep_with_next = True
    if shape.height > TALLEST:
        shape.width, shape.height = round(shape.width * TALLEST / shape.height), TALLEST
    (properties,) = paragraph.paragraph_format.element.iter(qn("wp:docPr"))
    properties.set("name", chart.title)
    properties.set("descr", chart.alt)
