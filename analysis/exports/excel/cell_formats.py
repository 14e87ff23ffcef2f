"""Formats of a workbook's cells, one for each style; widths of columns and heights of rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import cell_autofit_width

from analysis.exports.excel.cell_values import HEADER_STYLE, Cells, CellStyle

PROPERTIES: dict[CellStyle, dict[str, Any]] = {
    "text": {},
    "beside": {"indent": 1},
    "code": {"num_format": "@"},
    "prose": {"text_wrap": True},
    "number": {"num_format": "#,##0"},
    "decimal": {"num_format": "#,##0.0"},
    "year": {"num_format": "0", "align": "left"},
    "day": {"num_format": "d.m.yyyy", "align": "left"},
    "link": {"font_color": "#0b5cad", "underline": 1},
    HEADER_STYLE: {"bold": True, "bg_color": "#e9ecf0", "bottom": 1, "text_wrap": True},
}


@dataclass(frozen=True)
class CellFormats:
    """The formats of one workbook."""

    book: Workbook
    formats: dict[tuple[CellStyle, bool], Format] = field(default_factory=dict)

    def __call__(self, style: CellStyle, text: object = None) -> Format:
        """The format of a style; text that begins as a formula is marked as text, so that editing leaves it one."""
        is_quoted = isinstance(text, str) and text.startswith(("=", "+", "-", "@"))
        if (style, is_quoted) not in self.formats:
            properties = {"valign": "top", "quote_prefix": is_quoted, **PROPERTIES[style]}
            self.formats[style, is_quoted] = self.book.add_format(properties)
        return self.formats[style, is_quoted]


LEAST = 70
MOST = {"link": 230, HEADER_STYLE: 190}
MOST_ELSE = 330
ARROW = 24
"""Width of the arrow of the filter beside a header, and of what bold type needs more."""
LINE = 20
MOST_LINES = 12
WRAPPED = ("prose", HEADER_STYLE)
LETTER = 6
"""No letter is narrower on average: a text of so few pixels a letter surely fits."""
_text_width = lru_cache(maxsize=20_000)(cell_autofit_width)
"""The same words come again and again in a column."""


def column_widths(cells: Cells, columns: int) -> list[int]:
    """The width in pixels of each column: that of its widest cell, within what can be read."""
    widths = [LEAST] * columns
    for (_, at), cell in cells.items():
        needed = _text_width(str(cell.value)) + (ARROW if cell.style == HEADER_STYLE else 0)
        widths[at] = max(widths[at], min(needed, MOST.get(cell.style, MOST_ELSE)))
    return widths


def row_heights(cells: Cells, widths: Sequence[int]) -> dict[int, int]:
    """The height in pixels of each row whose text is broken into lines; all others have the usual height.

    ``widths`` are those of the columns. Words are not broken, so each line but the last loses about half a word.
    """
    lines: dict[int, int] = {}
    for (row, at), cell in cells.items():
        if cell.style not in WRAPPED or not isinstance(cell.value, str):
            continue
        needed = 0
        for paragraph in cell.value.split("\n"):
            pixels = _text_width(paragraph) if len(paragraph) * LETTER >= widths[at] else 0
            needed += -(-pixels // (widths[at] - 20)) if pixels > widths[at] else 1
        lines[row] = max(lines.get(row, 1), min(needed, MOST_LINES))
    return {row: LINE * count for row, count in lines.items() if count > 1}
