"""Horizontal bars: names at the left edge of the card, values behind the bars' ends."""

from typing import Any

from analysis.charts.chart import Bars, Chart, column_numbers, greatest
from analysis.charts.look import SIZE, TEMPLATE, label_width, plotly_text, text_lines

BAR_ROW = 36
"""Height of a bar with the space around it, in pixels."""
WIDEST = 52
"""Greatest height of a bar with the space around it: few bars are drawn at the top of a high chart."""
THICK = 21
"""Height of a bar, in pixels."""
LETTERS = 22
"""Longest line of a name."""


def bars(mark: Bars, chart: Chart) -> dict[str, Any]:
    """The figure of ranked bars, the first row of the table at the top; a narrow screen gives them what they need."""
    names, values = chart.table[mark.name].tolist(), column_numbers(chart.table, mark.value)
    highlights = [name in mark.highlight for name in names]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": list(range(len(values))),
        "customdata": chart.table[mark.key].tolist() if mark.key else names,
        "hovertext": [plotly_text(name) for name in names],
        "hovertemplate": "%{hovertext}: %{x:,d}<extra></extra>",
        "marker": {"color": ["@accent" if each else "@bar" for each in highlights]},
        "texttemplate": "<b>%{x:,d}</b>",
        "textfont": {"color": ["@accent-text" if each else "@text" for each in highlights]},
    }
    return {
        "data": [trace],
        "layout": _layout(mark, chart, [text_lines(name, LETTERS) for name in names], greatest(values)),
    }


def _layout(mark: Bars, chart: Chart, names: list[list[str]], most: int) -> dict[str, Any]:
    """The layout of bars with these names in lines; ``most`` is the greatest value."""
    margin = round(max(label_width(line) for name in names for line in name) + SIZE)
    lowest = max(BAR_ROW, 10 + 18 * max(len(name) for name in names))
    needed, widest = len(names) * lowest, max(WIDEST, lowest)
    height = chart.height or needed
    label = {
        **{"x": 0, "xref": "paper", "xanchor": "left", "xshift": -margin, "yref": "y", "yanchor": "middle"},
        **{"align": "left", "showarrow": False, "font": {"color": "@text"}},
    }
    return {
        "template": TEMPLATE,
        "margin": {"l": margin, "r": round(label_width(f"{most:,}") + 2 * SIZE), "t": 0, "b": 0},
        "xaxis": {"visible": False, "range": [0, max(most, 1)]},
        "annotations": [
            {"text": "<br>".join(map(plotly_text, name)), "y": place, **label} for place, name in enumerate(names)
        ],
        **_heights(len(names), height, height if mark.spread else widest),
        "narrow": _heights(len(names), needed, widest),
    }


def _heights(rows: int, height: int, widest: int) -> dict[str, Any]:
    """What of a layout depends on its height in pixels; a bar takes at most ``widest`` of it."""
    places = max(rows, height / widest)
    axis = {"visible": False, "range": [places - 0.5, -0.5]}
    return {"height": height, "bargap": max(0.36, 1 - THICK * places / height), "yaxis": axis}
