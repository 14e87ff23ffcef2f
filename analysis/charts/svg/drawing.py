"""A chart as one SVG document: what the mark draws, with or without what is said around it."""

from functools import singledispatch
from xml.etree.ElementTree import Element

from analysis.charts.chart import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.look import SIZE, Mode
from analysis.charts.svg.bars import bars
from analysis.charts.svg.columns import columns
from analysis.charts.svg.element import NAMESPACE, Drawing, Value, element, moved, packed, text
from analysis.charts.svg.head import Origin, above, below
from analysis.charts.svg.heat import heat
from analysis.charts.svg.map import region_map
from analysis.charts.svg.measured import wrapped
from analysis.charts.svg.panels import panels
from analysis.words import Words

WIDTH = 720
FONTS = "'Source Sans', 'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
LINE = 21
EDGE = {"wide": 24, "narrow": 16}
NARROW = 480


def svg(
    chart: Chart, words: Words, *, mode: Mode | None = "light", width: float = WIDTH, head: Origin | None = None
) -> str:
    """The chart as an SVG document of this width in pixels, as high as it needs; it fetches nothing and runs nothing.

    Without a mode its colours are variables (``var(--accent)``) of the page that it stands in. Its name is the chart's
    title, its description the alternative text. With ``head`` it stands alone: on its own ground, title and selection
    above, counting rule, source, revision and day below. Without it the ground is clear.
    """
    edge = 0 if head is None else EDGE["narrow" if width < NARROW else "wide"]
    inner = width - 2 * edge
    drawn = [_drawn(chart.mark, chart, words, inner) if len(chart.table) else _sentence(chart, inner)]
    if head is not None:
        drawn = [above(chart, head, inner), *drawn, below(chart, head, words, inner)]
    return packed(_document(chart, words, width, edge, drawn), mode)


@singledispatch
def _drawn(mark: object, chart: Chart, words: Words, width: float) -> Drawing:
    raise TypeError(f"no drawing for {mark!r}")


_drawn.register(Bars, bars)
_drawn.register(Columns, columns)
_drawn.register(Map, region_map)
_drawn.register(Heat, heat)
_drawn.register(Panels, panels)


def _document(chart: Chart, words: Words, width: float, edge: float, drawn: list[Drawing]) -> Element:
    height = sum(each.height for each in drawn) + 2 * edge
    tops = [edge + sum(each.height for each in drawn[:at]) for at in range(len(drawn))]
    ground = [element("rect", width=width, height=height, fill="@surface")] if edge else []
    names: dict[str, Value] = {
        **{"xmlns": NAMESPACE, "viewBox": f"0 0 {width:g} {height:g}", "width": width, "height": height},
        **{"role": "img", "lang": words.language, "xml:lang": words.language, "font_family": FONTS},
    }
    told = (element("title", chart.title), element("desc", chart.alt))
    placed = (moved(each.parts, edge, top) for each, top in zip(drawn, tops, strict=True))
    return element("svg", *told, *ground, *placed, **names)


def _sentence(chart: Chart, width: float) -> Drawing:
    lines = wrapped(chart.empty, width)
    parts = [text(0, (at + 0.5) * LINE + 0.35 * SIZE, line) for at, line in enumerate(lines)]
    return Drawing(parts, LINE * len(lines))
