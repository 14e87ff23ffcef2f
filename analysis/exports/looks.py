"""Formats of a workbook's cells: one for each style, made when it is first wanted."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from analysis.exports.values import HEADER_STYLE, CellStyle

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


class CellFormats:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._formats = book, dict[tuple[CellStyle, bool], Format]()

    def __call__(self, look: CellStyle, text: object = None) -> Format:
        """The format of a style; text that begins as a formula is marked as text, so that editing leaves it one."""
        quoted = isinstance(text, str) and text.startswith(("=", "+", "-", "@"))
        if (look, quoted) not in self._formats:
            properties = {"valign": "top", "quote_prefix": quoted, **PROPERTIES[look]}
            self._formats[look, quoted] = self._book.add_format(properties)
        return self._formats[look, quoted]
