"""Horizontal bars: names at the left edge of the card, values behind the bars' ends."""

from typing import Any

from analysis.charts.chart import Bars, Chart, column_numbers, greatest
from analysis.charts.look import SIZE, TEMPLATE, width
from analysis.charts.text import lines, plain

ROW = 36
"""Height of a bar with the space around it, in pixels."""
WIDEST = 52
"""Most height that a bar with the space around it takes: few bars stand at the top of a high chart."""
THICK = 21
"""Height of a bar, in pixels."""
LETTERS = 22
"""Longest line of a name."""


def bars(mark: Bars, chart: Chart) -> dict[str, Any]:
    """The figure of ranked bars, the first row of the table at the top; a narrow screen gives them what they need."""
    names = chart.table[mark.name].tolist()
    values = column_numbers(chart.table, mark.value)
    told = [lines(name, LETTERS) for name in names]
    margin = round(max(width(line) for name in told for line in name) + SIZE)
    keys = chart.table[mark.key].tolist() if mark.key else names
    return {"data": [_trace(mark, names, values, keys)], "layout": _layout(mark, chart, values, told, margin)}


def _trace(mark: Bars, names: list[str], values: list[int | None], keys: list[str]) -> dict[str, Any]:
    found = [name in mark.highlight for name in names]
    return {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(values))),
        "customdata": keys,
        "hovertext": [plain(name) for name in names],
        "hovertemplate": "%{hovertext}: %{x:,d}<extra></extra>",
        "marker": {"color": ["@accent" if each else "@bar" for each in found]},
        "texttemplate": "<b>%{x:,d}</b>",
        "textfont": {"color": ["@accent-text" if each else "@text" for each in found]},
    }


def _layout(mark: Bars, chart: Chart, values: list[int | None], told: list[list[str]], margin: int) -> dict[str, Any]:
    rows, most = len(values), greatest(values)
    lowest = max(ROW, 10 + 18 * max(len(name) for name in told))
    needed, widest = rows * lowest, max(WIDEST, lowest)
    height = chart.height or needed
    return {
        "template": TEMPLATE,
        "margin": {"l": margin, "r": round(width(f"{most:,}") + 2 * SIZE), "t": 0, "b": 0},
        "xaxis": {"visible": False, "range": [0, max(most, 1)]},
        "annotations": [_name(position, name, margin) for position, name in enumerate(told)],
        **_height(rows, height, height if mark.spread else widest),
        "narrow": _height(rows, needed, widest),
    }


def _height(rows: int, height: int, widest: int) -> dict[str, Any]:
    places = max(rows, height / widest)
    axis = {"visible": False, "range": [places - 0.5, -0.5]}
    return {"height": height, "bargap": max(0.36, 1 - THICK * places / height), "yaxis": axis}


def _name(position: int, name: list[str], margin: int) -> dict[str, Any]:
    return {
        "text": "<br>".join(plain(line) for line in name),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -margin,
        "y": position,
        "yref": "y",
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": "@text"},
    }
