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
"""Among more columns only those of the finding have their value written."""


def columns(mark: Columns, chart: Chart) -> dict[str, Any]:
    """The figure of columns over years; a narrow screen names fewer of them if there are many."""
    years, values = [int(year) for year in chart.table[mark.year]], column_numbers(chart.table, mark.value)
    highlights = [year in mark.highlight for year in years]
    trace = {
        "type": "bar",
        "x": [year + 0.5 for year in years],
        "y": values,
        "width": WIDTH,
        "customdata": years,
        "hovertemplate": "%{customdata}: %{y:,d}<extra></extra>",
        "marker": {"color": ["@accent" if each else "@bar" for each in highlights]},
        "texttemplate": ["<b>%{y:,d}</b>" if each or len(years) <= VALUES else "" for each in highlights],
        "textfont": {"color": ["@accent-text" if each else "@text" for each in highlights]},
    }
    shapes, annotations, lanes = bands(mark.phases, reach(years))
    axis = {"showline": True, "linecolor": "@axis", "range": reach(years), "ticklabeloverflow": "allow"}
    ticks = {}
    for size, most in LABELS.items():
        labels = named(years, most)
        texts = {"tickvals": [year + 0.5 for year in labels], "ticktext": [str(year) for year in labels]}
        ticks[size] = {"tickmode": "array", **texts}
    layout = {
        "template": TEMPLATE,
        "height": chart.height or HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 8},
        "xaxis": ticks["wide"] | axis,
        "yaxis": {"visible": False, "range": [0, top(values, lanes)]},
    }
    more = {"shapes": shapes, "annotations": annotations, "narrow": {"xaxis": ticks["narrow"]}}
    return {"data": [trace], "layout": layout | more}


def reach(years: list[int]) -> list[float]:
    """The first and last moment of the axis, in years."""
    spare = max(0, FEWEST - len(years)) / 2
    return [years[0] - spare, years[-1] + 1 + spare]


def top(values: list[int | None], lanes: int) -> float:
    """The value at the upper edge: there is room over the highest column for its value and for lines of phases."""
    return max(greatest(values), 1) * (1.15 + 0.12 * lanes)


def named(years: list[int], most: int) -> list[int]:
    """At most so many of the years, evenly apart, the last among them: those that are named."""
    return years[:: -ceil(len(years) / most)][::-1]
