"""What is to be said of files and sheets beside the cells of a table.

Sheets that are no table, headers, hidden content, and personal identity codes in cells that no column reads.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from analysis.intake.files.grid import SheetGrid
from analysis.intake.issues import Finding, SheetAddress
from analysis.intake.personal_data import MASK, any_code, mask_codes
from analysis.intake.tables.sheets import SortedBook, TableSheet, candidates, likely_header, missing_columns
from analysis.intake.text import display_text, normalize
from analysis.schema import CODES


def book_findings(book: SortedBook) -> Iterator[Finding]:
    """What is to be said of a file and of its sheets, but for the tables in them."""
    file = SheetAddress(book.book.file, None, (book.order, -1))
    if not book.sheets:
        likely = [candidates(tables, address.sheet or "") for address, _, tables in book.others]
        suggestion = next(filter(None, likely), None)
        yield Finding("no-known-sheet", file.file, "error", suggestion, sheet=file)
    for address, grid, tables in book.others:
        if book.sheets:
            yield Finding("extra-sheet", grid.name, "info", candidates(tables, grid.name), sheet=address)
        if grid.hidden and grid.columns:
            yield Finding("hidden-content", grid.name, "warning", sheet=address)
        yield from _codes(address, grid, None)
    for sheet in book.sheets:
        if sheet.grid.hidden and sheet.grid.columns:
            yield Finding("hidden-content", sheet.grid.name, "warning", table=sheet.table.name, sheet=sheet.address)
        yield from _hidden_rows(sheet)
        yield from _hidden_columns(sheet)
    if book.book.holds_identity_code or MASK in file.file:
        yield Finding("personal-data", MASK, "error", sheet=file)
    for address in (*(sheet.address for sheet in book.sheets), *(address for address, *_ in book.others)):
        if address.sheet and MASK in address.sheet and address.sheet != file.file:
            yield Finding("personal-data", address.sheet, "error", sheet=address)


def _hidden_rows(sheet: TableSheet) -> Iterator[Finding]:
    """The hidden rows that hold something, each by its first filled cell."""
    grid = sheet.grid
    if not grid.marks.hidden_rows:
        return
    index_of = {number: index for index, number in enumerate(grid.numbers)}
    for row in grid.marks.hidden_rows:
        cells = grid.row(index_of[row]) if row in index_of else ()
        number, cell = next(((number, cell) for number, cell in enumerate(cells, grid.left) if cell != ""), (0, ""))
        if number:
            finding = Finding("hidden-content", display_text(cell), "warning")
            yield finding.at(sheet.address, row, number, sheet.table.name, None)


def _hidden_columns(sheet: TableSheet) -> Iterator[Finding]:
    """The hidden columns that hold something, each by its header."""
    grid = sheet.grid
    start = sheet.header.index if sheet.header else 0
    names = {number: name for name, number in sheet.header.columns.items()} if sheet.header else {}
    for first, last in grid.marks.hidden_columns:
        for number in range(max(first, grid.left), min(last, grid.left + len(grid.columns) - 1) + 1):
            cells = grid.column(number)[start:]
            if any(cell != "" for cell in cells):
                finding = Finding("hidden-content", display_text(cells[0]), "warning")
                yield finding.at(sheet.address, grid.numbers[start], number, sheet.table.name, names.get(number))


def header_findings(sheet: TableSheet) -> Iterator[Finding]:
    """What is to be said of a sheet's headers: columns that are missing, doubled, unknown, or too far right."""
    header, grid, table = sheet.header, sheet.grid, sheet.table

    def finding(code: str, number: int, column: str | None, value: str, suggestion: str | None = None) -> Finding:
        row = grid.numbers[header.index] if number and header else 0
        return Finding(code, value, CODES[code][0][0], suggestion).at(sheet.address, row, number, table.name, column)

    if not header:
        absent = (each for each in table.columns if each.required)
        yield from (finding("missing-column", 0, each.name, each.headers.fi) for each in absent)
        return
    for name in missing_columns(table, header):
        yield finding("missing-column", 0, name, table.column(name).headers.of(header.language))
    for number, name in header.duplicates:
        yield finding("duplicate-column", number, name, normalize(display_text(grid.column(number)[header.index])))
    for number in header.extra:
        cells = grid.column(number)[header.index :]
        text = normalize(display_text(cells[0]))
        if text or any(cell != "" for cell in cells):
            yield finding("extra-column", number, None, text, likely_header(table, header, text))
    if grid.beyond:
        yield finding("extra-column", grid.beyond, None, "")


def unread_codes(sheet: TableSheet, left_out: Sequence[int]) -> Iterator[Finding]:
    """The identity codes of a table's sheet outside of the cells that are read; ``left_out``: totals rows."""
    if not sheet.header:
        return _codes(sheet.address, sheet.grid, None)
    unread = (*range(sheet.header.index + 1), *left_out)
    return _codes(sheet.address, sheet.grid, sheet.table.name, set(sheet.header.columns.values()), unread)


def _codes(
    address: SheetAddress, grid: SheetGrid, table: str | None, read: Collection[int] = (), unread: Sequence[int] = ()
) -> Iterator[Finding]:
    """The identity codes of a sheet.

    address, grid: the sheet.
    table: the name of its table, None if it is none.
    read: the numbers of the columns whose cells are read elsewhere, but for those of the rows ``unread`` (indices).
    """
    for number, column in enumerate(grid.columns, grid.left):
        rows: Sequence[int] = unread if number in read else range(len(column))
        cells: Sequence[Any] = [column[row] for row in unread] if number in read else column
        if any_code(cells):
            for row, cell in zip(rows, cells, strict=True):
                if any_code((cell,)):
                    finding = Finding("personal-data", mask_codes(display_text(cell)), "error")
                    yield finding.at(address, grid.numbers[row], number, table, None)
