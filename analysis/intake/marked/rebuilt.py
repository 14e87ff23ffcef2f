"""The cells of a file that is no xlsx as a new workbook: the same values at the same addresses."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from analysis.intake.cells.text import shown
from analysis.intake.grid import Book, Grid
from analysis.intake.marked.listing import put
from analysis.intake.personal import masked

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_WIDEST = 60


def rebuilt(book: Book) -> tuple[Workbook, dict[str, Worksheet]]:
    """A new workbook, and its sheets by the names that the check gave them."""
    made = Workbook()
    made.remove(made.worksheets[0])
    sheets = {}
    for grid in book.grids:
        title = _FORBIDDEN.sub(" ", grid.name).strip("' ")[:_LONGEST_NAME] or "1"
        sheet = sheets[masked(grid.name)] = made.create_sheet(title)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        _fill(sheet, grid)
    return made, sheets


def _fill(sheet: Worksheet, grid: Grid) -> None:
    for number, column in enumerate(grid.columns, grid.left):
        width = 0
        for row, value in zip(grid.numbers, column, strict=True):
            if value not in ("", None):
                cell = _written(sheet.cell(row, number), value)
                width = max(width, len(shown(value)))
                sheet.column_dimensions[cell.column_letter].width = max(9, min(width + 2, _WIDEST))


def _written(cell: Cell, value: Any) -> Cell:
    if isinstance(value, str):
        return put(cell, value)
    cell.value = value
    cell.number_format = next((form for kind, form in _FORMATS if isinstance(value, kind)), cell.number_format)
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        cell.number_format += " h:mm"
    return cell


_FORMATS: Sequence[tuple[type, str]] = ((date, "d.m.yyyy"), (time, "h:mm:ss"), (timedelta, "[h]:mm:ss"))
