"""Sheets of a workbook: the sheet of a table with help at its columns, and any sheet with a header and filters."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart
from analysis.exports.excel.cells import (
    HEADER_STYLE,
    CellFormats,
    Cells,
    SheetCell,
    cell_writer,
    column_widths,
    field_cells,
    row_heights,
)
from analysis.exports.excel.column_help import Ranges, ReferenceNames, dropdown_source, header_note
from analysis.exports.shared.provenance import UNKNOWN_TIME
from analysis.schema import Column, Table
from analysis.schema.cell_limit import cell_text
from analysis.sections import RecordTable
from analysis.words import DEFAULT_LANGUAGE, Translator

SPARE_ROWS = 1000
"""Rows below the last one that have drop-down lists too."""
MOST_LINKS = 60_000
"""Excel takes 65,530 links a sheet."""
NOTE_WIDTH, PAGE_WIDTH = 320, 1900
"""In pixels: the note at a header, and the most that can be read on a printed page."""
A4 = 9
"""Excel's number of the paper size."""


@dataclass(frozen=True)
class OpenWorkbook:
    """A workbook in the making, in one language. ``star_required``: required columns have an asterisk."""

    file: Workbook
    words: Translator
    formats: CellFormats
    footer: str
    names: ReferenceNames
    ranges: Ranges
    star_required: bool

    def header(self, column: Column) -> str:
        """A column's header in the workbook's language."""
        return self.words.name(column.headers) + (" *" if self.star_required and column.required else "")


NOTHING: Mapping[str, Any] = MappingProxyType({})


@contextmanager
def open_workbook(
    buffer: io.BytesIO,
    words: Translator,
    title: str,
    line: str,
    *,
    properties: Mapping[str, str] = NOTHING,
    timestamp: datetime | None = None,
    names: ReferenceNames = NOTHING,
    ranges: Ranges = NOTHING,
    star_required: bool = False,
    comes_back: bool = False,
) -> Iterator[OpenWorkbook]:
    """A workbook that is in ``buffer`` at the end.

    ``words``: its language. ``title``: in its properties and at the foot of each printed page. ``line``: its origin,
    beside the title there, and its comment. ``properties``: further ones. ``timestamp``: its own time. ``names``,
    ``ranges``, ``star_required``: for sheets of tables (`write_sheet`). ``comes_back``: it is made to
    be uploaded again, so that spaces part its thousands in every language: in a csv a comma would begin decimals.
    """
    left = ", ".join(filter(None, (title, line))).replace("&", "&&")
    footer = f"&L{left[:200]}&R{words('workbook.page')}"
    with Workbook(buffer, {"in_memory": True}) as file:
        file.set_properties({"title": title, "comments": line, "created": timestamp or UNKNOWN_TIME, **properties})
        formats = CellFormats(file, DEFAULT_LANGUAGE if comes_back else words.language, words("workbook.cut"))
        yield OpenWorkbook(file, words, formats, footer, names, ranges, star_required)


def write_sheet(book: OpenWorkbook, table: Table, frame: pd.DataFrame) -> Worksheet:
    """Add the sheet of a table with the rows of its frame, notes at its headers and drop-down lists."""
    cells: dict[tuple[int, int], SheetCell] = {}
    for at, column in enumerate(table.columns):
        cells[0, at] = SheetCell(book.header(column), HEADER_STYLE)
        write = cell_writer(column.kind, book.words, book.names)
        for row, value in enumerate(frame[column.name], start=1):
            if value if isinstance(value, tuple) else pd.notna(value):
                cells[row, at] = write(value)
    sheet = table_sheet(book, book.words.name(table.headers), cells, len(table.columns), len(frame))
    for at in range(len(table.columns)):
        _add_column_help(book, sheet, at, table, len(frame) + SPARE_ROWS)
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, len(frame) + SPARE_ROWS, len(table.columns) - 1)})
    sheet.repeat_columns(0)
    return sheet


def _add_column_help(book: OpenWorkbook, sheet: Worksheet, at: int, table: Table, last_row: int) -> None:
    """Add the note at a column's header, and its drop-down list down to a row."""
    column, words = table.columns[at], book.words
    if note := header_note(table, column, words, book.names):
        height = 24 + 18 * (1 + len(note) // 44)
        sheet.write_comment(0, at, note, {"width": NOTE_WIDTH, "height": height, "font_size": 10})
    if source := dropdown_source(column, words, book.names, book.ranges):
        rule = {
            **{"validate": "list", "source": source, "error_type": "warning"},
            "error_title": words("workbook.pick.title"),
            "error_message": words("workbook.pick.message"),
        }
        sheet.data_validation(1, at, last_row, at, rule)


def field_sheet(book: OpenWorkbook, name: str, source: Chart | RecordTable) -> None:
    """Add a sheet with the numbers of a chart, or rows."""
    cells = field_cells(source.table, source.fields, book.words)
    table_sheet(book, name, cells, len(source.fields), len(source.table))


def table_sheet(book: OpenWorkbook, name: str, cells: Cells, columns: int, rows: int) -> Worksheet:
    """Add a sheet of cells whose header (row 0) has filters, and stays when the sheet is scrolled or printed.

    ``book``: the workbook. ``name``: that of the sheet. ``cells``: all cells by row and column. ``columns``, ``rows``:
    the numbers of both, the header not counted.
    """
    sheet = book.file.add_worksheet(name)
    fill_sheet(book, sheet, cells, column_widths(cells, columns))
    sheet.autofilter(0, 0, rows, columns - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    return sheet


def fill_sheet(book: OpenWorkbook, sheet: Worksheet, cells: Cells, widths: Sequence[int]) -> None:
    """Write cells into columns of ``widths`` in pixels, with rows as high as their text, for A4 landscape."""
    for at, pixels in enumerate(widths):
        sheet.set_column_pixels(at, at, pixels)
    for row, pixels in row_heights(cells, widths).items():
        sheet.set_row_pixels(row, pixels)
    for (row, at), cell in cells.items():
        write_cell(book.formats, sheet, row, at, cell)
    set_page(book, sheet, pages=1 + sum(widths) // PAGE_WIDTH)


def set_page(book: OpenWorkbook, sheet: Worksheet, *, landscape: bool = True, pages: int = 1) -> None:
    """Set how the sheet is printed: on A4, ``pages`` beside each other, with the workbook's footer."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages, 0)
    sheet.set_footer(book.footer)


def write_cell(formats: CellFormats, sheet: Worksheet, row: int, at: int, cell: SheetCell) -> None:
    """Write one cell; text is never taken for a formula or a number. One that is cut has a note that says so.

    ``formats``: those of the workbook. ``sheet``: where to write. ``row``, ``at``: the row and the column, both counted
    from 0. ``cell``: the value with its style.
    """
    style, text = formats(cell.style, cell.value), cell_text(str(cell.value))
    if cell.link and sheet.hlink_count < MOST_LINKS:
        sheet.write_url(row, at, cell.link, style, text)
    elif isinstance(cell.value, str):
        sheet.write_string(row, at, text, style)
    elif isinstance(cell.value, int | float):
        sheet.write_number(row, at, cell.value, style)
    else:
        sheet.write_datetime(row, at, cell.value, style)
    if isinstance(cell.value, str) and text != cell.value:
        sheet.write_comment(row, at, formats.cut_note, {"width": NOTE_WIDTH, "font_size": 10})
