"""Sections as one HTML file that needs nothing else: to be read on a screen, sent by mail, printed on A4."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.charts import Chart, Panels
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.templates import FOLDER, TEMPLATES
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.provenance import counting_rule, one_page_notes, section_notes
from analysis.exports.shared.text_table import TextTable, TitledTable, list_tables, text_table
from analysis.sections import Section
from analysis.words import Translator

WIDTH, PANELS = 720, 540
"""Width of a picture in pixels, that of the column of text; of small charts less, so that few are beside each other."""


@dataclass(frozen=True)
class ReportChart:
    """A chart of the report; without rows it has no picture and no rule, and without a picture its finding is a
    sentence."""

    chart: Chart
    rule: str
    picture: str
    grid: TextTable


@dataclass(frozen=True)
class ReportChapter:
    """A section of the report; ``key`` is the anchor of its place."""

    key: str
    section: Section
    charts: tuple[ReportChart, ...]
    lists: tuple[TitledTable, ...]


def html_report(
    sections: Sequence[Section],
    words: Translator,
    origin: Provenance,
    *,
    title: str = "",
    progress: Progress = no_progress,
) -> bytes:
    """An HTML file of sections, UTF-8: a heading, numbers, pictures with their tables, lists, and notes on all of it.

    It loads nothing and runs nothing. ``sections``: a chapter each, with its own selection. ``words``: the language.
    ``origin``: the selection of all, source and licence. ``title``: of the report. ``progress``: a step a section. A
    section that is one page and stands alone is one A4.
    """
    if len(sections) == 1 and sections[0].one_page:
        return _one_page(sections[0], words, origin)
    chapters = []
    for at, section in with_progress(list(enumerate(sections)), progress):
        charts = tuple(_report_chart(chart, words) for chart in section.charts)
        chapters.append(ReportChapter(f"{section.key}-{at}", section, charts, tuple(list_tables(section, words))))
    title = title or words("exports.title")
    notes = section_notes(title, words, origin)[1:]
    return _rendered("report.html", words, origin, notes=notes, title=title, chapters=chapters)


def _one_page(section: Section, words: Translator, origin: Provenance) -> bytes:
    """A section as one A4: its tables without pictures, and notes in small letters."""
    charts = [ReportChart(chart, "", "", text_table(chart, words)) for chart in section.charts]
    lists = list(list_tables(section, words))
    origin = replace(origin, filter_text="", coverage=section.coverage or origin.coverage)
    values = {"section": section, "charts": charts, "lists": lists, "title": section.title}
    return _rendered("one_page.html", words, origin, notes=one_page_notes(section.title, words, origin), **values)


def _rendered(template: str, words: Translator, origin: Provenance, **values: Any) -> bytes:
    """A template with style and the line on the origin.

    ``words``: the language; ``values``: what the ``template`` needs, title and notes among it.
    """
    text = TEMPLATES.get_template(template).render(
        words=words,
        origin=origin,
        line=origin.line(words),
        style=(FOLDER / "report.css").read_text(encoding="utf-8"),
        **values,
    )
    return "\n".join(line for line in text.splitlines() if line.strip()).encode()


def _report_chart(chart: Chart, words: Translator) -> ReportChart:
    if not len(chart.table):
        return ReportChart(chart, "", "", text_table(chart, words))
    rule = words("exports.rule", rule=counting_rule(chart, words))
    width = PANELS if isinstance(chart.mark, Panels) else WIDTH
    picture = draw(chart, words, width=width).markup if chart.picture else ""
    return ReportChart(chart, rule, picture, text_table(chart, words))
