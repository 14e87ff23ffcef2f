"""Hidden sheets, rows and columns that hold something: they are read like others, and named."""

from collections.abc import Iterator

from analysis.intake.cells.text import shown
from analysis.intake.found import Found, Where
from analysis.intake.grid import Grid
from analysis.intake.sheets import Sheet


def hidden(where: Where, grid: Grid, sheet: Sheet | None = None) -> Iterator[Found]:
    """What is hidden of a sheet: the sheet itself; of one that is a table, its rows and columns too.

    A row is named by its first filled cell, a column by its header.
    """
    table = sheet.table.name if sheet else None
    if grid.hidden and grid.columns:
        yield Found("hidden-content", "warning", where, table=table, value=grid.name)
    if sheet:
        yield from _rows(sheet, table)
        yield from _columns(sheet, table)


def _rows(sheet: Sheet, table: str | None) -> Iterator[Found]:
    grid = sheet.grid
    if not grid.marks.hidden_rows:
        return
    index_of = {number: index for index, number in enumerate(grid.numbers)}
    for row in grid.marks.hidden_rows:
        filled = _first_filled(grid, index_of[row]) if row in index_of else None
        if filled:
            value = shown(grid.column(filled)[index_of[row]])
            yield Found("hidden-content", "warning", sheet.where, row, filled, table, value=value)


def _columns(sheet: Sheet, table: str | None) -> Iterator[Found]:
    grid = sheet.grid
    start = sheet.header.index if sheet.header else 0
    names = {number: name for name, number in sheet.header.columns.items()} if sheet.header else {}
    for first, last in grid.marks.hidden_columns:
        for number in range(max(first, grid.left), min(last, grid.left + len(grid.columns) - 1) + 1):
            cells = grid.column(number)[start:]
            if any(cell != "" for cell in cells):
                row, value = grid.numbers[start], shown(cells[0])
                yield Found("hidden-content", "warning", sheet.where, row, number, table, names.get(number), value)


def _first_filled(grid: Grid, index: int) -> int | None:
    row = enumerate(grid.row(index), grid.left)
    return next((number for number, cell in row if cell != ""), None)
