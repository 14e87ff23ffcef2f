"""Small columns over years beside each other: one panel a row, all on one scale, each under its own name."""

from itertools import zip_longest
from math import ceil
from typing import Any

from analysis.charts.chart import Chart, Panels, row_numbers
from analysis.charts.look import TEMPLATE
from analysis.charts.text import lines, plain

PANEL = 158
"""Height of a panel with its name and its years, in pixels."""
NAME = 24
"""Height of a panel's name."""
FOOT = 26
"""Height of the years under a panel."""
ACROSS = {"wide": 4, "narrow": 2}
"""So many panels stand side by side; up to five in one line on a wide screen."""
ONE_LINE = 5
GAP = {"wide": 0.03, "narrow": 0.08}
LEAST = {"wide": 560, "narrow": 250}
"""So many pixels such a picture is wide at least."""
YEAR = 34
"""Width of a year with a little space, in pixels."""
LABELLED = 10
"""Among more years only the greatest value of a panel is told."""
WIDTH = 0.66
Line = tuple[float | None, ...]
LETTERS = {"wide": 28, "narrow": 20}


def height(number: int, size: str = "wide") -> int:
    """How high the picture of so many panels is, in pixels."""
    return ceil(number / across(number, size)) * PANEL


def panels(mark: Panels, chart: Chart) -> dict[str, Any]:
    """The figure of panels in the order of the table. A year without a known value is a gap."""
    rows = chart.table.to_dict("records")
    values = row_numbers(chart.table, mark.columns)
    most = max(*(each or 0.0 for row in values for each in row), *(each or 0.0 for each in mark.line), 1.0)
    data = [_columns(mark, row, values[place], place) for place, row in enumerate(rows)]
    if any(mark.line):
        data += [_line(mark, values[place], place) for place in range(len(rows))]
    return {"data": data, "layout": _layout(mark, chart, [str(row[mark.name]) for row in rows], most)}


def _columns(mark: Panels, row: dict[Any, Any], values: list[int | None], place: int) -> dict[str, Any]:
    told = [each and not high for each, high in zip(labelled(values, mark.line), below(values, mark.line), strict=True)]
    return {
        "type": "bar",
        "x": [year + 0.5 for year in mark.years],
        "y": values,
        "width": WIDTH,
        "xaxis": f"x{place + 1 if place else ''}",
        "yaxis": f"y{place + 1 if place else ''}",
        "customdata": [row[mark.key] if mark.key else row[mark.name]] * len(values),
        "hovertext": [f"{plain(str(row[mark.name]))} {year}" for year in mark.years],
        "hovertemplate": "%{hovertext}: %{y:,d}<extra></extra>",
        "marker": {"color": f"@{mark.colours[place]}" if mark.colours else "@bar"},
        "texttemplate": ["<b>%{y:,d}</b>" if each else "" for each in told],
        "textfont": {"color": "@text"},
    }


def _line(mark: Panels, values: list[int | None], place: int) -> dict[str, Any]:
    told = [each and high for each, high in zip(labelled(values, mark.line), below(values, mark.line), strict=True)]
    return {
        "type": "scatter",
        "mode": "lines+text" if any(told) else "lines",
        "customdata": values,
        "texttemplate": ["<b>%{customdata:,d}</b>" if each else "" for each in told],
        "textposition": "top center",
        "textfont": {"color": "@text"},
        "x": [year + 0.5 for year in mark.years],
        "y": list(mark.line),
        "xaxis": f"x{place + 1 if place else ''}",
        "yaxis": f"y{place + 1 if place else ''}",
        "line": {"color": "@text", "width": 1.5, "dash": "dot"},
        "hoverinfo": "skip",
        "connectgaps": False,
    }


def _layout(mark: Panels, chart: Chart, names: list[str], most: float) -> dict[str, Any]:
    wide, narrow = (_axes(mark, len(names), most, size) for size in ACROSS)
    return {
        "template": TEMPLATE,
        "height": chart.height or height(len(names)),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "annotations": [each for size in ACROSS for each in _names(names, size)],
        **wide,
        "narrow": {"height": height(len(names), "narrow"), **narrow},
    }


def _axes(mark: Panels, number: int, most: float, size: str) -> dict[str, Any]:
    first, last = mark.years[0], mark.years[-1]
    named = list(dict.fromkeys((first, last)))
    ends = {"tickvals": [year + 0.5 for year in named], "ticktext": [str(year) for year in named]}
    beside = room(len(mark.years), number, size)
    axes: dict[str, Any] = {}
    for place in range(number):
        left, right, bottom, top = box(place, number, size)
        label = str(place + 1) if place else ""
        axes[f"xaxis{label}"] = {
            **{"domain": [left, right], "anchor": f"y{label}", "range": [first - beside, last + 1 + beside]},
            **{"tickmode": "array", **ends, "showline": True, "linecolor": "@axis", "automargin": False},
        }
        axes[f"yaxis{label}"] = {
            **{"domain": [bottom, top], "anchor": f"x{label}", "range": [0, most * 1.3], "visible": False},
        }
    return axes


def room(years: int, number: int, size: str) -> float:
    """How many years wide the space before the first year is, and after the last, so that both can be told whole."""
    half = YEAR / 2 / (LEAST[size] * _side(number, size))
    return max(0.1, (half * years - 0.5) / (1 - 2 * half))


def _side(number: int, size: str) -> float:
    """How wide a panel is, as a part of the whole picture."""
    side = across(number, size)
    return (1 - GAP[size] * (side - 1)) / side


def _names(names: list[str], size: str) -> list[dict[str, Any]]:
    boxes = [box(place, len(names), size) for place in range(len(names))]
    return [
        {
            "name": size,
            "text": f"<b>{plain(_first(name, size))}</b>",
            "x": left,
            "xref": "paper",
            "xanchor": "left",
            "y": top,
            "yref": "paper",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"color": "@text"},
        }
        for name, (left, _, _, top) in zip(names, boxes, strict=True)
    ]


def _first(name: str, size: str) -> str:
    told = lines(name, LETTERS[size])
    return told[0] if len(told) == 1 else f"{told[0]} …"


def labelled(values: list[int | None], line: Line) -> list[bool]:
    """Which columns of a panel bear their value: all, among many years and beside a line the greatest."""
    most = max((each or 0 for each in values), default=0)
    return [bool(each) and ((len(values) <= LABELLED and not any(line)) or each == most) for each in values]


def below(values: list[int | None], line: Line) -> list[bool]:
    """Which columns end below the line, or at it: their value stands above the line, which would else cross it."""
    beside = zip_longest(values, line[: len(values)])
    return [value is not None and mean is not None and mean >= value for value, mean in beside]


def across(number: int, size: str) -> int:
    """How many of so many panels stand side by side."""
    most = ONE_LINE if size == "wide" and number <= ONE_LINE else ACROSS[size]
    return max(1, min(number, most))


def box(place: int, number: int, size: str) -> tuple[float, float, float, float]:
    """Left, right, bottom and top edge of the columns of a panel, as parts of the whole picture."""
    side, wide = across(number, size), _side(number, size)
    whole, gap = height(number, size), GAP[size]
    line, column = divmod(place, side)
    left = column * (wide + gap)
    top, bottom = 1 - (line * PANEL + NAME) / whole, 1 - ((line + 1) * PANEL - FOOT) / whole
    return left, left + wide, bottom, top
