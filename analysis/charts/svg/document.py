"""A chart as an SVG document: its mark, with title and selection above, counting rule and source below."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from analysis.charts.chart import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.look import SIZE, Mode
from analysis.charts.svg.bars import bars
from analysis.charts.svg.columns import columns
from analysis.charts.svg.element import NAMESPACE, SvgParts, Value, attribute_text, element, svg_text, text
from analysis.charts.svg.heat import heat
from analysis.charts.svg.map import region_map
from analysis.charts.svg.panels import panels
from analysis.charts.svg.text_width import in_own_font, wrap_text
from analysis.words import Translator


@dataclass(frozen=True)
class Provenance:
    """Where numbers come from: the revision, its ISO day, the selection in words, the source's name, the owner's words
    on what the rows are a part of, the licence, and who pays for the work. What is empty is left out."""

    revision: str = ""
    published: str = ""
    filter_text: str = ""
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
LONGEST_FOOT = 150
"""Signs: longer words of the owner on coverage are no text of the picture, but of its description."""
OVER = 12
"""Pixels that a paragraph may reach over the edge of the chart, into the margin: in most fonts it does not."""


def _around(chart: Chart, head: Provenance, words: Translator, width: float) -> tuple[SvgParts, SvgParts]:
    """Above the chart: title, subtitle, selection. Below: a line, rule, short coverage, source with licence."""
    parts, height = _paragraphs([(chart.title, TITLE), (chart.subtitle, SUBTITLE), (head.filter_text, SMALL)], width)
    above = SvgParts(parts, height + GAP)
    line = head.line(words)
    source = words("downloads.source", source=line) if line else ""
    licence = words("downloads.licence", licence=head.licence) if head.licence else ""
    coverage = head.coverage if len(head.coverage) <= LONGEST_FOOT else ""
    paragraphs = [(each, SMALL) for each in (chart.rule, coverage, ". ".join(filter(None, (source, licence))))]
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


WIDTH = 720
FONTS = "'Source Sans', 'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
LINE = 21
EDGE = {"wide": 24, "narrow": 16}
NARROW = 480


@dataclass(frozen=True)
class Drawing:
    """An SVG document and its size in pixels."""

    markup: str
    width: float
    height: float


def draw(
    chart: Chart,
    words: Translator,
    *,
    mode: Mode | None = "light",
    width: float = WIDTH,
    source: Provenance | None = None,
    alignment: str | None = None,
    name: str | None = None,
    place: int = 0,
) -> Drawing:
    """The chart as an SVG document, as high as it needs; it fetches nothing and runs nothing.

    Its name is the chart's title, its description the alternative text.

    - ``words``: the language of its numbers.
    - ``mode``: the colours; with None they are variables (``var(--accent)``) of the page that holds the document.
    - ``width``: pixels.
    - ``source``: for a document of its own, with a ground: title and selection above, counting rule, source,
      revision and day below; long words of the owner on coverage end its description. Without it the ground is clear.
    - ``alignment``: the ``preserveAspectRatio`` of a document that is shown in a place of another shape.
    - ``name``: what a page calls it (``data-chart``).
    - ``place``: how high the place is in a page of ours, whose font it has: it looks as the figure does there.
    """
    edge = 0 if source is None else EDGE["narrow" if width < NARROW else "wide"]
    inner = width - 2 * edge
    with in_own_font(place > 0):
        parts = [_mark(replace(chart, height=place) if place else chart, words, inner, place)]
    if source is not None:
        above, below = _around(chart, source, words, inner)
        parts = [above, *parts, below]
    height = sum(each.height for each in parts) + 2 * edge
    names: dict[str, Value] = {
        "data-chart": name,
        **{"preserveAspectRatio": alignment, "xmlns": NAMESPACE, "viewBox": f"0 0 {width:g} {height:g}"},
        **{"width": width, "height": height, "role": "img", "lang": words.language, "xml:lang": words.language},
    }
    groups, top = [], float(edge)
    for each in parts:
        shift = f"translate({attribute_text(edge)} {attribute_text(top)})"
        groups.append(element("g", *each.parts, transform=shift))
        top += each.height
    ground = [element("rect", width=width, height=height, fill="@surface")] if edge else []
    coverage = source.coverage if source and len(source.coverage) > LONGEST_FOOT else ""
    texts = (element("title", chart.title), element("desc", f"{chart.alt} {coverage}".strip()))
    tree = element("svg", *texts, *ground, *groups, **names, font_family=FONTS)
    return Drawing(svg_text(tree, mode), width, height)


def _mark(chart: Chart, words: Translator, width: float, place: int) -> SvgParts:
    """The mark of a chart, its sentence if it has no rows or no picture; TypeError if the mark is of another kind."""
    if not len(chart.table) or not chart.picture:
        lines = wrap_text(chart.sentence if len(chart.table) else chart.empty, width)
        parts = [text(0, (at + 0.5) * LINE + 0.35 * SIZE, line) for at, line in enumerate(lines)]
        return SvgParts(parts, LINE * len(lines))
    match chart.mark:
        case Bars() as mark:
            return bars(mark, chart, words, width, place)
        case Columns() as mark:
            return columns(mark, chart, words, width)
        case Map() as mark:
            return region_map(mark, chart, words, width)
        case Heat() as mark:
            return heat(mark, chart, words, width)
        case Panels() as mark:
            return panels(mark, chart, words, width)
        case mark:
            raise TypeError(f"no drawing for {mark!r}")
