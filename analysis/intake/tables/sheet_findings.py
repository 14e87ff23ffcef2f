"""Findings of files and sheets: no table, headers, hidden content, identity codes in cells that no column reads."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from analysis.intake.files import SheetGrid
from analysis.intake.issues import Finding, SheetAddress
from analysis.intake.letters.broken_letters import with_sound_letters
from analysis.intake.personal_data import MASK, any_code, mask_codes
from analysis.intake.tables.headers import Header, likely_header, missing_columns
from analysis.intake.tables.sheets import (
    SortedBook,
    TableSheet,
    candidates,
    first_rows,
    lacking,
    nearest_tables,
)
from analysis.intake.text import cut, display_text, normalize
from analysis.schema import CODES


def book_findings(book: SortedBook) -> Iterator[Finding]:
    """The findings of a file and its sheets, but for the tables in them."""
    file = SheetAddress(book.book.file, None, (book.order, -1))
    if not book.sheets:
        yield _no_known_sheet(book)._replace(sheet=file)
    for address, grid, tables in book.others:
        if book.sheets:
            yield Finding("extra-sheet", grid.name, "info", candidates(tables, grid.name), sheet=address)
        if grid.hidden and grid.columns:
            yield Finding("hidden-content", grid.name, "warning", sheet=address)
        yield from _codes(address, grid, None)
    for sheet in book.sheets:
        if sheet.grid.hidden and sheet.grid.columns:
            yield Finding("hidden-content", sheet.grid.name, "warning", table=sheet.table.name, sheet=sheet.address)
        yield from _hidden_rows_and_columns(sheet)
    if book.book.holds_identity_code or MASK in file.file:
        yield Finding("personal-data", MASK, "error", sheet=file)
    for address in (*(sheet.address for sheet in book.sheets), *(address for address, *_ in book.others)):
        if address.sheet and MASK in address.sheet and address.sheet != file.file:
            yield Finding("personal-data", address.sheet, "error", sheet=address)


def _no_known_sheet(book: SortedBook) -> Finding:
    """The finding of a file without a table, with the first table that one of its sheets may be."""
    finding = Finding("no-known-sheet", book.book.file, "error")
    for address, grid, tables in book.others:
        if likely := candidates(tables, address.sheet or ""):
            return finding._replace(suggestion=likely, lacks=lacking(tables, first_rows(grid)))
    return finding


def _missing_columns(sheet: TableSheet) -> Iterator[Finding]:
    """The required columns that a table's sheet lacks, with the other table that its columns rather are."""
    header, table = sheet.header, sheet.table
    missing = missing_columns(table, header) if header else [each.name for each in table.columns if each.required]
    if not missing:
        return
    words = first_rows(sheet.grid)
    nearest = nearest_tables(words)
    others = nearest if table not in nearest else ()
    likely = candidates(others, "") if others else None
    for name in missing:
        value = table.column(name).headers.of(header.language if header else "fi")
        finding = Finding("missing-column", value, "error", likely, lacks=lacking(others, words))
        yield finding.at(sheet.address, 0, 0, table.name, name)


def _hidden_rows_and_columns(sheet: TableSheet) -> Iterator[Finding]:
    """The hidden rows that hold something, each by its first filled cell, and such columns, each by its header."""
    grid, marks = sheet.grid, sheet.grid.marks
    places: list[tuple[int, int, Any, str | None]] = []
    index_of = {number: index for index, number in enumerate(grid.numbers)} if marks.hidden_rows else {}
    for row in (row for row in marks.hidden_rows if row in index_of):
        cells = ((number, column[index_of[row]]) for number, column in enumerate(grid.columns, grid.left))
        if first := next(((number, cell) for number, cell in cells if cell != ""), None):
            places.append((row, *first, None))
    header = sheet.header
    names = {number: name for name, number in header.columns.items()} if header else {}
    for number, column in enumerate(grid.columns, grid.left):
        start = header.row_of(number) if header else 0
        hidden = any(first <= number <= last for first, last in marks.hidden_columns)
        if hidden and any(cell != "" for cell in column[start:]):
            places.append((grid.numbers[start], number, column[start], names.get(number)))
    for row, number, cell, name in places:
        finding = Finding("hidden-content", display_text(cell), "warning")
        yield finding.at(sheet.address, row, number, sheet.table.name, name)


def header_findings(sheet: TableSheet) -> Iterator[Finding]:
    """The findings of a sheet's headers: columns that are missing, duplicate, unknown, too far right, or of people."""
    header, grid = sheet.header, sheet.grid
    if grid.unparted:
        value = cut(display_text(grid.unparted))
        yield Finding("one-column", value, "error").at(sheet.address, 0, 0, sheet.table.name, None)
        return
    yield from _missing_columns(sheet)
    if not header:
        return
    for name, number in header.columns.items():
        broken = _of_header(sheet, header, "broken-letters", number, name)
        if not broken.value.isascii() and (sound := with_sound_letters(broken.value)) != broken.value:
            yield broken._replace(suggestion=sound)
    for number, name in header.duplicates:
        yield _of_header(sheet, header, "duplicate-column", number, name)
    yield from _unknown_columns(sheet, header)
    if grid.beyond:
        yield _of_header(sheet, header, "extra-column", grid.beyond)


def _unknown_columns(sheet: TableSheet, header: Header) -> Iterator[Finding]:
    """The columns of people in a form's answers, and those that the table does not have; one without a header only if
    something is in it."""
    for number in header.people:
        yield _of_header(sheet, header, "personal-data", number)._replace(variant="answers")
    # Of the person's name all is said then; the address is a column that is not read like others.
    for number in (number for number in header.extra if number not in header.people[1:]):
        extra = _of_header(sheet, header, "extra-column", number)
        cells = sheet.grid.columns[number - sheet.grid.left][header.row_of(number) :]
        # Beyond the header of a csv, what is in single rows is said of these.
        if extra.value or (any(cell != "" for cell in cells) and not (sheet.grid.delimiter and number > header.last)):
            likely = None if number in header.forms else likely_header(sheet.table, header, extra.value)
            yield extra._replace(suggestion=likely)


def _of_header(sheet: TableSheet, header: Header, code: str, number: int, column: str | None = None) -> Finding:
    """A finding of a header cell, its text the value; a column beyond those that are read has none.

    sheet, header: where the cell is.
    code: of the finding.
    number, column: the sheet's column and its internal name.
    """
    grid, index = sheet.grid, header.row_of(number)
    place = number - grid.left
    text = normalize(display_text(grid.columns[place][index])) if place < len(grid.columns) else ""
    finding = Finding(code, text, CODES[code][0][0])
    return finding.at(sheet.address, grid.numbers[index], number, sheet.table.name, column)


def unread_codes(sheet: TableSheet, totals_rows: Sequence[int]) -> Iterator[Finding]:
    """The identity codes of a table's sheet outside of the cells that are read."""
    if not sheet.header:
        return _codes(sheet.address, sheet.grid, None)
    unread = (*range(sheet.header.index + 1), *totals_rows)
    return _codes(sheet.address, sheet.grid, sheet.table.name, set(sheet.header.columns.values()), unread)


def _codes(
    address: SheetAddress, grid: SheetGrid, table: str | None, read: Collection[int] = (), unread: Sequence[int] = ()
) -> Iterator[Finding]:
    """The identity codes of a sheet.

    address, grid: the sheet.
    table: the name of its table, None if it is none.
    read: the numbers of the columns whose cells are read elsewhere.
    unread: the indices of rows that are not.
    """
    for number, column in enumerate(grid.columns, grid.left):
        rows: Sequence[int] = unread if number in read else range(len(column))
        cells: Sequence[Any] = [column[row] for row in unread] if number in read else column
        if any_code(cells):
            for row, cell in zip(rows, cells, strict=True):
                if any_code((cell,)):
                    finding = Finding("personal-data", mask_codes(display_text(cell)), "error")
                    yield finding.at(address, grid.numbers[row], number, table, None)
