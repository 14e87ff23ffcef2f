"""A chart as plotly draws it: a plain dict made from mark and table."""

from typing import Any

from analysis.charts.bars import bars
from analysis.charts.chart import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.columns import columns
from analysis.charts.heat import heat
from analysis.charts.look import TEMPLATE, plotly_text
from analysis.charts.map import region_map
from analysis.charts.panels import panels


def figure(chart: Chart) -> dict[str, Any]:
    """The figure of a chart: ``data`` and ``layout`` as plotly takes them, without what the component sets itself.

    Colours are tokens (`charts.look.tokens`). ``layout`` may hold ``narrow``: the parts of it that differ below 640
    pixels; annotations named "wide" or "narrow" are for that size alone. ``customdata`` of a point is what a click
    filters by. Title, rule and table are not part of the figure. A chart without rows is its sentence, without axes.
    Raises TypeError if the mark is of another kind.
    """
    if not len(chart.table):
        return _sentence(chart.empty)
    match chart.mark:
        case Bars() as mark:
            return bars(mark, chart)
        case Columns() as mark:
            return columns(mark, chart)
        case Map() as mark:
            return region_map(mark, chart)
        case Heat() as mark:
            return heat(mark, chart)
        case Panels() as mark:
            return panels(mark, chart)
        case mark:
            raise TypeError(f"no drawing for {mark!r}")


def _sentence(text: str) -> dict[str, Any]:
    """A figure that is a sentence, without axes."""
    axis = {"visible": False}
    place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "showarrow": False}
    layout = {"template": TEMPLATE, "height": 48, "xaxis": axis, "yaxis": axis}
    return {"data": [], "layout": layout | {"annotations": [{"text": plotly_text(text), **place}]}}
