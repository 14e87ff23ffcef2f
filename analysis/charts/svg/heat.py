"""The heat map: a row an item, a cell a column, a number in each cell and a fill in six steps."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Heat, greatest, row_numbers
from analysis.charts.heat import ROW
from analysis.charts.look import SIZE, STEP_INKS, STEP_TOKENS, colour_step
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.text_width import text_width as wide
from analysis.charts.svg.text_width import widest_word, wrap_text
from analysis.words import Translator

GAP = 3
LINE = 18
LEGIBLE = 11
"""Numbers that would be smaller are turned upright if they are larger then, in pixels."""
NAMES, WORD = 0.28, 0.45
"""The part of the width that names of rows may take, and that one with a long word may."""


class HeatGrid(NamedTuple):
    """Where the cells begin, how wide and high one is with its gap, how high the numbers in them are, in pixels, and
    whether these are turned upright."""

    left_edge: float
    top: float
    width: float
    row: float
    size: float
    upright: bool


def heat(mark: Heat, chart: Chart, words: Translator, width: float) -> SvgParts:
    """The heat map, the first row of the table at the top. Labels of columns that do not fit are turned upright."""
    names = [str(name) for name in chart.table[mark.name]]
    room = max(NAMES * width, min(widest_word(names) * 1.14, WORD * width))
    wrapped_names = [wrap_text(name, room, bold=name in mark.highlight) for name in names]
    left = max(wide(line, bold=True) for lines in wrapped_names for line in lines) + SIZE
    cell = (width + GAP - left) / len(mark.columns)
    heads, top = _heads(mark, chart, left, cell)
    rows = row_numbers(chart.table, mark.columns)
    most = greatest(each for row in rows for each in row)
    row_height = max(ROW, 8 + LINE * max(map(len, wrapped_names)))
    # Numbers take the size at which the longest fits into its cell, lying or else upright.
    length = max(wide(words.number(most), bold=True), 1)
    lying, standing = (SIZE * min(1, (space - GAP - 2) / length) for space in (cell, row_height))
    upright = lying < LEGIBLE and standing > lying
    grid = HeatGrid(left, top, cell, row_height, standing if upright else lying, upright)
    parts = [*heads]
    for at, (name, lines) in enumerate(zip(names, wrapped_names, strict=True)):
        first = top + (at + 0.5) * row_height - GAP / 2 + 0.35 * SIZE - (len(lines) - 1) * LINE / 2
        weight = 700 if name in mark.highlight else None
        parts += [
            text(0, first + place * LINE, line, font_weight=weight, class_="row") for place, line in enumerate(lines)
        ]
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value is not None:
                parts += _cell(grid, (x, y), value, colour_step(value, most), words)
    return SvgParts(parts, top + row_height * len(rows) - GAP)


def _heads(mark: Heat, chart: Chart, left: float, cell: float) -> tuple[list[Element], float]:
    """The columns' labels and their height: the full ones or the short ones in lines, else the full ones upright."""
    labels = [next(field.label for field in chart.fields if field.name == name) for name in mark.columns]
    middles = [left + (at + 0.5) * cell - GAP / 2 for at in range(len(labels))]
    fits = cell - 2 * GAP
    lying = next((each for each in (labels, mark.short) if each and widest_word(each) <= fits), None)
    if lying is None:
        high, heads = max(map(wide, labels)), []
        for middle, label in zip(middles, labels, strict=True):
            x = middle + 0.35 * SIZE
            turn = f"rotate(-90 {x:.2f} {high:.2f})"
            heads.append(text(x, high, label, fill="@muted", transform=turn, class_="column"))
        return heads, high + 8
    lines = [wrap_text(label, fits) for label in lying]
    most = max(map(len, lines))
    return [
        text(x, (most - len(each) + at) * LINE + SIZE, line, fill="@muted", text_anchor="middle", class_="column")
        for x, each in zip(middles, lines, strict=True)
        for at, line in enumerate(each)
    ], most * LINE + 8


def _cell(grid: HeatGrid, place: tuple[int, int], value: int, at: int, words: Translator) -> list[Element]:
    """A cell with its number: ``place`` is its column and row, ``at`` the step of its value."""
    x, y = grid.left_edge + place[0] * grid.width, grid.top + place[1] * grid.row
    across, down = grid.width - GAP, grid.row - GAP
    middle, base = x + across / 2, y + down / 2 + 0.35 * grid.size
    look = {"fill": STEP_INKS[at], "text_anchor": "middle", "class_": "value"}
    number = text(middle, base, words.number(value), font_size=grid.size, **look)
    if value:
        number.set("font-weight", "700")
    if grid.upright:
        number.set("transform", f"rotate(-90 {middle:.2f} {y + down / 2:.2f})")
    return [element("rect", x=x, y=y, width=across, height=down, fill=STEP_TOKENS[at], class_="cell"), number]
