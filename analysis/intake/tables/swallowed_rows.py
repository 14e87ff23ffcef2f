"""Rows of a csv that a quoted field swallowed, and fields beyond the header's last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.published_rows import NO_ROWS, PublishedRows
from analysis.intake.check_result import TableResult
from analysis.intake.files import QuotedField
from analysis.intake.files.delimited_text import have_width, line_fields
from analysis.intake.issues import Finding
from analysis.intake.tables.row_keys import WITH_MADE_KEYS, Values
from analysis.intake.tables.sheets import Header, TableSheet
from analysis.intake.tables.typed_columns import DataRows, typed_columns
from analysis.intake.text import WIDEST, cut, display_text, is_empty
from analysis.schema import Table


class SwallowedRow(NamedTuple):
    """A line within a quoted field that is a row of its own: its key, and whether it is held back, since the field is
    open to the end of the file. What a closed field swallowed is also text of a cell that is published."""

    key: tuple[str, ...]
    is_held_back: bool


def read_quotes(sheet: TableSheet, lexicons: Lexicons, today: date) -> tuple[list[Finding], list[SwallowedRow]]:
    """The findings of quoted fields that swallowed rows or are open, and those rows."""
    header, grid = sheet.header, sheet.grid
    findings: list[Finding] = []
    rows: list[list[str]] = []
    held_back: list[bool] = []
    if not header:
        return findings, []
    for quoted in (each for each in grid.quoted if each.row > grid.numbers[header.index]):
        own, others = _rows(quoted, grid.delimiter, header.last)
        if quoted.row not in grid.in_one_cell and (own or others or quoted.is_open):
            rows += [*own, *others]
            # The row in whose first cell the mark stands is held back as itself.
            held_back += [*(False for _ in own), *(quoted.is_open for _ in others)]
            findings.append(_located(sheet, "open-quote", quoted.row, quoted.column, is_error=quoted.is_open))
    keys = _keys(sheet, header, rows, lexicons, today) if rows else []
    return findings, list(map(SwallowedRow, keys, held_back))


def _rows(quoted: QuotedField, delimiter: str, width: int) -> tuple[list[list[str]], list[list[str]]]:
    """The lines of a quoted field that are rows of their own, parted: the one where it opened, and the others."""
    first, *lines = quoted.lines
    own = _fields(first, delimiter, width) if quoted.column == 1 and lines else []
    others = [_fields(line, delimiter, width) for line in lines]
    if lines and not quoted.is_open and (last := _last_row(quoted.last, delimiter, width)):
        others[-1] = last
    return [own] if own else [], [fields for fields in others if fields]


def _located(sheet: TableSheet, code: str, row: int, number: int, *, is_error: bool = False) -> Finding:
    """A finding of a cell and its text; ``row``, ``number``: those of the cell in the sheet."""
    grid = sheet.grid
    column = grid.columns[number - grid.left] if number - grid.left < len(grid.columns) else ()
    cell = column[row - grid.numbers[0]] if column else ""
    # A field that swallowed thousands of rows is not to be normalized as a whole.
    text = display_text(cell[: 4 * WIDEST] if isinstance(cell, str) else cell)
    names = {number: name for name, number in sheet.header.columns.items()} if sheet.header else {}
    finding = Finding(code, cut(text), "error" if is_error else "warning")
    return finding.at(sheet.address, row, number, sheet.table.name, names.get(number))


def _fields(line: str, delimiter: str, width: int) -> list[str]:
    """The fields of a line, none if they are not as many as the header has."""
    if line.count(delimiter) < width - 1:
        return []
    fields = line_fields(line, delimiter)
    return fields if have_width(fields, width) else []


def _last_row(line: str, delimiter: str, width: int) -> list[str] | None:
    """The fields of the line that closes a quoted field, if that mark was to open another field, of a further row."""
    if line.count(delimiter) < width - 1:
        return None
    bare = line.replace('""', "")
    place = bare.find('"')
    if place < 0 or (place and bare[place - 1] != delimiter) or bare[place + 1 : place + 2] in ("", delimiter):
        return None
    as_written = [field.removeprefix('"') for field in line.split(delimiter)]
    return _fields(line, delimiter, width) or (as_written if have_width(as_written, width) else None)


def _keys(
    sheet: TableSheet, header: Header, rows: Sequence[Sequence[str]], lexicons: Lexicons, today: date
) -> list[tuple[str, ...]]:
    """The keys of rows, read as those of the sheet are.

    sheet, header: where the rows stand.
    rows: their fields.
    lexicons: the words of other tables.
    today: as in `typed_columns`.
    """
    table = sheet.table
    wanted = dict.fromkeys((*table.key, table.label, table.day or ""))
    cells = {name: [row[header.columns[name] - 1] for row in rows] for name in wanted if name in header.columns}
    values, _ = typed_columns(sheet, DataRows(cells, range(len(rows))), lexicons, today)
    parts = [values.get(name, [None] * len(rows)) for name in table.key]
    keys = [tuple("" if value is None else str(value) for value in key) for key in zip(*parts, strict=True)]
    if table.name in WITH_MADE_KEYS:
        return _published_keys(keys, table, values, lexicons.rows.get(table.name, NO_ROWS))
    return keys


def _published_keys(
    keys: Sequence[tuple[str, ...]], table: Table, values: Values, published: PublishedRows
) -> list[tuple[str, ...]]:
    """The keys of rows, of those without one the key under which their name and day are published.

    keys: as the rows have them; table, values: their table and its typed columns; published: the rows of the table.
    """
    empty = [None] * len(keys)
    names, days = values.get(table.label, empty), values.get(table.day or "", empty)
    known = set(keys)
    all_keys = []
    for key, name, day in zip(keys, names, days, strict=True):
        if key == ("",) and name:
            key = next(((each,) for each in published.keys_of(name, day) if (each,) not in known), key)
            known.add(key)
        all_keys.append(key)
    return all_keys


def with_swallowed_rows(result: TableResult, table: Table, rows: Sequence[SwallowedRow]) -> TableResult:
    """The table with its swallowed rows: those that are published stay, those of an open field are held back."""
    columns = (result.frame[name].astype("str").fillna("") for name in table.key)
    own = set(zip(*columns, strict=True))
    keys = dict.fromkeys([*result.keys_with_errors, *(row.key for row in rows if any(row.key) and row.key not in own)])
    held_back = sum(row.is_held_back for row in rows)
    return replace(result, rows_with_errors=result.rows_with_errors + held_back, keys_with_errors=tuple(keys))


def extra_cells(sheet: TableSheet) -> Iterator[Finding]:
    """The first filled cell beyond the last header, of each row of a csv."""
    header, grid = sheet.header, sheet.grid
    if header:
        start = header.index + 1
        beyond = zip(*(column[start:] for column in grid.columns[header.last :]), strict=True)
        for row, cells in zip(grid.numbers[start:], beyond, strict=True):
            if number := next((number for number, cell in enumerate(cells, header.last + 1) if not is_empty(cell)), 0):
                yield _located(sheet, "extra-cells", row, number)
