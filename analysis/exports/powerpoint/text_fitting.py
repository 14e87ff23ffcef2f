"""Sizes of text at which it stays within its place, measured in the widest font that a reader may have."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.charts.svg.text_width import shorten_text, text_width, widest_word, wrap_text

LINE = 1.22
"""Height of a line as a part of the size of its letters."""
PAD = 5.0
"""Space at the sides of a cell, in points."""
FINE = 14
"""Text of this size still reads well from afar."""
ROOM = 3.0
"""Space above and below its text."""


class Box(NamedTuple):
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height


class TextFit(NamedTuple):
    """A text as it fits: its size, and how high it is, in points."""

    text: str
    size: float
    height: float


@lru_cache(maxsize=20_000)
def text_height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """The height of paragraphs in a place of a width, in points."""
    return sum(len(wrap_text(each, room, size, bold=bold)) for each in text.split("\n")) * size * LINE


def fit_text(text: str, box: Box, sizes: Sequence[float], *, bold: bool = False) -> TextFit:
    """The text in the largest size in which it fits; if it fits in none, as much of it as does, in the last."""
    for size in sizes:
        needed = text_height(text, size, box.width, bold=bold)
        if needed <= box.height:
            return TextFit(text, size, needed)
    words, last = text.split(" "), sizes[-1]
    for end in range(len(words) - 1, 0, -1):
        some = " ".join(words[:end]) + "…"
        needed = text_height(some, last, box.width, bold=bold)
        if needed <= box.height:
            return TextFit(some, last, needed)
    return TextFit(shorten_text(text, box.width, last, bold=bold), last, last * LINE)


class TableLayout(NamedTuple):
    """A table as it fits: the size of its text, widths of columns, heights of rows, all in points."""

    size: float
    widths: list[float]
    heights: list[float]


def fit_table(rows: Sequence[Sequence[str]], box: Box, sizes: Sequence[float]) -> TableLayout:
    """The table, its header the first row, in the largest size in which it fits; in a size that still reads well if no
    text is broken into lines then.

    If it fits in none, as many of its rows as do, in the last.
    """
    layouts = []
    for size in sizes:
        widths = _widths(rows, box.width, size)
        heights = []
        for at, row in enumerate(rows):
            texts = zip(row, widths, strict=True)
            heights.append(
                max(text_height(text, size, wide - 2 * PAD, bold=at == 0) for text, wide in texts) + 2 * ROOM
            )
        layouts.append(TableLayout(size, widths, heights))
    suitable = [each for each in layouts if sum(each.heights) <= box.height and sum(each.widths) <= box.width + 1]
    one_line = (each for each in suitable if max(each.heights) <= each.size * LINE + 2 * ROOM + 0.01)
    if suitable:
        return next((each for each in one_line if each.size >= FINE), suitable[0])
    heights = layouts[-1].heights
    count = next(count for count in range(len(heights), -1, -1) if sum(heights[:count]) <= box.height or count <= 1)
    return layouts[-1]._replace(heights=heights[:count])


def _widths(rows: Sequence[Sequence[str]], room: float, size: float) -> list[float]:
    """The widths that columns want, in points, the widest less if all is more than ``room``; no word is broken."""
    full, least = [], []
    for head, *column in zip(*rows, strict=True):
        widest = max(text_width(head, size, bold=True), *(text_width(each, size) for each in (head, *column)), 0)
        full.append(widest + 2 * PAD + 2)
        least.append(widest_word((head, *column)) * size / 14 * 1.14 + 2 * PAD + 2)
    low, high = 0.0, max(full)
    for _ in range(24):
        cap = (low + high) / 2
        total = sum(max(few, min(much, cap)) for few, much in zip(least, full, strict=True))
        low, high = (cap, high) if total <= room else (low, cap)
    return [max(few, min(much, low)) for few, much in zip(least, full, strict=True)]
