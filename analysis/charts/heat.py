"""The heat map: a row an item, a cell a column, a number in each cell and a fill in six steps."""

import re
from typing import Any

from analysis.charts.chart import Chart, Heat, greatest, row_numbers
from analysis.charts.look import (
    GREATEST_STEP,
    SIZE,
    STEP_INKS,
    STEP_TOKENS,
    TEMPLATE,
    colour_step,
    grouped_digits,
    label_width,
    plotly_text,
    text_lines,
)

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
"""Longest line of a row's name, unless a word is longer."""
LONGEST = 20
"""Longest part of a word that is not divided."""
WIDE = 1080
"""About how wide the picture is in a wide window, in pixels."""
PLOT = 320
"""About how wide a narrow screen's picture is, in pixels."""
LEAST = 3
"""The least number of years that a narrow screen shows."""
Values = list[list[int | None]]
Names = list[list[str]]


def heat_height(names: list[str], size: str = "wide") -> int:
    """How high the picture of rows of these names is, in pixels; on a narrow screen without upright labels."""
    lines = max((len(name) for name in _name_lines(names, size)), default=1)
    return HEAD + len(names) * max(ROW, 8 + LINE * lines)


def heat(mark: Heat, chart: Chart, thousands: str) -> dict[str, Any]:
    """The figure of a heat map, the first row of the table at the top, the columns' labels above the cells.

    ``thousands``: what stands between them in its numbers.
    """
    names, rows = chart.table[mark.name].tolist(), row_numbers(chart.table, mark.columns)
    keys = chart.table[mark.key].tolist() if mark.key else names
    labels = [next(field.label for field in chart.fields if field.name == name) for name in mark.columns]
    most = greatest(each for row in rows for each in row)
    texts = []
    for name, row in zip(names, rows, strict=True):
        pairs = zip(labels, row, strict=True)
        texts.append(
            [f"{plotly_text(f'{name}, {label}')}: {grouped_digits(each or 0, thousands)}" for label, each in pairs]
        )
    cells = {
        "type": "heatmap",
        "z": [[None if each is None else colour_step(each, most) for each in row] for row in rows],
        **{"zmin": 0, "zmax": GREATEST_STEP},
        "colorscale": [[place / GREATEST_STEP, token] for place, token in enumerate(STEP_TOKENS)],
        "customdata": [[[key, *([each] if mark.keys else [])] for each in mark.keys or labels] for key in keys],
        **{"hovertext": texts, "hoverinfo": "text", "hoverongaps": False},
    }
    points = [(x, y, each) for y, row in enumerate(rows) for x, each in enumerate(row) if each is not None]
    numbers = {
        **{"type": "scatter", "mode": "text", "hoverinfo": "skip"},
        **{"x": [x for x, _, _ in points], "y": [y for _, y, _ in points]},
        "text": [f"<b>{grouped_digits(each, thousands)}</b>" if each else "0" for _, _, each in points],
        "textfont": {"color": [STEP_INKS[colour_step(each, most)] for _, _, each in points], "size": SIZE},
    }
    return {"data": [cells, numbers], "layout": _layout(mark, chart, names, labels, grouped_digits(most, thousands))}


def _layout(mark: Heat, chart: Chart, names: list[str], labels: list[str], most: str) -> dict[str, Any]:
    """The layout of rows with these names and columns with these labels; ``most`` is the greatest value as a text."""
    texts = {size: _name_lines(names, size) for size in LETTERS}
    margins = {
        size: round(max(label_width(line) for name in texts[size] for line in name) * BOLD + SIZE) for size in texts
    }
    # Longer labels have a line a word; on a narrow screen labels without a short form are upright.
    fits = max(map(label_width, labels)) <= (WIDE - margins["wide"]) / len(labels) - 8
    heads = [plotly_text(label) if fits else re.sub(r"(?<=-)|\s+", "<br>", plotly_text(label)) for label in labels]
    second = 0 if fits else LINE
    upright = 0 if mark.short else round(max(map(label_width, labels))) + 8 - HEAD
    room = int((PLOT - margins["narrow"]) / (label_width(most) * BOLD + 6))
    hidden = len(labels) - min(len(labels), max(LEAST, room)) if mark.short else 0
    foot = FOOT if hidden else 0
    ticks = {"tickmode": "array", "tickvals": list(range(len(labels))), "side": "top", "showgrid": False}
    short = {"ticktext": [plotly_text(each) for each in mark.short or labels], "tickangle": 0 if mark.short else -90}
    return {
        "template": TEMPLATE,
        "height": (chart.height or heat_height(names)) + second,
        "margin": {"l": margins["wide"], "r": 0, "t": HEAD + second, "b": 0},
        "xaxis": ticks | {"ticktext": heads, "tickangle": 0, "automargin": False, "range": [-0.5, len(labels) - 0.5]},
        "yaxis": {"visible": False, "range": [len(names) - 0.5, -0.5], "rangemode": "normal"},
        "annotations": _annotations(mark, names, texts, margins, note=bool(hidden)),
        "narrow": {
            "height": heat_height(names, "narrow") + upright + foot,
            "margin": {"l": margins["narrow"], "t": HEAD + upright, "b": foot},
            "xaxis": short | {"range": [hidden - 0.5, len(labels) - 0.5]},
        },
    }


def _annotations(
    mark: Heat, names: list[str], texts: dict[str, Names], margins: dict[str, int], *, note: bool
) -> list[dict[str, Any]]:
    """The names of the rows by size of screen, in lines at the left edge, and the note of a narrow one.

    ``texts``: by size the ``names`` in lines; ``margins``: by size the left margin; ``note``: whether there is a note.
    """
    annotations = []
    for size, line_lists in texts.items():
        left = {"name": size, "x": 0, "xref": "paper", "xanchor": "left", "xshift": -margins[size], "showarrow": False}
        for place, (name, parts) in enumerate(zip(names, line_lists, strict=True)):
            text = "<br>".join(map(plotly_text, parts))
            text = f"<b>{text}</b>" if name in mark.highlight else text
            look = {"yanchor": "middle", "align": "left", "font": {"color": "@text"}}
            annotations.append({**left, "text": text, "y": place, **look})
        if note and size == "narrow":
            foot = {"y": 0, "yref": "paper", "yanchor": "top", "yshift": -4}
            annotations.append({**left, "text": plotly_text(mark.note), **foot})
    return annotations


def _name_lines(names: list[str], size: str) -> Names:
    """The names of rows in lines; all are as long as the longest word needs, if that is not too long."""
    longest = max((len(word) for name in names for word in name.replace("-", "- ").split()), default=0)
    letters = max(LETTERS[size], min(longest, LONGEST))
    return [text_lines(name, letters) for name in names]
