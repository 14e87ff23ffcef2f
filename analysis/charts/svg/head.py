"""The texts around a chart whose picture stands alone: title and selection above, rule and source below."""

from dataclasses import dataclass
from typing import NamedTuple

from analysis.charts.chart import Chart
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.measured import wrap_text
from analysis.words import Translator


@dataclass(frozen=True)
class Provenance:
    """Where numbers come from: the revision, its ISO day, what of it was chosen in words, the source's name, the
    owner's words on what the rows are a part of, the licence, and who pays for the work. What is empty is not said."""

    revision: str = ""
    published: str = ""
    chosen: str = ""
    source: str = ""
    coverage: str = ""
    licence: str = ""
    cofunding: str = ""

    def line(self, words: Translator) -> str:
        """Source, revision and day as one line: "Klusteripulssi, versio 12, julkaistu 24.6.2023"."""
        revision = words("workbook.revision", revision=self.revision) if self.revision else ""
        day = words("workbook.published", day=words.day(self.published)) if self.published else ""
        return ", ".join(filter(None, (self.source, revision, day)))


class Style(NamedTuple):
    """The look of a paragraph: size of letters and height of a line in pixels, colour, weight."""

    size: float
    line: float
    fill: str = "@muted"
    weight: int | None = None


TITLE, SUBTITLE, SMALL = Style(18, 25, "@text", 600), Style(15, 22), Style(14, 21)
GAP = 12
OVER = 12
"""Pixels that a paragraph may reach over the edge of the chart, into the margin: in most fonts it does not."""


def around(chart: Chart, head: Provenance, words: Translator, width: float) -> tuple[SvgParts, SvgParts]:
    """Above the chart: title, subtitle, selection. Below: a line, counting rule, coverage, source, licence."""
    parts, height = _paragraphs([(chart.title, TITLE), (chart.subtitle, SUBTITLE), (head.chosen, SMALL)], width)
    above = SvgParts(parts, height + GAP)
    line = head.line(words)
    source = words("downloads.source", source=line) if line else ""
    licence = words("downloads.licence", licence=head.licence) if head.licence else ""
    paragraphs = [(each, SMALL) for each in (chart.rule, head.coverage, source, licence)]
    parts, height = _paragraphs(paragraphs, width, top=2 * GAP)
    rule = element("line", x1=0, x2=width, y1=1.5 * GAP, y2=1.5 * GAP, stroke="@grid", stroke_width=1)
    return above, SvgParts((rule, *parts), height) if parts else SvgParts((), 0)


def _paragraphs(paragraphs: list[tuple[str, Style]], width: float, top: float = 0) -> SvgParts:
    """Texts below each other in lines of this width; an empty one is left out."""
    parts, y = [], top
    for paragraph, style in paragraphs:
        lines = wrap_text(paragraph, width + OVER, style.size, bold=bool(style.weight)) if paragraph else []
        for line in lines:
            base = y + style.line / 2 + 0.35 * style.size
            parts.append(text(0, base, line, font_size=style.size, fill=style.fill, font_weight=style.weight))
            y += style.line
    return SvgParts(parts, y if parts else 0)
