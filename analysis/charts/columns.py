"""Columns over years: one base line, a value over each column, phases as bands behind."""

from math import ceil
from typing import Any

from analysis.charts.chart import Chart, Columns, column_numbers, greatest
from analysis.charts.look import TEMPLATE
from analysis.charts.phases import bands

HEIGHT = 290
WIDTH = 0.58
FEWEST = 5
"""A few columns are drawn as wide as they would be among so many years."""
LABELS = {"wide": 24, "narrow": 9}
"""How many years can be named side by side."""
VALUES = 20
"""Above so many columns only those that are the finding bear their value."""


def columns(mark: Columns, chart: Chart) -> dict[str, Any]:
    """The figure of columns over years; a narrow screen names fewer of them where there are many."""
    years = [int(year) for year in chart.table[mark.year]]
    values = column_numbers(chart.table, mark.value)
    shapes, annotations, lanes = bands(mark.phases, reach(years))
    layout = _layout(chart, years, values, lanes) | {"shapes": shapes, "annotations": annotations}
    narrow = {"xaxis": _ticks(years, LABELS["narrow"])}
    return {"data": [_trace(mark, years, values)], "layout": layout | {"narrow": narrow}}


def _trace(mark: Columns, years: list[int], values: list[int | None]) -> dict[str, Any]:
    found = [year in mark.highlight for year in years]
    told = [each or len(years) <= VALUES for each in found]
    return {
        "type": "bar",
        "x": [year + 0.5 for year in years],
        "y": values,
        "width": WIDTH,
        "customdata": years,
        "hovertemplate": "%{customdata}: %{y:,d}<extra></extra>",
        "marker": {"color": ["@accent" if each else "@bar" for each in found]},
        "texttemplate": ["<b>%{y:,d}</b>" if each else "" for each in told],
        "textfont": {"color": ["@accent-text" if each else "@text" for each in found]},
    }


def _layout(chart: Chart, years: list[int], values: list[int | None], lanes: int) -> dict[str, Any]:
    return {
        "template": TEMPLATE,
        "height": chart.height or HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 8},
        "xaxis": _ticks(years, LABELS["wide"])
        | {"showline": True, "linecolor": "@axis", "range": reach(years), "ticklabeloverflow": "allow"},
        "yaxis": {"visible": False, "range": [0, top(values, lanes)]},
    }


def reach(years: list[int]) -> list[float]:
    """The first and last moment of the axis, in years."""
    spare = max(0, FEWEST - len(years)) / 2
    return [years[0] - spare, years[-1] + 1 + spare]


def top(values: list[int | None], lanes: int) -> float:
    """The value at the upper edge: there is room over the highest column for its value and for the phases' names."""
    return max(greatest(values), 1) * (1.15 + 0.12 * lanes)


def named(years: list[int], most: int) -> list[int]:
    """Those of the years that are named where there is room for so many, evenly apart, the last among them."""
    return years[:: -ceil(len(years) / most)][::-1]


def _ticks(years: list[int], most: int) -> dict[str, Any]:
    seen = named(years, most)
    return {"tickmode": "array", "tickvals": [year + 0.5 for year in seen], "ticktext": [str(year) for year in seen]}
