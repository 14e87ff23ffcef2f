"""How wide the columns and how high the rows of a sheet must be, in pixels."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from xlsxwriter.utility import cell_autofit_width

from analysis.exports.looks import HEAD
from analysis.exports.values import Written

Cells = Mapping[tuple[int, int], Written]
"""What stands in a sheet, by row and column from 0."""

LEAST = 70
MOST = {"link": 230, HEAD: 190}
MOST_ELSE = 330
ARROW = 24
"""The arrow of the filter beside a header, and what bold type takes more."""
LINE = 20
MOST_LINES = 12
WRAPPED = ("prose", HEAD)


def widths(cells: Cells, columns: int) -> list[int]:
    """The width of each column: what its widest cell wants, within what can be read."""
    wanted = [LEAST] * columns
    for (_, at), cell in cells.items():
        wanted[at] = max(wanted[at], min(_pixels(cell), MOST.get(cell.look, MOST_ELSE)))
    return wanted


def heights(cells: Cells, given: Sequence[int]) -> dict[int, int]:
    """The height of each row in which text is broken into lines; all others have the usual height."""
    lines: dict[int, int] = {}
    for (row, at), cell in cells.items():
        if cell.look in WRAPPED and isinstance(cell.value, str):
            needed = sum(_lines(part, given[at]) for part in cell.value.split("\n"))
            lines[row] = max(lines.get(row, 1), min(needed, MOST_LINES))
    return {row: LINE * count for row, count in lines.items() if count > 1}


def _pixels(cell: Written) -> int:
    return _text_pixels(str(cell.value)) + (ARROW if cell.look == HEAD else 0)


_text_pixels = lru_cache(maxsize=20_000)(cell_autofit_width)
"""The same words come again and again in a column."""


def _lines(text: str, width: int) -> int:
    """Lines of a paragraph; words are not broken, so each line but the last loses about half a word."""
    if len(text) * 6 < width:
        return 1
    pixels = _text_pixels(text)
    return -(-pixels // (width - 20)) if pixels > width else 1
