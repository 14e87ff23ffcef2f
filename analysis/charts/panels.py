"""Small columns over years beside each other: one panel a row, all on one scale, each under its own name."""

from itertools import zip_longest
from math import ceil
from typing import Any, Literal, NamedTuple

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
"""Among more years the greatest value of a panel alone is written."""
WIDTH = 0.66
Line = tuple[float | None, ...]
LETTERS = {"wide": 28, "narrow": 20}


class PanelGrid(NamedTuple):
    """The layout of panels: how many side by side, the width of one as a part of the picture, its height in pixels."""

    across: int
    width: float
    height: int


def panel_grid(number: int, size: str = "wide") -> PanelGrid:
    """The layout of this number of panels on a "wide" or "narrow" screen."""
    most = ONE_LINE if size == "wide" and number <= ONE_LINE else ACROSS[size]
    across = max(1, min(number, most))
    return PanelGrid(across, (1 - GAP[size] * (across - 1)) / across, ceil(number / across) * PANEL)


def panels(mark: Panels, chart: Chart) -> dict[str, Any]:
    """The figure of panels in the order of the table. A year without a known value is a gap."""
    names, (rows, most) = [str(name) for name in chart.table[mark.name]], panel_numbers(mark, chart)
    keys = chart.table[mark.key].tolist() if mark.key else names
    years = [year + 0.5 for year in mark.years]
    bars: list[dict[str, Any]] = []
    means: list[dict[str, Any]] = []
    for at, (name, key, values) in enumerate(zip(names, keys, rows, strict=True)):
        axes = {"xaxis": f"x{at + 1 if at else ''}", "yaxis": f"y{at + 1 if at else ''}"}
        places = value_places(values, mark.line)
        bar = {
            **{"type": "bar", "x": years, "y": values, "width": WIDTH, "customdata": [key] * len(values), **axes},
            "hovertext": [f"{plotly_text(name)} {year}" for year in mark.years],
            "hovertemplate": "%{hovertext}: %{y:,d}<extra></extra>",
            "marker": {"color": f"@{mark.colours[at]}" if mark.colours else "@bar"},
            "texttemplate": ["<b>%{y:,d}</b>" if each == "column" else "" for each in places],
            "textfont": {"color": "@text"},
        }
        bars.append(bar)
        line = {
            **{"type": "scatter", "mode": "lines+text" if "line" in places else "lines", "customdata": values},
            "texttemplate": ["<b>%{customdata:,d}</b>" if each == "line" else "" for each in places],
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
    look = {**ticks, "showline": True, "linecolor": "@axis", "automargin": False}
    layouts: dict[str, dict[str, Any]] = {}
    annotations = []
    for size in ACROSS:
        grid = panel_grid(len(names), size)
        layouts[size] = {"height": grid.height}
        # Years of room before the first year and after the last, so that both names have room.
        half = YEAR / 2 / (LEAST[size] * grid.width)
        beside = max(0.1, (half * len(mark.years) - 0.5) / (1 - 2 * half))
        for at, name in enumerate(names):
            left, right, bottom, top = panel_edges(at, len(names), size)
            label = str(at + 1) if at else ""
            reach = {"domain": [left, right], "anchor": f"y{label}", "range": [first - beside, last + 1 + beside]}
            rise = {"domain": [bottom, top], "anchor": f"x{label}", "range": [0, most * 1.3], "visible": False}
            layouts[size] |= {f"xaxis{label}": reach | look, f"yaxis{label}": rise}
            annotations.append(_title(name, size, left, top))
    height = chart.height or layouts["wide"]["height"]
    more = {"height": height, "annotations": annotations, "narrow": layouts["narrow"]}
    return {"template": TEMPLATE, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, **layouts["wide"], **more}


def _title(name: str, size: str, left: float, top: float) -> dict[str, Any]:
    """The name of a panel over its top left corner on a size of screen; as much of it as is in one line."""
    line, *more = text_lines(name, LETTERS[size])
    title = plotly_text(f"{line} …" if more else line)
    return {
        **{"name": size, "text": f"<b>{title}</b>", "x": left, "y": top, "font": {"color": "@text"}},
        **{"xref": "paper", "xanchor": "left", "yref": "paper", "yanchor": "bottom", "showarrow": False},
    }


def panel_numbers(mark: Panels, chart: Chart) -> tuple[list[list[int | None]], float]:
    """The numbers of each panel, and the greatest of them and of the line in them, at least 1."""
    rows = row_numbers(chart.table, mark.columns)
    most = greatest(value for row in rows for value in row)
    return rows, max(most, *(each or 0.0 for each in mark.line), 1.0)


def value_places(values: list[int | None], line: Line) -> list[Literal["column", "line", ""]]:
    """Where each value is written: over its column, over the line if that would cross it, or nowhere.

    Among many years or beside a line the greatest value alone is written.
    """
    most, every = greatest(values), len(values) <= LABELLED and not any(line)
    places: list[Literal["column", "line", ""]] = []
    for value, mean in zip_longest(values, line[: len(values)]):
        if not value or not (every or value == most):
            places.append("")
        else:
            places.append("column" if mean is None or mean < value else "line")
    return places


def panel_edges(at: int, number: int, size: str) -> tuple[float, float, float, float]:
    """Left, right, bottom and top edge of the columns of a panel, as parts of the whole picture."""
    grid = panel_grid(number, size)
    line, column = divmod(at, grid.across)
    left = column * (grid.width + GAP[size])
    top, bottom = 1 - (line * PANEL + NAME) / grid.height, 1 - ((line + 1) * PANEL - FOOT) / grid.height
    return left, left + grid.width, bottom, top
