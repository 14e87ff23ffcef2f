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
LETTERS, WORD, ALONE = 22, 24, 44
"""Longest line of a name, of one with a long word ("Verkostoitumistapahtuma"), and of one in a chart that has a wide
card to itself."""
NARROW = 640
"""Pixels: a narrower picture has shorter lines."""


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
        "layout": _layout(mark, chart, names, greatest(values)),
    }


def _layout(mark: Bars, chart: Chart, names: list[str], most: int) -> dict[str, Any]:
    """The layout of bars with these names; ``most`` is the greatest value."""
    annotations: list[dict[str, Any]] = []
    layouts = {}
    few = name_letters(names)
    for size, letters in {"wide": few if chart.height else ALONE, "narrow": few}.items():
        lines = [text_lines(name, letters) for name in names]
        margin = round(max(label_width(line) for name in lines for line in name) + SIZE)
        label = {
            **{"x": 0, "xref": "paper", "xanchor": "left", "xshift": -margin, "yref": "y", "yanchor": "middle"},
            **{"align": "left", "showarrow": False, "font": {"color": "@text"}, "name": size},
        }
        texts = ("<br>".join(map(plotly_text, name)) for name in lines)
        annotations += [{"text": text, "y": place, **label} for place, text in enumerate(texts)]
        lowest = max(BAR_ROW, 10 + 18 * max(map(len, lines)))
        needed, widest = len(names) * lowest, max(WIDEST, lowest)
        height = (chart.height if size == "wide" else None) or needed
        heights = _heights(len(names), height, height if mark.spread and size == "wide" else widest)
        layouts[size] = heights | {"margin": {"l": margin}}
    right = {"r": round(label_width(f"{most:,}") + 2 * SIZE), "t": 0, "b": 0}
    return {
        "template": TEMPLATE,
        "xaxis": {"visible": False, "range": [0, max(most, 1)]},
        "annotations": annotations,
        **layouts["wide"],
        "margin": layouts["wide"]["margin"] | right,
        "narrow": layouts["narrow"],
    }


def name_letters(names: list[str]) -> int:
    """The letters of the longest line of names that share their place with others: more only for a word's sake."""
    longest = max((len(word) for name in names for word in name.split()), default=0)
    return max(LETTERS, min(longest, WORD))


def _heights(rows: int, height: int, widest: int) -> dict[str, Any]:
    """What of a layout depends on its height in pixels; a bar takes at most ``widest`` of it."""
    places = max(rows, height / widest)
    axis = {"visible": False, "range": [places - 0.5, -0.5]}
    return {"height": height, "bargap": max(0.36, 1 - THICK * places / height), "yaxis": axis}
