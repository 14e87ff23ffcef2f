"""Personal identity codes in cells that no column reads: extra columns and sheets, headers, totals rows."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from analysis.intake.cells.text import shown
from analysis.intake.found import Found, Where
from analysis.intake.grid import Grid
from analysis.intake.personal import any_code, masked
from analysis.intake.sheets import Sheet


def in_whole(where: Where, grid: Grid) -> Iterator[Found]:
    """The codes of a sheet that is no table."""
    return _codes(where, grid, None, {}, ())


def beside(sheet: Sheet, left_out: Sequence[int]) -> Iterator[Found]:
    """The codes of a table's sheet outside of the cells that are read; ``left_out``: indices of totals rows."""
    if not sheet.header:
        return in_whole(sheet.where, sheet.grid)
    unread = (*range(sheet.header.index + 1), *left_out)
    return _codes(sheet.where, sheet.grid, sheet.table.name, set(sheet.header.columns.values()), unread)


def _codes(
    where: Where, grid: Grid, table: str | None, read: Collection[int], unread: Sequence[int]
) -> Iterator[Found]:
    for number, column in enumerate(grid.columns, grid.left):
        rows: Sequence[int] = unread if number in read else range(len(column))
        cells: Sequence[Any] = [column[row] for row in unread] if number in read else column
        if not any_code(cells):
            continue
        for row, cell in zip(rows, cells, strict=True):
            if any_code((cell,)):
                row_number = grid.numbers[row]
                yield Found("personal-data", "error", where, row_number, number, table, value=masked(shown(cell)))
