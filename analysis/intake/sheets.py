"""Which sheet is which table: by its name, else by its headers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.intake.cells.text import folded, shown
from analysis.intake.found import Found, Where
from analysis.intake.grid import Book, Grid
from analysis.intake.headers import (
    HEADER_ROWS,
    Header,
    complete,
    header_of,
    is_official,
    likely_header,
    likely_table,
    missing,
    table_named,
    words_of,
)
from analysis.intake.personal import masked
from analysis.schema import CODES, TABLES, Table

_NO_COINCIDENCE = 3


@dataclass(frozen=True)
class Sheet:
    """A sheet that is a table, or a part of one. ``header`` is None where no header of the table was found in it."""

    table: Table
    where: Where
    grid: Grid
    header: Header | None
    epoch_1904: bool = False


@dataclass(frozen=True)
class Placed:
    """A book's sheets: those that are tables, the others with the tables that they might be. ``order``: the file's
    place in the upload."""

    book: Book
    order: int
    sheets: tuple[Sheet, ...]
    others: tuple[tuple[Where, Grid, tuple[Table, ...]], ...]


def placed(book: Book, order: int, name: str | None = None) -> Placed:
    """The sheets of a book by what they are; ``name``: that of a file of one sheet, to match for the sheet's own."""
    sheets: list[Sheet] = []
    others: list[tuple[Where, Grid, tuple[Table, ...]]] = []
    for place, grid in enumerate(book.grids):
        where = Where(book.file, masked(grid.name), (order, place))
        found = _tables(grid, name or grid.name)
        if len(found) == 1:
            table, header = found[0]
            sheets.append(Sheet(table, where, grid, header, book.epoch_1904))
        else:
            others.append((where, grid, tuple(table for table, _ in found) or _nearest(grid)))
    return Placed(book, order, tuple(sheets), tuple(others))


def _tables(grid: Grid, name: str) -> list[tuple[Table, Header | None]]:
    """The table that a sheet is; several where it may be one as well as another, none where it is none."""
    words = words_of(_first_rows(grid))
    if table := table_named(name):
        header = header_of(table, words, grid.left)
        if header or is_official(table, name) or not len(grid.numbers):
            return [(table, header)]
    headers = [(table, header_of(table, words, grid.left)) for table in TABLES.values()]
    whole = [(table, header) for table, header in headers if header and complete(table, header)]
    most = max((len(header.columns) for _, header in whole), default=0)
    return [(table, header) for table, header in whole if len(header.columns) == most]


def _nearest(grid: Grid) -> tuple[Table, ...]:
    """The table of which a sheet that is none has most headers, where they are no coincidence."""
    words = words_of(_first_rows(grid))
    known = [(len(header.columns), table) for table in TABLES.values() if (header := header_of(table, words))]
    most = max((count for count, _ in known), default=0)
    return tuple(table for count, table in known if count == most >= _NO_COINCIDENCE)


def _first_rows(grid: Grid) -> Iterator[tuple[object, ...]]:
    for index, number in enumerate(grid.numbers[:HEADER_ROWS]):
        if number > HEADER_ROWS:
            return
        yield grid.row(index)


def candidates(tables: Sequence[Table], name: str) -> str | None:
    """What a sheet may be, as a person is told: "Teemat (themes), Painopisteet (priorities)"."""
    found = list(tables) or [table for table in (likely_table(name),) if table]
    return ", ".join(f"{table.headers.fi} ({table.name})" for table in found) or None


def of_headers(sheet: Sheet) -> Iterator[Found]:
    """What is to be said of a sheet's headers."""
    if not (header := sheet.header):
        absent = (each for each in sheet.table.columns if each.required)
        yield from (_said(sheet, "missing-column", 0, each.name, each.headers.fi) for each in absent)
        return
    for name in missing(sheet.table, header):
        text = sheet.table.column(name).headers.of(header.language)
        yield _said(sheet, "missing-column", 0, name, text)
    for number, name in header.doubled:
        yield _said(sheet, "duplicate-column", number, name, _text(sheet, number))
    for number in header.extra:
        text = _text(sheet, number)
        if text or any(cell != "" for cell in sheet.grid.column(number)[header.index :]):
            yield _said(sheet, "extra-column", number, None, text, likely_header(sheet.table, header, text))
    if sheet.grid.beyond:
        yield _said(sheet, "extra-column", sheet.grid.beyond, None, "")


def _text(sheet: Sheet, number: int) -> str:
    assert sheet.header
    return folded(shown(sheet.grid.column(number)[sheet.header.index]))


def _said(sheet: Sheet, code: str, number: int, column: str | None, value: str, suggestion: str | None = None) -> Found:
    severity = CODES[code][0][0]
    row = sheet.grid.numbers[sheet.header.index] if number and sheet.header else 0
    return Found(code, severity, sheet.where, row, number, sheet.table.name, column, value, suggestion)
