"""One chart, or a section, as a page for another site's frame: plain SVG, its table, its source, no script."""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from analysis import static
from analysis.charts import Chart, tokens
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.slideshow import Scheme, chart_table_rows
from analysis.exports.html.templates import MODES, TEMPLATES, variables
from analysis.exports.shared.provenance import counting_rule
from analysis.sections import Section
from analysis.words import Translator

FILE = static.ASSETS / "embed" / "embed.css"
WIDTHS = {"wide": 720, "narrow": 350}
"""A chart is drawn twice: the style sheet shows the one that the frame has room for."""


@dataclass(frozen=True)
class EmbeddedChart:
    """A chart with its pictures by width, and the cells of its table."""

    chart: Chart
    pictures: dict[str, Markup]
    table: tuple[tuple[str, ...], ...]


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

    ``back`` is the address that the page leads to: the same view in the dashboard.
    """
    return TEMPLATES.get_template("embed.html").render(
        w=words,
        section=section,
        whole=charts == section.charts and len(charts) > 1,
        drawn=[_drawn(chart, words) for chart in charts],
        chosen=origin.filter_text,
        coverage=section.coverage,
        licence=origin.licence,
        rule=counting_rule,
        source=words("downloads.source", source=origin.line(words)),
        back=back,
        scheme=scheme,
        style=Markup(styles()),
    )


@cache
def styles() -> str:
    """The style sheet, with the colours of both modes."""
    text = FILE.read_text(encoding="utf-8")
    for mode in MODES:
        text = text.replace(f"/* {mode} */", variables(tokens(mode)))
    return text


def policy() -> str:
    """What the page may load and run: its own style, by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(styles().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _drawn(chart: Chart, words: Translator) -> EmbeddedChart:
    if chart.table.empty:
        return EmbeddedChart(chart, {}, ())
    pictures = {name: Markup(draw(chart, words, mode=None, width=width).markup) for name, width in WIDTHS.items()}
    return EmbeddedChart(chart, pictures, chart_table_rows(chart, words))
