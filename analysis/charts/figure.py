"""A chart as plotly draws it: a plain dict made from mark and table."""

from typing import Any

from analysis.charts.bars import bars
from analysis.charts.chart import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.columns import columns
from analysis.charts.heat import heat
from analysis.charts.look import TEMPLATE, plotly_text
from analysis.charts.map import region_map
from analysis.charts.panels import panels
from analysis.words.language import NO_BREAK


def figure(chart: Chart, thousands: str = NO_BREAK) -> dict[str, Any]:
    """The figure of a chart: ``data`` and ``layout`` as plotly takes them, without what the component sets itself.

    ``thousands``: what stands between them in its numbers; with a comma the decimals begin with a point.

    Colours are tokens (`charts.look.tokens`). ``layout`` may hold ``narrow``: the parts of it that differ below 640
    pixels; annotations named "wide" or "narrow" are for that size alone. ``customdata`` of a point is what a click
    filters by. Title, rule and table are not part of the figure. A chart without rows is its sentence, without axes.
    Raises TypeError if the mark is of another kind.
    """
    if not len(chart.table):
        return _sentence(chart.empty)
    match chart.mark:
        case Bars() as mark:
            drawing = bars(mark, chart)
        case Columns() as mark:
            drawing = columns(mark, chart)
        case Map() as mark:
            drawing = region_map(mark, chart, thousands)
        case Heat() as mark:
            drawing = heat(mark, chart, thousands)
        case Panels() as mark:
            drawing = panels(mark, chart)
        case mark:
            raise TypeError(f"no drawing for {mark!r}")
    decimal = "." if thousands == "," else ","
    return drawing | {"layout": drawing["layout"] | {"separators": decimal + thousands}}


def _sentence(text: str) -> dict[str, Any]:
    """A figure that is a sentence, without axes."""
    axis = {"visible": False}
    place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "showarrow": False}
    layout = {"template": TEMPLATE, "height": 48, "xaxis": axis, "yaxis": axis}
    return {"data": [], "layout": layout | {"annotations": [{"text": plotly_text(text), **place}]}}
