"""The rows of a sheet that hold data: what is blank passed over, a totals row at the foot left out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.intake.files.grid import Cell
from analysis.intake.issues import Finding
from analysis.intake.tables.sheets import TableSheet
from analysis.intake.text import display_text, is_blank, normalize

TOTALS = frozenset({"yhteensä", "summa", "kaikki", "total", "totalt", "sum"})
_BESIDE_TOTALS = re.compile(r"[\s:0-9.,]+")


@dataclass(frozen=True)
class DataRows:
    """The data of a sheet: ``cells`` by internal name of column, all of one length; ``numbers``: the sheet's rows.

    ``totals``: the findings of totals rows; ``left_out``: the indices of these in the grid.
    """

    cells: Mapping[str, Sequence[Any]]
    numbers: Sequence[int]
    totals: tuple[Finding, ...] = ()
    left_out: tuple[int, ...] = ()

    def marks_in(self, marks: Mapping[Cell, str], number: int) -> dict[int, str]:
        """The marks of a column of the sheet, by the position of their row here."""
        rows = {row: text for (row, column), text in marks.items() if column == number}
        if not rows:
            return {}
        return {position: rows[row] for position, row in enumerate(self.numbers) if row in rows}


def data_rows(sheet: TableSheet) -> DataRows:
    """The rows below the header that hold something in a column of the table, but for the totals at the foot.

    If no header is known, the cells are those of all columns, by number.
    """
    grid, header = sheet.grid, sheet.header
    start = header.index + 1 if header else 0
    cells: dict[str, Sequence[Any]] = {str(number): column for number, column in enumerate(grid.columns)}
    if header:
        cells = {name: grid.column(number)[start:] for name, number in header.columns.items()}
    numbers = grid.numbers[start:]
    blank = _blank_rows(sheet, cells, numbers)
    keep = [index for index in range(len(numbers)) if index not in blank]
    totals: list[Finding] = []
    left_out: list[int] = []
    while keep and (total := _total(sheet, keep[-1] + start)):
        totals.append(total)
        left_out.append(keep.pop() + start)
    if len(keep) == len(numbers):
        return DataRows(cells, numbers)
    cells = {name: [column[index] for index in keep] for name, column in cells.items()}
    return DataRows(cells, [numbers[index] for index in keep], tuple(totals), tuple(left_out))


def _blank_rows(sheet: TableSheet, cells: Mapping[str, Sequence[Any]], numbers: Sequence[int]) -> set[int]:
    """The indices of rows that are blank in all columns of the table, and have no error or formula in them."""
    blank: Iterable[int] = range(len(numbers))
    for name in sorted(cells, key=lambda name: name not in sheet.table.key):
        column = cells[name]
        blank = [index for index in blank if _is_blank(column[index])]
        if not blank:
            return set()
    columns_read = set(sheet.header.columns.values()) if sheet.header else set()
    marked = {row for row, column in sheet.grid.marks.errors if column in columns_read}
    return {index for index in blank if numbers[index] not in marked}


def _is_blank(cell: Any) -> bool:
    return cell == "" or (isinstance(cell, str) and len(cell) < 20 and is_blank(normalize(cell)))


def _total(sheet: TableSheet, index: int) -> Finding | None:
    """The finding of a totals row, if the row at an index of the grid is one."""
    row = sheet.grid.row(index)
    offset = next((place for place, cell in enumerate(row) if not _is_blank(cell)), None)
    if offset is None or not sheet.header or not isinstance(row[offset], str):
        return None
    if _BESIDE_TOTALS.sub("", normalize(row[offset]).casefold()) not in TOTALS:
        return None
    left = sheet.grid.left
    key = sheet.header.columns.get(sheet.table.key[0])
    if key is not None and key - left != offset and not _is_blank(row[key - left]):
        return None
    return Finding("totals-row", display_text(row[offset]), "info").at(
        sheet.address, sheet.grid.numbers[index], offset + left, sheet.table.name, None
    )
