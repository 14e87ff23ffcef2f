"""Sheets of an xlsx whose cells lie far apart, read row by row: a stray cell in the last corner is no large sheet."""

import io
import warnings
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from openpyxl import load_workbook

from analysis.intake.grid import Grid, Marks


def sparse_grid(data: bytes, name: str, marks: Marks, *, columns: int, hidden: bool) -> Grid:
    """The grid of one sheet with the rows alone that hold something."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheet = workbook[name]
        sheet.reset_dimensions()
        filled = {
            number: row
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1)
            if any(value is not None for value in row)
        }
    finally:
        workbook.close()
    beyond = [_first(row[columns:], columns + 1) for row in filled.values() if len(row) > columns]
    cells = zip_longest(*(_without_none(row[:columns]) for row in filled.values()), fillvalue="")
    return Grid(name, list(cells), list(filled), hidden=hidden, beyond=min(beyond, default=None), marks=marks)


def _first(row: Sequence[Any], number: int) -> int:
    return next(place for place, value in enumerate(row, number) if value is not None)


def _without_none(row: Sequence[Any]) -> list[Any]:
    return ["" if value is None else value for value in row]
