"""A chart as plotly draws it: a plain dict made from mark and table."""

from functools import singledispatch
from typing import Any

from analysis.charts.bars import bars
from analysis.charts.chart import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.columns import columns
from analysis.charts.heat import heat
from analysis.charts.look import TEMPLATE
from analysis.charts.map import region_map
from analysis.charts.panels import panels
from analysis.charts.text import plain


def figure(chart: Chart) -> dict[str, Any]:
    """The figure of a chart: ``data`` and ``layout`` as plotly takes them, but for what the component settles.

    Colours are tokens (`charts.look.tokens`). ``layout`` may hold ``narrow``: the parts of it that differ below 640
    pixels; annotations named "wide" or "narrow" are for that size alone. ``customdata`` of a point is what a click
    filters by. Title, rule and table stand outside the figure. A chart without rows is its sentence, without axes.
    """
    return _drawn(chart.mark, chart) if len(chart.table) else _sentence(chart)


@singledispatch
def _drawn(mark: object, chart: Chart) -> dict[str, Any]:
    raise TypeError(f"no drawing for {mark!r}")


_drawn.register(Bars, bars)
_drawn.register(Columns, columns)
_drawn.register(Map, region_map)
_drawn.register(Heat, heat)
_drawn.register(Panels, panels)


def _sentence(chart: Chart) -> dict[str, Any]:
    nowhere = {"visible": False}
    said = {"text": plain(chart.empty), "x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left"}
    layout = {"template": TEMPLATE, "height": 48, "xaxis": nowhere, "yaxis": nowhere}
    return {"data": [], "layout": layout | {"annotations": [said | {"showarrow": False}]}}
