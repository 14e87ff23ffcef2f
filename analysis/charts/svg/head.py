"""What a picture that stands alone says around the chart: title above, what it is made from below."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from analysis.charts.chart import Chart
from analysis.charts.svg.element import Drawing, element, text
from analysis.charts.svg.measured import wrapped
from analysis.words import Words


@dataclass(frozen=True)
class Origin:
    """Where numbers come from: the revision, its ISO day, what of it was chosen in words, the source's name, the
    owner's words on what the rows are a part of, the licence, and who pays for the work. What is empty is not said."""

    revision: str = ""
    published: str = ""
    chosen: str = ""
    source: str = ""
    coverage: str = ""
    licence: str = ""
    cofunding: str = ""

    def line(self, words: Words) -> str:
        """Source, revision and day as one line: "Klusteripulssi, versio 12, julkaistu 24.6.2023"."""
        revision = words("workbook.revision", revision=self.revision) if self.revision else ""
        day = words("workbook.published", day=words.day(self.published)) if self.published else ""
        return ", ".join(filter(None, (self.source, revision, day)))


class Style(NamedTuple):
    """How a paragraph is set: size and height of a line in pixels, colour, weight."""

    size: float
    line: float
    fill: str = "@muted"
    weight: int | None = None


TITLE, SUBTITLE, SMALL = Style(18, 25, "@text", 600), Style(15, 22), Style(14, 21)
GAP = 12
OVER = 12
"""So far a paragraph may reach over the edge of the chart, into the margin: in most fonts it does not."""


def above(chart: Chart, head: Origin, width: float) -> Drawing:
    """Title, subtitle and what is chosen."""
    drawn = _paragraphs([(chart.title, TITLE), (chart.subtitle, SUBTITLE), (head.chosen, SMALL)], width)
    return Drawing(drawn.parts, drawn.height + GAP)


def below(chart: Chart, head: Origin, words: Words, width: float) -> Drawing:
    """A line, how it is counted, the owner's words on the data, source, revision and day, licence."""
    line = head.line(words)
    source = words("downloads.source", source=line) if line else ""
    licence = words("downloads.licence", licence=head.licence) if head.licence else ""
    told = [(said, SMALL) for said in (chart.rule, head.coverage, source, licence)]
    drawn = _paragraphs(told, width, top=2 * GAP)
    if not drawn.parts:
        return Drawing((), 0)
    rule = element("line", x1=0, x2=width, y1=1.5 * GAP, y2=1.5 * GAP, stroke="@grid", stroke_width=1)
    return Drawing((rule, *drawn.parts), drawn.height)


def _paragraphs(told: list[tuple[str, Style]], width: float, top: float = 0) -> Drawing:
    lines = list(_lines(told, width))
    parts, y = [], top
    for said, style in lines:
        base = y + style.line / 2 + 0.35 * style.size
        parts.append(text(0, base, said, font_size=style.size, fill=style.fill, font_weight=style.weight))
        y += style.line
    return Drawing(parts, y if lines else 0)


def _lines(told: list[tuple[str, Style]], width: float) -> Iterator[tuple[str, Style]]:
    for said, style in told:
        if said:
            yield from ((line, style) for line in wrapped(said, width + OVER, style.size, bold=bool(style.weight)))
