"""A table on the sheet of a section: what Excel filters and sorts, its rows as high as their text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.exports.layout import row_heights
from analysis.exports.sheets import OpenWorkbook, write_cell
from analysis.exports.tabled import day_cell, number_cell
from analysis.exports.values import HEADER_STYLE, Cells, SheetCell
from analysis.exports.written import TextCell, TextTable
from analysis.sections.typed_values import Days, Year
from analysis.words import Translator

FIRST, OTHERS = 270, 78
"""Widths in pixels of the first column and of the others."""
NOTHING: Mapping[tuple[int, int], Format] = MappingProxyType({})


@dataclass
class SheetPosition:
    """Where on a sheet is written next, and where its printed pages end."""

    row: int = 0
    page: int = 0


def write_table(
    book: OpenWorkbook,
    sheet: Worksheet,
    pen: SheetPosition,
    filled: Cells,
    formats: Mapping[tuple[int, int], Format] = NOTHING,
) -> None:
    """Cells as a table of Excel: a header with filters. The pen is then below it."""
    rows, columns = max(row for row, _ in filled), max(at for _, at in filled)
    labels = [str(filled[0, at].value) for at in range(columns + 1)]
    top = pen.row
    sheet.add_table(top, 0, top + max(rows, 1), columns, {"columns": _headed(book, labels), "style": None})
    for (row, at), cell in filled.items():
        if row and (row, at) in formats:
            sheet.write_number(top + row, at, cell.value, formats[row, at])
        elif row:
            write_cell(book.looks, sheet, top + row, at, cell)
    for row, pixels in row_heights(filled, [FIRST] + [OTHERS] * columns).items():
        sheet.set_row_pixels(top + row, pixels)
    pen.row = top + max(rows, 1) + 2


def _headed(book: OpenWorkbook, labels: Sequence[str]) -> list[dict[str, object]]:
    """The labels of a table, made different from each other: Excel wants them so."""
    return [
        {
            "header": label if labels.index(label) == at else f"{label} ({at + 1})",
            "header_format": book.looks(HEADER_STYLE),
        }
        for at, label in enumerate(labels)
    ]


def text_table_cells(grid: TextTable, order: Sequence[int], words: Translator) -> Cells:
    """A table of text as cells, its columns in an order; numbers, years and full days are written as such."""
    found: dict[tuple[int, int], SheetCell] = {}
    for at, column in enumerate(order):
        found[0, at] = SheetCell(grid.labels[column], HEADER_STYLE)
        for row, cells_of in enumerate(grid.rows, 1):
            found[row, at] = _typed(cells_of[column], at, words)
    return found


def _typed(cell: TextCell, at: int, words: Translator) -> SheetCell:
    """The cell of a sheet for a value of its own type; text stays text, whatever it looks like."""
    match cell.value:
        case int() | float():
            return number_cell(cell.value)
        case Year(number):
            return SheetCell(number, "year")
        case Days(str() as starts, None):
            return day_cell(starts, words)
        case _ if cell.link:
            return SheetCell(cell.text, "link", cell.link)
        case _:
            return SheetCell(cell.text, "beside" if at else "prose")
