"""Horizontal bars: names at the left edge, values behind the bars' ends."""

from analysis.charts.bars import ALONE, BAR_ROW, NARROW, THICK, WIDEST, name_letters
from analysis.charts.chart import Bars, Chart, column_numbers, greatest
from analysis.charts.look import SIZE, text_lines
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.text_width import text_width as wide
from analysis.charts.svg.text_width import widest_word, wrap_text
from analysis.words import Translator

LINE = 18
"""Height of a line of a name, in pixels."""
GAP = 5
ROUND = 3
NAMES, WORD = 0.45, 0.6
"""The part of the width that names may take at most, and that one with a long word may."""
LEAST = 40
"""The least width for the bars and the space beside the names, in pixels."""


def bars(mark: Bars, chart: Chart, words: Translator, width: float, place: float = 0) -> SvgParts:
    """Ranked bars, the first row of the table at the top.

    ``mark`` of a ``chart``, numbers by ``words``, ``width`` in pixels. ``place``: how high the place is that they are
    shown in; they share it as those of a figure do.
    """
    values = column_numbers(chart.table, mark.value)
    numbers = ["" if value is None else words.number(value) for value in values]
    right = max(wide(number, bold=True) for number in numbers) + GAP
    room = min(max(NAMES * width, min(widest_word(chart.table[mark.name]), WORD * width)), width - right - LEAST)
    letters = ALONE if width > NARROW else name_letters(chart.table[mark.name].tolist())
    names = [
        [part for line in text_lines(name, letters) for part in wrap_text(line, room)]
        for name in chart.table[mark.name]
    ]
    left = max(wide(line) for name in names for line in name) + SIZE
    height: float = max(BAR_ROW, 10 + LINE * max(map(len, names)))
    most = max(greatest(values), 1)
    if place:
        height = max(height, place / max(len(names), place / (place if mark.spread else max(WIDEST, height))))
    highlights = [name in mark.highlight for name in chart.table[mark.name]]
    parts = []
    for at, (name, value, number, high) in enumerate(zip(names, values, numbers, highlights, strict=True)):
        middle = (at + 0.5) * height
        base, end = middle + 0.35 * SIZE, left + (value or 0) / most * (width - left - right)
        bar = [text(0, base + (row - (len(name) - 1) / 2) * LINE, line) for row, line in enumerate(name)]
        if value:
            bar.append(element("path", d=_outline(left, end, middle), fill="@accent" if high else "@bar"))
        if number:
            ink = "@accent-text" if high else "@text"
            bar.append(text(end + GAP, base, number, fill=ink, font_weight=700))
        parts.append(element("g", *bar, class_="bar"))
    return SvgParts(parts, height * len(parts))


def _outline(left: float, end: float, middle: float) -> str:
    """The path of a bar whose end is rounded."""
    bend = min(ROUND, end - left)
    top, bottom = middle - THICK / 2, middle + THICK / 2
    return (
        f"M{left:.2f} {top:.2f}H{end - bend:.2f}Q{end:.2f} {top:.2f} {end:.2f} {top + bend:.2f}"
        f"V{bottom - bend:.2f}Q{end:.2f} {bottom:.2f} {end - bend:.2f} {bottom:.2f}H{left:.2f}Z"
    )
