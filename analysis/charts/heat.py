"""The heat map: a row a thing, a cell a column, a number in each cell and a fill in six steps."""

from typing import Any

import pandas as pd

from analysis.charts.chart import Chart, Heat
from analysis.charts.look import SIZE, TEMPLATE, width
from analysis.charts.steps import MOST, ON, TOKENS, digits, step
from analysis.charts.text import lines, plain

ROW = 38
"""Height of a row of cells with the gap, in pixels."""
LINE = 18
"""Height of a line of a row's name."""
HEAD = 26
"""Height of the columns' labels."""
LETTERS = {"wide": 30, "narrow": 15}
"""Longest line of a row's name."""
Values = list[list[int | None]]


def height(names: list[str], size: str = "wide") -> int:
    """How high the picture of rows of these names is, in pixels; on a narrow screen without upright labels."""
    return HEAD + len(names) * _row(names, size)


def heat(mark: Heat, chart: Chart) -> dict[str, Any]:
    """The figure of a heat map, the first row of the table at the top, the columns' labels above the cells."""
    names = chart.table[mark.name].tolist()
    values = [[None if pd.isna(each) else int(each) for each in chart.table[name]] for name in mark.columns]
    rows = [list(row) for row in zip(*values, strict=True)]
    labels = [next(field.label for field in chart.fields if field.name == name) for name in mark.columns]
    data = [_cells(mark, chart, names, labels, rows), _numbers(rows)]
    return {"data": data, "layout": _layout(mark, chart, names, labels)}


def _cells(mark: Heat, chart: Chart, names: list[str], labels: list[str], rows: Values) -> dict[str, Any]:
    most = _most(rows)
    keys = chart.table[mark.key].tolist() if mark.key else names
    said = [
        [f"{plain(name)}, {plain(label)}: {digits(each or 0)}" for label, each in zip(labels, row, strict=True)]
        for name, row in zip(names, rows, strict=True)
    ]
    return {
        "type": "heatmap",
        "z": [[None if each is None else step(each, most) for each in row] for row in rows],
        "zmin": 0,
        "zmax": MOST,
        "colorscale": [[place / MOST, token] for place, token in enumerate(TOKENS)],
        "customdata": [[[key, *([each] if mark.keys else [])] for each in mark.keys or labels] for key in keys],
        "hovertext": said,
        "hoverinfo": "text",
        "hoverongaps": False,
    }


def _numbers(rows: Values) -> dict[str, Any]:
    most = _most(rows)
    known = [(x, y, each) for y, row in enumerate(rows) for x, each in enumerate(row) if each is not None]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in known],
        "y": [y for _, y, _ in known],
        "text": [f"<b>{digits(each)}</b>" if each else "0" for _, _, each in known],
        "textfont": {"color": [ON[step(each, most)] for _, _, each in known], "size": SIZE},
        "hoverinfo": "skip",
    }


def _layout(mark: Heat, chart: Chart, names: list[str], labels: list[str]) -> dict[str, Any]:
    upright = 0 if mark.short else round(max(width(label) for label in labels)) + 8 - HEAD
    ticks = {"tickmode": "array", "tickvals": list(range(len(labels))), "side": "top", "showgrid": False}
    margins = {size: _margin(names, size) for size in LETTERS}
    short = {"ticktext": [plain(each) for each in mark.short or labels], "tickangle": 0 if mark.short else -90}
    return {
        "template": TEMPLATE,
        "height": chart.height or height(names),
        "margin": {"l": margins["wide"], "r": 0, "t": HEAD, "b": 0},
        "xaxis": ticks
        | {"ticktext": [plain(each) for each in labels], "tickangle": 0, "automargin": False}
        | {"range": [-0.5, len(labels) - 0.5]},
        "yaxis": {"visible": False, "range": [len(names) - 0.5, -0.5], "rangemode": "normal"},
        "annotations": [each for size in LETTERS for each in _names(mark, names, size, margins[size])],
        "narrow": {
            "height": height(names, "narrow") + upright,
            "margin": {"l": margins["narrow"], "t": HEAD + upright},
            "xaxis": short,
        },
    }


def _names(mark: Heat, names: list[str], size: str, margin: int) -> list[dict[str, Any]]:
    return [
        {
            "name": size,
            "text": _bold("<br>".join(plain(line) for line in lines(name, LETTERS[size])), name in mark.chosen),
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "xshift": -margin,
            "y": place,
            "yanchor": "middle",
            "align": "left",
            "showarrow": False,
            "font": {"color": "@text"},
        }
        for place, name in enumerate(names)
    ]


def _bold(text: str, chosen: bool) -> str:
    return f"<b>{text}</b>" if chosen else text


def _margin(names: list[str], size: str) -> int:
    return round(max(width(line) for name in names for line in lines(name, LETTERS[size])) * 1.06 + SIZE)


def _row(names: list[str], size: str) -> int:
    return max(ROW, 8 + LINE * max((len(lines(name, LETTERS[size])) for name in names), default=1))


def _most(rows: Values) -> int:
    return max((each for row in rows for each in row if each is not None), default=0)
