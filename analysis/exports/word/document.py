"""Sections as a Word document: headings, pictures with their text, tables whose header stands on every page."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Mm

from analysis.charts import Chart, Panels
from analysis.charts.svg import Provenance, draw
from analysis.exports.shared import text_table
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.images import svg_to_png
from analysis.exports.shared.provenance import LANGUAGE_TAGS, Note, counting_rule, section_notes
from analysis.exports.shared.text_table import list_tables
from analysis.exports.word.tables import add_table
from analysis.exports.word.template import WIDE, open_template, set_language
from analysis.sections import Section
from analysis.words import Translator

TALLEST = Mm(190)
PICTURE, PANELS = 640, 540
"""Width of a picture as it is drawn, in pixels; of small charts, so that few stand beside each other."""


def word_document(
    sections: Sequence[Section],
    words: Translator,
    origin: Provenance,
    *,
    title: str = "",
    made: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """A docx file of sections on A4 standing, in the language of ``words``; page one tells what it is made from.

    ``origin`` tells what is chosen for all of it; each section tells it anew.
    """
    name = title or words("exports.title")
    file = open_template(name, origin, words, made)
    file.add_paragraph(name, style="Title")
    _notes(file, section_notes(name, words, origin)[1:])
    for section in with_progress(sections, progress):
        _section(file, section, words)
    packed = io.BytesIO()
    file.save(packed)
    return packed.getvalue()


def _notes(file: Opened, told: Sequence[Note]) -> None:
    for label, text in told:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)


def _section(file: Opened, section: Section, words: Translator) -> None:
    file.add_heading(section.title, 1)
    if section.filter_text:
        _small(file, section.filter_text)
    if section.sentence:
        file.add_paragraph(section.sentence)
    if section.metrics:
        add_table(file, text_table.metrics_table(section.metrics, words), LANGUAGE_TAGS)
    for chart in section.charts:
        _chart(file, chart, words)
    for each in list_tables(section, words):
        file.add_heading(each.title, 2)
        if each.note:
            _small(file, each.note).paragraph_format.keep_with_next = True
        if each.grid.rows:
            add_table(file, each.grid, LANGUAGE_TAGS)
        else:
            file.add_paragraph(each.empty)
    if section.coverage:
        _small(file, section.coverage, LANGUAGE_TAGS.get(section.coverage_language or ""))


def _chart(file: Opened, chart: Chart, words: Translator) -> None:
    file.add_heading(chart.title, 2)
    if chart.subtitle != chart.title:
        _small(file, chart.subtitle).paragraph_format.keep_with_next = True
    if not len(chart.table):
        file.add_paragraph(chart.empty)
        return
    _picture(file, chart, words)
    if chart.sentence:
        file.add_paragraph(chart.sentence).paragraph_format.keep_with_next = True
    _small(file, words("exports.rule", rule=counting_rule(chart, words)))
    add_table(file, text_table.text_table(chart, words), LANGUAGE_TAGS)


def _picture(file: Opened, chart: Chart, words: Translator) -> None:
    drawn = svg_to_png(draw(chart, words, width=PANELS if isinstance(chart.mark, Panels) else PICTURE).markup)
    paragraph = file.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width=WIDE)
    paragraph.paragraph_format.keep_with_next = True
    if shape.height > TALLEST:
        shape.width, shape.height = round(shape.width * TALLEST / shape.height), TALLEST
    (named,) = paragraph.paragraph_format.element.iter(qn("wp:docPr"))
    named.set("name", chart.title)
    named.set("descr", chart.alt)


def _small(file: Opened, text: str, language: str | None = None) -> Any:
    paragraph = file.add_paragraph(style="Small")
    made = paragraph.add_run(text)
    if language:
        set_language(made, language)
    return paragraph
