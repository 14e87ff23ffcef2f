"""One sheet of a workbook: its header, its rows, its drop-down lists, and what makes it easy to work with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from analysis.exports.excel import column_help
from analysis.exports.excel.cell_formats import CellFormats, column_widths, row_heights
from analysis.exports.excel.cell_values import HEADER_STYLE, Cells, SheetCell, cell_writer
from analysis.exports.excel.column_help import header_note
from analysis.exports.excel.reference_names import ReferenceNames
from analysis.schema import Column, Table
from analysis.words import Translator

SPARE_ROWS = 1000
"""So far below the last row the drop-down lists reach."""
MOST_LINKS = 60_000
"""Excel takes 65,530 links a sheet."""
NOTE_WIDTH, PAGE_WIDTH = 320, 1900
"""In pixels: the note at a header, and what can still be read on a printed page."""


@dataclass(frozen=True)
class OpenWorkbook:
    """A workbook that is being written, in one language. ``starred`` where required columns bear an asterisk."""

    file: Workbook
    words: Translator
    names: ReferenceNames
    ranges: column_help.Ranges
    looks: CellFormats
    foot: str = ""
    starred: bool = False

    def header(self, column: Column) -> str:
        """A column's header in the workbook's language."""
        return self.words.name(column.headers) + (" *" if self.starred and column.required else "")


def write_sheet(book: OpenWorkbook, table: Table, frame: pd.DataFrame) -> Worksheet:
    """The sheet of a table with the rows of its frame."""
    sheet = book.file.add_worksheet(book.words.name(table.headers))
    cells = dict(_cells(book, table, frame))
    fill_sheet(book, sheet, cells, column_widths(cells, len(table.columns)))
    for at, column in enumerate(table.columns):
        _write_note(book, sheet, at, header_note(table, column, book.words, book.names))
        _write_picks(book, sheet, at, column, len(frame))
    sheet.autofilter(0, 0, len(frame), len(table.columns) - 1)
    sheet.freeze_panes(1, 1)
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, len(frame) + SPARE_ROWS, len(table.columns) - 1)})
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    return sheet


def fill_sheet(book: OpenWorkbook, sheet: Worksheet, cells: Cells, given: Sequence[int]) -> None:
    """Write cells into columns of given widths, rows as high as they need, to be printed on A4 lying."""
    for at, pixels in enumerate(given):
        sheet.set_column_pixels(at, at, pixels)
    for row, pixels in row_heights(cells, given).items():
        sheet.set_row_pixels(row, pixels)
    for (row, at), cell in cells.items():
        write_cell(book.looks, sheet, row, at, cell)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1 + sum(given) // PAGE_WIDTH, 0)
    sheet.set_footer(book.foot)


def _cells(book: OpenWorkbook, table: Table, frame: pd.DataFrame) -> Iterator[tuple[tuple[int, int], SheetCell]]:
    for at, column in enumerate(table.columns):
        yield (0, at), SheetCell(book.header(column), HEADER_STYLE)
        write = cell_writer(column.kind, book.words, book.names)
        for row, value in enumerate(frame[column.name], start=1):
            if value if isinstance(value, tuple) else pd.notna(value):
                yield (row, at), write(value)


def write_cell(looks: CellFormats, sheet: Worksheet, row: int, at: int, cell: SheetCell) -> None:
    """Write one cell; text is never taken for a formula or a number."""
    look = looks(cell.look, cell.value)
    if cell.link and sheet.hlink_count < MOST_LINKS:
        sheet.write_url(row, at, cell.link, look, str(cell.value))
    elif isinstance(cell.value, str):
        sheet.write_string(row, at, cell.value, look)
    elif isinstance(cell.value, int | float):
        sheet.write_number(row, at, cell.value, look)
    else:
        sheet.write_datetime(row, at, cell.value, look)


def _write_note(book: OpenWorkbook, sheet: Worksheet, at: int, text: str) -> None:
    if text:
        height = 24 + 18 * (1 + len(text) // 44)
        sheet.write_comment(0, at, text, {"width": NOTE_WIDTH, "height": height, "font_size": 10})


def _write_picks(book: OpenWorkbook, sheet: Worksheet, at: int, column: Column, rows: int) -> None:
    source = column_help.dropdown_source(column, book.words, book.names, book.ranges)
    if source:
        rule = {
            **{"validate": "list", "source": source, "error_type": "warning"},
            "error_title": book.words("workbook.pick.title"),
            "error_message": book.words("workbook.pick.message"),
        }
        sheet.data_validation(1, at, rows + SPARE_ROWS, at, rule)


def page_footer(title: str, line: str, words: Translator) -> str:
    """The foot of a printed page in Excel's codes: title and origin left, page right."""
    left = ", ".join(filter(None, (title, line))).replace("&", "&&")
    return f"&L{left[:200]}&R{words('workbook.page')}"
