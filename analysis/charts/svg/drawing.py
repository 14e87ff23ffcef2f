"""A chart as one SVG document: the mark, with or without title and source around it."""

from dataclasses import dataclass

from analysis.charts.chart import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.look import SIZE, Mode
from analysis.charts.svg.bars import bars
from analysis.charts.svg.columns import columns
from analysis.charts.svg.element import NAMESPACE, SvgParts, Value, attribute_text, element, packed, text
from analysis.charts.svg.head import Provenance, around
from analysis.charts.svg.heat import heat
from analysis.charts.svg.map import region_map
from analysis.charts.svg.measured import wrap_text
from analysis.charts.svg.panels import panels
from analysis.words import Translator

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
) -> Drawing:
    """The chart as an SVG document of this width in pixels, as high as it needs; it fetches nothing and runs nothing.

    Its name is the chart's title, its description the alternative text.

    - ``words``: the language of its numbers.
    - ``mode``: the colours; with None they are variables (``var(--accent)``) of the page that holds the document.
    - ``head``: for a document that stands alone, on its own ground: title and selection above, counting rule, source,
      revision and day below. Without it the ground is clear.
    - ``alignment``: the ``preserveAspectRatio`` of a document that is shown in a place of another shape.
    """
    edge = 0 if source is None else EDGE["narrow" if width < NARROW else "wide"]
    inner = width - 2 * edge
    parts = [_mark(chart, words, inner)]
    if source is not None:
        above, below = around(chart, source, words, inner)
        parts = [above, *parts, below]
    height = sum(each.height for each in parts) + 2 * edge
    names: dict[str, Value] = {
        **{"preserveAspectRatio": alignment, "xmlns": NAMESPACE, "viewBox": f"0 0 {width:g} {height:g}"},
        **{"width": width, "height": height, "role": "img", "lang": words.language, "xml:lang": words.language},
    }
    groups, top = [], float(edge)
    for each in parts:
        place = f"translate({attribute_text(edge)} {attribute_text(top)})"
        groups.append(element("g", *each.parts, transform=place))
        top += each.height
    ground = [element("rect", width=width, height=height, fill="@surface")] if edge else []
    texts = (element("title", chart.title), element("desc", chart.alt))
    tree = element("svg", *texts, *ground, *groups, **names, font_family=FONTS)
    return Drawing(packed(tree, mode), width, height)


def svg(
    chart: Chart,
    words: Translator,
    *,
    mode: Mode | None = "light",
    width: float = WIDTH,
    source: Provenance | None = None,
) -> str:
    """The SVG document of `draw` without its size."""
    return draw(chart, words, mode=mode, width=width, source=source).markup


def _mark(chart: Chart, words: Translator, width: float) -> SvgParts:
    """The mark of a chart, or its sentence if it has no rows; TypeError if the mark is none that is known."""
    if not len(chart.table):
        lines = wrap_text(chart.empty, width)
        parts = [text(0, (at + 0.5) * LINE + 0.35 * SIZE, line) for at, line in enumerate(lines)]
        return SvgParts(parts, LINE * len(lines))
    match chart.mark:
        case Bars() as mark:
            return bars(mark, chart, words, width)
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
