"""The heat map: a row a thing, a cell a column, a number in each cell and a fill in six steps."""

import re
from typing import Any

from analysis.charts.chart import Chart, Heat, greatest, row_numbers
from analysis.charts.look import SIZE, TEMPLATE, width
from analysis.charts.steps import MOST, ON, TOKENS, digits, step
from analysis.charts.text import lines, plain

ROW = 38
"""Height of a row of cells with the gap, in pixels."""
LINE = 18
"""Height of a line of a row's name."""
HEAD = 26
"""Height of the columns' labels."""
FOOT = 26
"""Height of the note under the cells."""
BOLD = 1.06
"""How much wider bold letters are."""
LETTERS = {"wide": 44, "narrow": 15}
"""Longest line of a row's name, where no word is longer."""
LONGEST = 20
"""Longest part of a word that stands undivided."""
WIDE = 1080
"""About how wide the picture is in a wide window, in pixels."""
PLOT = 320
"""About how wide a narrow screen's picture is, in pixels."""
LEAST = 3
"""So many of the latest years stand on a narrow screen at least."""
Values = list[list[int | None]]


def height(names: list[str], size: str = "wide") -> int:
    """How high the picture of rows of these names is, in pixels; on a narrow screen without upright labels."""
    return HEAD + len(names) * _row(names, size)


def heat(mark: Heat, chart: Chart) -> dict[str, Any]:
    """The figure of a heat map, the first row of the table at the top, the columns' labels above the cells."""
    names = chart.table[mark.name].tolist()
    rows = row_numbers(chart.table, mark.columns)
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
    left = len(labels) - _fitting(mark, chart, labels, PLOT - _margin(names, "narrow"))
    foot = FOOT if left else 0
    told, more = _heads(labels, WIDE - _margin(names, "wide"))
    ticks = {"tickmode": "array", "tickvals": list(range(len(labels))), "side": "top", "showgrid": False}
    margins = {size: _margin(names, size) for size in LETTERS}
    short = {"ticktext": [plain(each) for each in mark.short or labels], "tickangle": 0 if mark.short else -90}
    return {
        "template": TEMPLATE,
        "height": (chart.height or height(names)) + more,
        "margin": {"l": margins["wide"], "r": 0, "t": HEAD + more, "b": 0},
        "xaxis": ticks | {"ticktext": told, "tickangle": 0, "automargin": False} | {"range": [-0.5, len(labels) - 0.5]},
        "yaxis": {"visible": False, "range": [len(names) - 0.5, -0.5], "rangemode": "normal"},
        "annotations": [
            *(each for size in LETTERS for each in _names(mark, names, size, margins[size])),
            *([_note(mark, margins["narrow"])] if left else []),
        ],
        "narrow": {
            "height": height(names, "narrow") + upright + foot,
            "margin": {"l": margins["narrow"], "t": HEAD + upright, "b": foot},
            "xaxis": short | {"range": [left - 0.5, len(labels) - 0.5]},
        },
    }


def _names(mark: Heat, names: list[str], size: str, margin: int) -> list[dict[str, Any]]:
    return [
        {
            "name": size,
            "text": _bold("<br>".join(plain(line) for line in _lines(name, names, size)), name in mark.chosen),
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


def _heads(labels: list[str], room: float) -> tuple[list[str], int]:
    """The columns' labels, and the height of their second line where one is longer than its column is wide."""
    fits = max(map(width, labels)) <= room / len(labels) - 8
    told = [plain(label) if fits else re.sub(r"(?<=-)|\s+", "<br>", plain(label)) for label in labels]
    return told, 0 if fits else LINE


def _note(mark: Heat, margin: int) -> dict[str, Any]:
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -margin, "y": 0, "yref": "paper", "yanchor": "top"}
    return {"name": "narrow", "text": plain(mark.note), "yshift": -4, "showarrow": False, **place}


def _fitting(mark: Heat, chart: Chart, labels: list[str], room: int) -> int:
    """How many columns of years fit beside each other on a narrow screen; other columns all stand there."""
    if not mark.short:
        return len(labels)
    most = _most(row_numbers(chart.table, mark.columns))
    return min(len(labels), max(LEAST, int(room / (width(digits(most)) * BOLD + 6))))


def _bold(text: str, chosen: bool) -> str:
    return f"<b>{text}</b>" if chosen else text


def _margin(names: list[str], size: str) -> int:
    return round(max(width(line) for name in names for line in _lines(name, names, size)) * BOLD + SIZE)


def _row(names: list[str], size: str) -> int:
    return max(ROW, 8 + LINE * max((len(_lines(name, names, size)) for name in names), default=1))


def _lines(name: str, names: list[str], size: str) -> list[str]:
    longest = max(len(word) for each in names for word in each.replace("-", "- ").split())
    return lines(name, max(LETTERS[size], min(longest, LONGEST)))


def _most(rows: Values) -> int:
    return greatest(each for row in rows for each in row)
