"""Small columns over years beside each other: one panel a row, all on one scale, each under its own name."""

from itertools import zip_longest
from math import ceil
from typing import Any

from analysis.charts.chart import Chart, Panels, greatest, row_numbers
from analysis.charts.look import TEMPLATE, plotly_text, text_lines

PANEL = 158
"""Height of a panel with its name and its years, in pixels."""
NAME = 24
"""Height of a panel's name."""
FOOT = 26
"""Height of the years under a panel."""
ACROSS = {"wide": 4, "narrow": 2}
"""Panels side by side by size of screen; on a wide one up to five are in one line."""
ONE_LINE = 5
GAP = {"wide": 0.03, "narrow": 0.08}
LEAST = {"wide": 560, "narrow": 250}
"""The least width of such a picture, in pixels."""
YEAR = 34
"""Width of a year with a little space, in pixels."""
LABELLED = 10
"""Among more years only the greatest value of a panel is written."""
WIDTH = 0.66
Line = tuple[float | None, ...]
LETTERS = {"wide": 28, "narrow": 20}


def panels_height(number: int, size: str = "wide") -> int:
    """Height of the picture of this number of panels, in pixels."""
    return ceil(number / panels_across(number, size)) * PANEL


def panels(mark: Panels, chart: Chart) -> dict[str, Any]:
    """The figure of panels in the order of the table. A year without a known value is a gap."""
    names, rows = [str(name) for name in chart.table[mark.name]], row_numbers(chart.table, mark.columns)
    keys = chart.table[mark.key].tolist() if mark.key else names
    most = scale(mark, rows)
    years = [year + 0.5 for year in mark.years]
    bars: list[dict[str, Any]] = []
    means: list[dict[str, Any]] = []
    for place, (name, key, values) in enumerate(zip(names, keys, rows, strict=True)):
        axes = {"xaxis": f"x{place + 1 if place else ''}", "yaxis": f"y{place + 1 if place else ''}"}
        with_value, high = columns_with_value(values, mark.line), columns_below_line(values, mark.line)
        above_line = [each and above for each, above in zip(with_value, high, strict=True)]
        bar = {
            **{"type": "bar", "x": years, "y": values, "width": WIDTH, "customdata": [key] * len(values), **axes},
            "hovertext": [f"{plotly_text(name)} {year}" for year in mark.years],
            "hovertemplate": "%{hovertext}: %{y:,d}<extra></extra>",
            "marker": {"color": f"@{mark.colours[place]}" if mark.colours else "@bar"},
            "texttemplate": [
                "<b>%{y:,d}</b>" if each and not above else "" for each, above in zip(with_value, high, strict=True)
            ],
            "textfont": {"color": "@text"},
        }
        bars.append(bar)
        line = {
            **{"type": "scatter", "mode": "lines+text" if any(above_line) else "lines", "customdata": values},
            "texttemplate": ["<b>%{customdata:,d}</b>" if each else "" for each in above_line],
            **{"textposition": "top center", "textfont": {"color": "@text"}, "x": years, "y": list(mark.line), **axes},
            **{"line": {"color": "@text", "width": 1.5, "dash": "dot"}, "hoverinfo": "skip", "connectgaps": False},
        }
        means.append(line)
    return {"data": [*bars, *means] if any(mark.line) else bars, "layout": _layout(mark, chart, names, most)}


def _layout(mark: Panels, chart: Chart, names: list[str], most: float) -> dict[str, Any]:
    """The layout of panels of these names; ``most`` is the greatest value."""
    first, last = mark.years[0], mark.years[-1]
    ends = list(dict.fromkeys((first, last)))
    ticks = {"tickmode": "array", "tickvals": [year + 0.5 for year in ends], "ticktext": [str(year) for year in ends]}
    across_look = {**ticks, "showline": True, "linecolor": "@axis", "automargin": False}
    axes: dict[str, dict[str, Any]] = {size: {} for size in ACROSS}
    annotations = []
    for size in ACROSS:
        # Years of room before the first year and after the last, so that both names have room.
        half = YEAR / 2 / (LEAST[size] * _panel_width(len(names), size))
        beside = max(0.1, (half * len(mark.years) - 0.5) / (1 - 2 * half))
        for place, name in enumerate(names):
            left, right, bottom, top = panel_edges(place, len(names), size)
            label = str(place + 1) if place else ""
            reach = {"domain": [left, right], "anchor": f"y{label}", "range": [first - beside, last + 1 + beside]}
            rise = {"domain": [bottom, top], "anchor": f"x{label}", "range": [0, most * 1.3], "visible": False}
            axes[size] |= {f"xaxis{label}": reach | across_look, f"yaxis{label}": rise}
            title, *more = text_lines(name, LETTERS[size])
            title = plotly_text(f"{title} …" if more else title)
            annotation = {
                **{"name": size, "text": f"<b>{title}</b>", "x": left, "y": top},
                **{"xref": "paper", "xanchor": "left", "yref": "paper", "yanchor": "bottom", "showarrow": False},
                "font": {"color": "@text"},
            }
            annotations.append(annotation)
    return {
        "template": TEMPLATE,
        "height": chart.height or panels_height(len(names)),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "annotations": annotations,
        **axes["wide"],
        "narrow": {"height": panels_height(len(names), "narrow"), **axes["narrow"]},
    }


def scale(mark: Panels, rows: list[list[int | None]]) -> float:
    """The greatest value of all panels and of the line in them, at least 1."""
    return max(greatest(value for row in rows for value in row), *(each or 0.0 for each in mark.line), 1.0)


def _panel_width(number: int, size: str) -> float:
    """How wide a panel is, as a part of the whole picture."""
    side = panels_across(number, size)
    return (1 - GAP[size] * (side - 1)) / side


def columns_with_value(values: list[int | None], line: Line) -> list[bool]:
    """Which columns have their value written: all; among many years or beside a line the greatest only."""
    most = greatest(values)
    return [bool(each) and ((len(values) <= LABELLED and not any(line)) or each == most) for each in values]


def columns_below_line(values: list[int | None], line: Line) -> list[bool]:
    """Which columns end at the line or below it: their value is written above the line, which would cross it."""
    beside = zip_longest(values, line[: len(values)])
    return [value is not None and mean is not None and mean >= value for value, mean in beside]


def panels_across(number: int, size: str) -> int:
    """How many of this number of panels are drawn side by side."""
    most = ONE_LINE if size == "wide" and number <= ONE_LINE else ACROSS[size]
    return max(1, min(number, most))


def panel_edges(place: int, number: int, size: str) -> tuple[float, float, float, float]:
    """Left, right, bottom and top edge of the columns of a panel, as parts of the whole picture."""
    side, wide = panels_across(number, size), _panel_width(number, size)
    whole, gap = panels_height(number, size), GAP[size]
    line, column = divmod(place, side)
    left = column * (wide + gap)
    top, bottom = 1 - (line * PANEL + NAME) / whole, 1 - ((line + 1) * PANEL - FOOT) / whole
    return left, left + wide, bottom, top
