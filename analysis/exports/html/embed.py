"""One chart, or a section, as a page for another site's frame: plain SVG, its table, its source, no script."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from analysis.charts import Chart
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.slideshow import Scheme
from analysis.exports.html.templates import TEMPLATES, styles
from analysis.exports.shared.provenance import counting_rule
from analysis.exports.shared.text_table import text_table
from analysis.sections import Section
from analysis.words import Translator

WIDTHS = {"wide": 720, "narrow": 350}
"""A chart is drawn twice: the style sheet shows the one that the frame has room for."""


@dataclass(frozen=True)
class EmbedFigure:
    """A chart with its pictures by width, and the cells of its table.

    Without rows it has neither; one whose finding is a sentence has no pictures.
    """

    chart: Chart
    pictures: Mapping[str, Markup]
    table: list[list[str]]


def embed_page(
    section: Section,
    words: Translator,
    origin: Provenance,
    back: str,
    *,
    charts: tuple[Chart, ...],
    scheme: Scheme = "auto",
) -> str:
    """The document of these charts of a section; all of them show its numbers and sentence too.

    ``section``: the charts are from it. ``words``: the language. ``origin``: selection, source and licence. ``back``:
    the address of the same view in the dashboard, for a link. ``charts``: one of the section's, or all. ``scheme``:
    light, dark or that of the reader's system.
    """
    figures = []
    for chart in charts:
        widths = WIDTHS if chart.picture and len(chart.table) else {}
        pictures = {name: Markup(draw(chart, words, mode=None, width=width).markup) for name, width in widths.items()}
        figures.append(
            EmbedFigure(chart, pictures, text_table(chart, words, unknown="").texts if len(chart.table) else [])
        )
    return TEMPLATES.get_template("embed.html").render(
        w=words,
        section=section,
        whole=charts == section.charts and len(charts) > 1,
        figures=figures,
        chosen=origin.filter_text,
        coverage=section.coverage,
        licence=origin.licence,
        rule=counting_rule,
        source=words("downloads.source", source=origin.line(words)),
        back=back,
        scheme=scheme,
        style=Markup(styles("embed")),
    )
