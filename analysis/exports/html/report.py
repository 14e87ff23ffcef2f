"""Sections as one HTML file that needs nothing else: to be read on a screen, sent by mail, printed on A4."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import Chart, Panels
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.templates import FOLDER, TEMPLATES
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.provenance import counting_rule, section_notes
from analysis.exports.shared.text_table import TextTable, TitledTable, list_tables, text_table
from analysis.sections import Section
from analysis.words import Translator

WIDTH, PANELS = 720, 540
"""Width of a picture in pixels, that of the column of text; of small charts less, so that few are beside each other."""


@dataclass(frozen=True)
class ReportChart:
    """A chart of the report; without rows it has no picture and no rule."""

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
    ``origin``: the selection of all, source and licence. ``title``: of the report. ``progress``: a step a section.
    """
    chapters = []
    for at, section in with_progress(list(enumerate(sections)), progress):
        charts = tuple(_report_chart(chart, words) for chart in section.charts)
        chapters.append(ReportChapter(f"{section.key}-{at}", section, charts, tuple(list_tables(section, words))))
    title = title or words("exports.title")
    text = TEMPLATES.get_template("report.html").render(
        words=words,
        title=title,
        origin=origin,
        line=origin.line(words),
        chapters=chapters,
        notes=section_notes(title, words, origin)[1:],
        style=(FOLDER / "report.css").read_text(encoding="utf-8"),
    )
    return "\n".join(line for line in text.splitlines() if line.strip()).encode()


def _report_chart(chart: Chart, words: Translator) -> ReportChart:
    if not len(chart.table):
        return ReportChart(chart, "", "", text_table(chart, words))
    rule = words("exports.rule", rule=counting_rule(chart, words))
    picture = draw(chart, words, width=PANELS if isinstance(chart.mark, Panels) else WIDTH).markup
    return ReportChart(chart, rule, picture, text_table(chart, words))
