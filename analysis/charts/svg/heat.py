"""The heat map: a row a thing, a cell a column, a number in each cell and a fill in six steps."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Heat, greatest, row_numbers
from analysis.charts.heat import ROW
from analysis.charts.look import SIZE
from analysis.charts.steps import ON, TOKENS, step
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.measured import longest, wrapped
from analysis.charts.svg.measured import width as wide
from analysis.words import Words

GAP = 3
LINE = 18
LEGIBLE = 11
"""Smaller numbers stand upright where they are larger then, in pixels."""
NAMES, WORD = 0.28, 0.45
"""The part of the width that names of rows may take, and that one with a long word may."""


class Grid(NamedTuple):
    """Where the cells begin, how wide and high one is with its gap, how high the numbers in them are, in pixels, and
    whether these stand upright."""

    left: float
    top: float
    width: float
    row: float
    size: float
    upright: bool


def heat(mark: Heat, chart: Chart, words: Words, width: float) -> SvgParts:
    """The heat map, the first row of the table at the top. Labels of columns that do not fit stand upright."""
    names = [str(name) for name in chart.table[mark.name]]
    room = max(NAMES * width, min(longest(names) * 1.14, WORD * width))
    told = [wrapped(name, room, bold=name in mark.chosen) for name in names]
    left = max(wide(line, bold=True) for lines in told for line in lines) + SIZE
    cell = (width + GAP - left) / len(mark.columns)
    heads, top = _heads(mark, chart, left, cell)
    rows = row_numbers(chart.table, mark.columns)
    most = greatest(each for row in rows for each in row)
    high = max(ROW, 8 + LINE * max(map(len, told)))
    grid = Grid(left, top, cell, high, *_size(wide(words.number(most), bold=True), cell, high))
    sides = [each for at, lines in enumerate(told) for each in _name(grid, at, lines, names[at] in mark.chosen)]
    cells = [
        each
        for y, row in enumerate(rows)
        for x, value in enumerate(row)
        if value is not None
        for each in _cell(grid, (x, y), value, step(value, most), words)
    ]
    return SvgParts((*heads, *sides, *cells), top + grid.row * len(rows) - GAP)


def _heads(mark: Heat, chart: Chart, left: float, cell: float) -> tuple[list[Element], float]:
    labels = [next(field.label for field in chart.fields if field.name == name) for name in mark.columns]
    middles = [left + (at + 0.5) * cell - GAP / 2 for at in range(len(labels))]
    fits = cell - 2 * GAP
    given = next((each for each in (labels, mark.short) if each and longest(each) <= fits), None)
    if given is None:
        high = max(map(wide, labels))
        return [_upright(x, high, label) for x, label in zip(middles, labels, strict=True)], high + 8
    told = [wrapped(label, fits) for label in given]
    most = max(map(len, told))
    lines = [
        text(x, (most - len(each) + at) * LINE + SIZE, line, fill="@muted", text_anchor="middle", class_="column")
        for x, each in zip(middles, told, strict=True)
        for at, line in enumerate(each)
    ]
    return lines, most * LINE + 8


def _upright(x: float, y: float, label: str) -> Element:
    turn = f"rotate(-90 {x + 0.35 * SIZE:.2f} {y:.2f})"
    return text(x + 0.35 * SIZE, y, label, fill="@muted", transform=turn, class_="column")


def _name(grid: Grid, at: int, lines: list[str], chosen: bool) -> list[Element]:
    first = grid.top + (at + 0.5) * grid.row - GAP / 2 + 0.35 * SIZE - (len(lines) - 1) * LINE / 2
    weight = 700 if chosen else None
    return [text(0, first + place * LINE, line, font_weight=weight, class_="row") for place, line in enumerate(lines)]


def _cell(grid: Grid, place: tuple[int, int], value: int, at: int, words: Words) -> list[Element]:
    x, y = grid.left + place[0] * grid.width, grid.top + place[1] * grid.row
    across, down = grid.width - GAP, grid.row - GAP
    middle, base = x + across / 2, y + down / 2 + 0.35 * grid.size
    ink = text(
        middle, base, words.number(value), fill=ON[at], font_size=grid.size, text_anchor="middle", class_="value"
    )
    if value:
        ink.set("font-weight", "700")
    if grid.upright:
        ink.set("transform", f"rotate(-90 {middle:.2f} {y + down / 2:.2f})")
    return [element("rect", x=x, y=y, width=across, height=down, fill=TOKENS[at], class_="cell"), ink]


def _size(taken: float, across: float, down: float) -> tuple[float, bool]:
    """The size of numbers that take so much at the usual one, and whether they must stand upright to be legible."""
    lying, standing = (SIZE * min(1, (room - GAP - 2) / max(taken, 1)) for room in (across, down))
    return (standing, True) if lying < LEGIBLE and standing > lying else (lying, False)
