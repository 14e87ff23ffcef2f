"""Cells of a workbook: typed values with a style, which the reader gets back; formats of styles, widths and heights."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import cell_autofit_width

from analysis.charts.chart import Field
from analysis.exports.excel.column_help import ReferenceNames
from analysis.exports.shared import number_formats
from analysis.schema import Language
from analysis.schema.aliases import ALL_SEVEN, SEVEN
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, Link, Many, One, Text, Whole, Year
from analysis.words import Translator, translator
from analysis.words.language import clock

CellStyle = Literal["text", "beside", "code", "prose", "number", "decimal", "year", "day", "link", "head"]
HEADER_STYLE: CellStyle = "head"
ALL = {"fi": "kaikki", "en": "all", "sv": "alla"}
FIRST_DAY = "1900-03-01"
"""Excel counts a 29 February 1900, which did not exist; earlier days are text."""
LONGEST_LINK = 2000
_SEPARATOR = re.compile(r"[;,|\n]|(?:^| )/(?: |$)|^\[")

assert set(ALL.values()) <= set(ALL_SEVEN)


class SheetCell(NamedTuple):
    """A cell: its value, its style, and the address of a link."""

    value: str | float | date
    style: CellStyle = "text"
    link: str | None = None


Cells = Mapping[tuple[int, int], SheetCell]
"""The cells of a sheet, by row and column from 0."""
CellWriter = Callable[[Any], SheetCell]


def cell_writer(kind: Kind, words: Translator, names: ReferenceNames) -> CellWriter:
    """The function that writes a filled value of a kind in the language of ``words``."""
    match kind:
        case Text(code=True):
            return lambda value: SheetCell(value, "code")
        case Text(long=True):
            return lambda value: SheetCell(value, "prose")
        case Text():
            return _text_cell
        case Choice(options=options):
            names_of = {each.key: words.name(each.names) for each in options}
            return lambda value: SheetCell(names_of[value])
        case Link(mailbox=mailbox):
            return lambda value: _link_cell(value, mailbox)
        case One(to=to):
            return lambda value: SheetCell(names.get(to, {}).get(value, value))
        case Many(to=None):
            return lambda value: SheetCell(_list_text(value), "prose")
        case Many(to=str(other)):
            names_of = dict(names.get(other, {}))
            return lambda value: (
                SheetCell(ALL[words.language])
                if set(value) == set(SEVEN)
                else SheetCell("; ".join(names_of.get(each, each) for each in value), "prose")
            )
        case _:
            return PLAIN[type(kind)]


def _list_text(items: Sequence[str]) -> str:
    """The elements of a list, as JSON if the reader would take one of them for several."""
    if any(_SEPARATOR.search(each) for each in items):
        return json.dumps(list(items), ensure_ascii=False)
    return "; ".join(items)


def _text_cell(value: str) -> SheetCell:
    """A short text; addresses stay on one line, and one alone is a link."""
    if "://" not in value:
        return SheetCell(value, "prose")
    web = value.startswith(("https://", "http://")) and " " not in value
    return _link_cell(value, False) if web else SheetCell(value)


def _link_cell(value: str, mailbox: bool) -> SheetCell:
    if len(value) > LONGEST_LINK:
        return SheetCell(value)
    return SheetCell(value.removeprefix("mailto:") if mailbox else value, "link", value)


def _day_cell(value: str) -> SheetCell:
    """A full day as a date, a year as a number, all else as text that the reader takes for a day."""
    if len(value) == len("2023-03-12") and value >= FIRST_DAY:
        return SheetCell(date.fromisoformat(value), "day")
    if len(value) == len("2023") and "1900" <= value <= "2100":
        return SheetCell(int(value), "year")
    return SheetCell(translator("fi").day(value), "code")


PLAIN: dict[type, CellWriter] = {
    Day: _day_cell,
    Year: lambda value: SheetCell(int(value), "year"),
    Whole: lambda value: SheetCell(int(value), "number"),
    Duration: lambda value: SheetCell(int(value), "number"),
    Clock: lambda value: SheetCell(clock(int(value)), "code"),
}


def field_cells(frame: pd.DataFrame, fields: Sequence[Field], words: Translator) -> Cells:
    """The header in row 0 and the rows below it; a missing value has no cell."""
    cells: dict[tuple[int, int], SheetCell] = {}
    for at, column in enumerate(fields):
        cells[0, at] = SheetCell(column.label, HEADER_STYLE)
        links = frame[column.link].tolist() if column.link else [None] * len(frame)
        for row, (value, link) in enumerate(zip(frame[column.name].tolist(), links, strict=True), start=1):
            if isinstance(value, tuple | list):
                cell = SheetCell("; ".join(map(str, value)), "prose")
            elif pd.isna(value):
                continue
            else:
                cell = value_cell(value, column.kind, words)
            has_link = isinstance(link, str) and len(link) <= LONGEST_LINK
            cells[row, at] = SheetCell(cell.value, "link", link) if has_link else cell
    return cells


def value_cell(value: Any, kind: str, words: Translator) -> SheetCell:
    """The cell of a value that is not missing, by its field's kind.

    A number is whole or has its decimals; a full day is a date of Excel, a month or a year is formatted as on the page.
    """
    match kind:
        case "number":
            whole = float(value).is_integer()
            return SheetCell(int(value) if whole else float(value), "number" if whole else "decimal")
        case "year":
            return SheetCell(int(value), "year")
        case "day":
            cell = _day_cell(value)
            return cell._replace(value=words.day(value)) if isinstance(cell.value, str) else cell
        case _:
            return SheetCell(str(value), "prose")


PROPERTIES: dict[CellStyle, dict[str, Any]] = {
    "text": {},
    "beside": {"indent": 1},
    "code": {"num_format": "@"},
    "prose": {"text_wrap": True},
    "number": {},
    "decimal": {},
    "year": {"num_format": "0", "align": "left"},
    "day": {"num_format": "d.m.yyyy", "align": "left"},
    "link": {"font_color": "#0b5cad", "underline": 1},
    HEADER_STYLE: {"bold": True, "bg_color": "#e9ecf0", "bottom": 1, "text_wrap": True},
}


@dataclass(frozen=True)
class CellFormats:
    """The formats of one workbook.

    ``language``: that of the texts, by which numbers are grouped. ``cut_note``: what is said at a text that is too long
    for its cell. ``more``: properties that all of them have.
    """

    book: Workbook
    language: Language
    cut_note: str
    more: Mapping[str, Any] = field(default_factory=dict)
    formats: dict[tuple[CellStyle, bool], Format] = field(default_factory=dict)

    def __call__(self, style: CellStyle, text: object = None) -> Format:
        """The format of a style; text that begins as a formula is marked as text, so that editing leaves it one."""
        is_quoted = isinstance(text, str) and text.startswith(("=", "+", "-", "@"))
        if (style, is_quoted) not in self.formats:
            numbers = {"number": number_formats.WHOLE, "decimal": number_formats.DECIMAL}.get(style)
            look = {"num_format": numbers[self.language]} if numbers else PROPERTIES[style]
            properties = {"valign": "top", "quote_prefix": is_quoted, **look, **self.more}
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
