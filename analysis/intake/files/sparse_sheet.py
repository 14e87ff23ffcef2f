"""Sheets whose area is too large for the quick reader, of which only the rows that hold something are read."""

import io
import warnings
from contextlib import closing
from itertools import zip_longest

from openpyxl import load_workbook

from analysis.intake.files import Marks, SheetGrid


def sparse_grid(data: bytes, name: str, marks: Marks, *, columns: int, hidden: bool) -> SheetGrid:
    """The grid of one sheet of an xlsx, only of the rows that hold something: a stray cell makes no large sheet.

    data: the bytes of the workbook.
    name, marks, hidden: those of the sheet.
    columns: how many are read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as book:
            sheet = book[name]
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(values_only=True), 1)
            lines = {number: row for number, row in rows if any(value is not None for value in row)}
    # Cut before the rows are made equally long: the stray cell may be in the last column.
    rest = (enumerate(row[columns:], columns + 1) for row in lines.values())
    beyond = min((number for row in rest for number, value in row if value is not None), default=None)
    rows_read = (["" if value is None else value for value in row[:columns]] for row in lines.values())
    cells = list(zip_longest(*rows_read, fillvalue=""))
    return SheetGrid(name, cells, list(lines), hidden=hidden, beyond=beyond, marks=marks)
