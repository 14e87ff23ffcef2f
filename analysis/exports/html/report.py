"""Sections as one HTML file that needs nothing else: to be read on a screen, sent by mail, printed on A4."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.charts import Chart, Panels
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.templates import FOLDER, TEMPLATES
from analysis.exports.shared import text_table
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.provenance import counting_rule, section_notes
from analysis.exports.shared.text_table import TextTable, TitledTable, list_tables
from analysis.sections import Section
from analysis.words import Translator

WIDTH, PANELS = 720, 540
"""Width of a picture in pixels: as wide as the column of text; of small charts less, so that few stand beside each
other."""


@dataclass(frozen=True)
class ReportChart:
    """A chart as it stands in the report; without rows it has no picture."""

    title: str
    subtitle: str
    sentence: str
    rule: str
    empty: str
    picture: str
    grid: TextTable


@dataclass(frozen=True)
class ReportChapter:
    """A section as it stands in the report; ``key`` names its place."""

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
    """An HTML file of sections, UTF-8: a heading, numbers, pictures with their tables, lists, and what it is made from.

    It loads nothing and runs nothing. ``origin`` tells what is chosen for all of it; each section tells it anew.
    """
    steps = with_progress(list(enumerate(sections)), progress)
    chapters = []
    for at, section in steps:
        charts = tuple(_pictured(chart, words) for chart in section.charts)
        chapters.append(ReportChapter(f"{section.key}-{at}", section, charts, tuple(list_tables(section, words))))
    name = title or words("exports.title")
    filled = TEMPLATES.get_template("report.html").render(
        words=words,
        title=name,
        origin=origin,
        line=origin.line(words),
        chapters=chapters,
        notes=section_notes(name, words, origin)[1:],
        style=(FOLDER / "report.css").read_text(encoding="utf-8"),
    )
    return "\n".join(line for line in filled.splitlines() if line.strip()).encode()


def _pictured(chart: Chart, words: Translator) -> ReportChart:
    drawn = len(chart.table) > 0
    return ReportChart(
        chart.title,
        chart.subtitle,
        chart.sentence,
        words("exports.rule", rule=counting_rule(chart, words)) if drawn else "",
        chart.empty,
        draw(chart, words, width=PANELS if isinstance(chart.mark, Panels) else WIDTH).markup if drawn else "",
        text_table.text_table(chart, words),
    )
