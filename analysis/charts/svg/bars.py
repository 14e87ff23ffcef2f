"""Horizontal bars: names at the left edge, values behind the bars' ends."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.bars import LETTERS, ROW, THICK
from analysis.charts.chart import Bars, Chart, column_numbers, greatest
from analysis.charts.look import SIZE
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.measured import longest, wrapped
from analysis.charts.svg.measured import width as wide
from analysis.charts.text import lines
from analysis.words import Words

LINE = 18
"""Height of a line of a name, in pixels."""
GAP = 5
ROUND = 3
NAMES, WORD = 0.45, 0.6
"""The part of the width that names may take at most, and that one with a long word may."""
LEAST = 40
"""So much of the width is kept for the bars and the space beside the names, in pixels."""


class Row(NamedTuple):
    """One bar: its name in lines, its value as a number (None if unknown) and as it is written, whether it is the
    finding."""

    name: list[str]
    value: int | None
    written: str
    found: bool


class Frame(NamedTuple):
    """Where the bars begin, how far they reach at most, and how high a row is, in pixels."""

    left: float
    reach: float
    row: float


def bars(mark: Bars, chart: Chart, words: Words, width: float) -> SvgParts:
    """Ranked bars, the first row of the table at the top."""
    values = column_numbers(chart.table, mark.value)
    written = ["" if value is None else words.number(value) for value in values]
    right = max(wide(each, bold=True) for each in written) + GAP
    most = min(max(NAMES * width, min(longest(chart.table[mark.name]), WORD * width)), width - right - LEAST)
    rows = [
        Row(
            [piece for line in lines(name, LETTERS) for piece in wrapped(line, most)],
            value,
            told,
            name in mark.highlight,
        )
        for name, value, told in zip(chart.table[mark.name].tolist(), values, written, strict=True)
    ]
    margin = max(wide(line) for row in rows for line in row.name) + SIZE
    height = max(ROW, 10 + LINE * max(len(row.name) for row in rows))
    frame = Frame(margin, width - margin - right, height)
    scale = max(greatest(values), 1)
    parts = [_row(row, at, frame, (row.value or 0) / scale) for at, row in enumerate(rows)]
    return SvgParts(parts, height * len(rows))


def _row(row: Row, at: int, frame: Frame, part: float) -> Element:
    middle = (at + 0.5) * frame.row
    end = frame.left + part * frame.reach
    first = middle + 0.35 * SIZE - (len(row.name) - 1) * LINE / 2
    names = [text(0, first + place * LINE, line) for place, line in enumerate(row.name)]
    fill = "@accent" if row.found else "@bar"
    bar = [element("path", d=_shape(frame.left, end, middle), fill=fill)] if row.value else []
    ink = "@accent-text" if row.found else "@text"
    value = [text(end + GAP, middle + 0.35 * SIZE, row.written, fill=ink, font_weight=700)] if row.written else []
    return element("g", *names, *bar, *value, class_="bar")


def _shape(left: float, end: float, middle: float) -> str:
    bend = min(ROUND, end - left)
    top, bottom = middle - THICK / 2, middle + THICK / 2
    return (
        f"M{left:.2f} {top:.2f}H{end - bend:.2f}Q{end:.2f} {top:.2f} {end:.2f} {top + bend:.2f}"
        f"V{bottom - bend:.2f}Q{end:.2f} {bottom:.2f} {end - bend:.2f} {bottom:.2f}H{left:.2f}Z"
    )
