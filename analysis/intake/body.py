"""The rows of a sheet that hold data: what is blank passed over, a totals row at the foot left out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.intake.cells.text import folded, is_blank, shown
from analysis.intake.found import Found
from analysis.intake.grid import Cell
from analysis.intake.sheets import Sheet

TOTALS = frozenset({"yhteensä", "summa", "kaikki", "total", "totalt", "sum"})
_BESIDE_TOTALS = re.compile(r"[\s:0-9.,]+")


@dataclass(frozen=True)
class Body:
    """The data of a sheet by internal name of column; all of one length. ``numbers``: the sheet's row of each.

    ``left_out``: indices, in the grid, of the totals rows.
    """

    cells: Mapping[str, Sequence[Any]]
    numbers: Sequence[int]
    totals: tuple[Found, ...] = ()
    left_out: tuple[int, ...] = field(default=())

    def here(self, marks: Mapping[Cell, str], number: int) -> dict[int, str]:
        """The marks of a column of the sheet, by the position of their row here."""
        rows = {row: text for (row, column), text in marks.items() if column == number}
        if not rows:
            return {}
        return {position: rows[row] for position, row in enumerate(self.numbers) if row in rows}


def body_of(sheet: Sheet) -> Body:
    """The rows below the header that hold something in a column of the table, but for the totals at the foot."""
    start = sheet.header.index + 1 if sheet.header else 0
    cells = _columns(sheet, start)
    numbers = sheet.grid.numbers[start:]
    blank = _blank_rows(sheet, cells, numbers)
    keep = [index for index in range(len(numbers)) if index not in blank]
    totals: list[Found] = []
    left_out: list[int] = []
    while keep and (found := _totals(sheet, keep[-1] + start)):
        totals.append(found)
        left_out.append(keep.pop() + start)
    if len(keep) == len(numbers):
        return Body(cells, numbers)
    kept = {name: [column[index] for index in keep] for name, column in cells.items()}
    return Body(kept, [numbers[index] for index in keep], tuple(totals), tuple(left_out))


def _columns(sheet: Sheet, start: int) -> dict[str, Sequence[Any]]:
    """The columns that are read; all of the sheet's by number where no header is known."""
    if not sheet.header:
        return {str(number): column for number, column in enumerate(sheet.grid.columns)}
    return {name: sheet.grid.column(number)[start:] for name, number in sheet.header.columns.items()}


def _blank_rows(sheet: Sheet, cells: Mapping[str, Sequence[Any]], numbers: Sequence[int]) -> set[int]:
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
    return cell == "" or (isinstance(cell, str) and len(cell) < 20 and is_blank(folded(cell)))


def _totals(sheet: Sheet, index: int) -> Found | None:
    """The finding of a totals row, where the row at an index of the grid is one."""
    row = sheet.grid.row(index)
    offset = next((place for place, cell in enumerate(row) if not _is_blank(cell)), None)
    if offset is None or not sheet.header or not isinstance(row[offset], str):
        return None
    if _BESIDE_TOTALS.sub("", folded(row[offset]).casefold()) not in TOTALS:
        return None
    left = sheet.grid.left
    key = sheet.header.columns.get(sheet.table.key[0])
    if key is not None and key - left != offset and not _is_blank(row[key - left]):
        return None
    number = sheet.grid.numbers[index]
    return Found("totals-row", "info", sheet.where, number, offset + left, sheet.table.name, value=shown(row[offset]))
