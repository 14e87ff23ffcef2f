"""One table from the sheets that hold it: columns typed, rules applied, rows with errors held back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.published_rows import NO_ROWS, PublishedRows
from analysis.intake.check_result import TableResult
from analysis.intake.column_names import column_letters
from analysis.intake.issues import Finding, RowFinding
from analysis.intake.tables.headers import missing_columns
from analysis.intake.tables.one_column import in_one_cell
from analysis.intake.tables.row_keys import KeyColumn, RowKeys, Values, key_parts, row_keys
from analysis.intake.tables.row_rules import called_off_rows, unlikely_rows
from analysis.intake.tables.sheet_findings import header_findings, unread_codes
from analysis.intake.tables.sheets import TableSheet
from analysis.intake.tables.swallowed_rows import SwallowedRow, extra_cells, read_quotes, with_swallowed_rows
from analysis.intake.tables.typed_columns import DataRows, data_rows, typed_columns
from analysis.intake.text import display_text, is_empty
from analysis.schema import TABLES, Table, typed_frame
from analysis.schema.kinds import Choice, Day


@dataclass(frozen=True)
class TablePart:
    """One sheet of a table: its rows begin at position ``start`` of the table and end before ``end``.

    ``columns``: the sheet's column numbers by internal name; ``values``: its cells, typed.
    """

    sheet: TableSheet
    columns: Mapping[str, int]
    rows: DataRows
    values: Mapping[str, list[Any]]
    start: int
    end: int


def read_table(
    table: Table, sheets: Sequence[TableSheet], lexicons: Lexicons, today: date
) -> tuple[TableResult | None, list[Finding]]:
    """A table and the findings in it; None if its sheets hold no rows."""
    all_rows = [(sheet, data_rows(sheet)) for sheet in sheets]
    findings = [total for _, rows in all_rows for total in rows.totals]
    findings += [each for sheet, rows in all_rows for each in unread_codes(sheet, rows.totals_rows)]
    with_rows = [(sheet, rows) for sheet, rows in all_rows if len(rows.numbers)]
    if not with_rows:
        first = sheets[0].address
        return None, [*findings, Finding("empty-table", first.sheet or "", "info", table=table.name, sheet=first)]
    parts: list[TablePart] = []
    swallowed: list[SwallowedRow] = []
    for sheet, rows in with_rows:
        findings += header_findings(sheet)
        if sheet.grid.quoted:
            in_quotes, in_text = read_quotes(sheet, lexicons, today)
            findings += in_quotes
            swallowed += in_text
        if sheet.grid.delimiter and sheet.header and len(sheet.grid.columns) > sheet.header.last:
            findings += extra_cells(sheet)
        if sheet.header:
            start = parts[-1].end if parts else 0
            values, in_cells = typed_columns(sheet, rows, lexicons, today)
            part = TablePart(sheet, sheet.header.columns, rows, values, start, start + len(rows.numbers))
            findings += [
                each.at(sheet.address, rows.numbers[at], part.columns[column], table.name, each.column)
                for column, at, each in in_cells
            ]
            parts.append(part)
    values = _join(table, parts)
    keys = _row_keys(table, parts, values, findings, lexicons.rows.get(table.name, NO_ROWS))
    values |= {table.key[0]: keys.column} if keys.column else {}
    findings = _but_made_keys(table, parts, findings, keys.new) if keys.new else findings
    in_rows = [*keys.findings, *unlikely_rows(table, values), *_called_off(table, parts, values)]
    findings += [_locate_in_row(table, parts, position, each) for position, each in in_rows]
    publishable = all(sheet.header and not missing_columns(table, sheet.header) for sheet, _ in with_rows)
    early = {(each.column, position) for position, each in in_rows if each.code == "ends-before-starts"}
    for name in {name for name, _ in early if name}:
        values[name] = [None if (name, at) in early else value for at, value in enumerate(values[name])]
    errors = _rows_with_errors(parts, findings)
    result = _with_keys(_table_result(table, values, parts, errors, publishable), parts, keys, errors)
    whole = {sheet.address.order: sheet.grid for sheet in sheets if sheet.grid.in_one_cell}
    return (
        with_swallowed_rows(result, table, swallowed) if swallowed else result,
        in_one_cell(findings, whole) if whole else findings,
    )


def _join(table: Table, parts: Sequence[TablePart]) -> dict[str, list[Any]]:
    """The columns of all sheets one after the other, those that any sheet has."""
    names = [column.name for column in table.columns if any(column.name in part.values for part in parts)]
    if len(parts) == 1:
        return {name: parts[0].values[name] for name in names}
    return {
        name: [value for part in parts for value in part.values.get(name) or [None] * (part.end - part.start)]
        for name in names
    }


def _rows_with_errors(parts: Sequence[TablePart], findings: Sequence[Finding]) -> set[int]:
    """The positions of the rows in whose cells there is an error."""
    rows = {(each.sheet.order, each.row) for each in findings if each.severity == "error" and each.row}
    if not rows:
        return set()
    return {
        position
        for part in parts
        for position, row in enumerate(part.rows.numbers, part.start)
        if (part.sheet.address.order, row) in rows
    }


def _row_keys(
    table: Table, parts: Sequence[TablePart], values: Values, findings: Sequence[Finding], published: PublishedRows
) -> RowKeys:
    """The keys of the rows.

    table, parts, values: the table, its sheets and its typed columns.
    findings: those in its cells; an error in a key says that it is none.
    published: the rows of the published table.
    """
    if table.key[0] not in values:
        return RowKeys([])
    in_key = [each for each in findings if each.column in table.key]
    without = [each for each in in_key if (each.code, each.column) == ("missing-value", table.key[0])]
    blank = _rows_with_errors(parts, without)
    faulty = _rows_with_errors(parts, in_key)
    return row_keys(table, values, KeyColumn(_cells(parts, table.key[0]), blank, faulty, published))


def _but_made_keys(
    table: Table, parts: Sequence[TablePart], findings: Sequence[Finding], made: Iterable[int]
) -> list[Finding]:
    """The findings but for those of missing keys in rows for which one was made; ``made``: their positions."""
    places = [(next(part for part in parts if position < part.end), position) for position in made]
    rows = {(part.sheet.address.order, part.rows.numbers[position - part.start]) for part, position in places}
    missing = "missing-value", table.key[0]
    return [e for e in findings if (e.code, e.column) != missing or (e.sheet.order, e.row) not in rows]


def _cells(parts: Sequence[TablePart], column: str) -> list[Any]:
    """The cells of a column of all sheets as the files have them, "" where a sheet has no such column."""
    return list(chain.from_iterable(part.rows.cells.get(column) or [""] * (part.end - part.start) for part in parts))


def _called_off(table: Table, parts: Sequence[TablePart], values: Values) -> list[RowFinding]:
    """The rows of events that look called off and have no status."""
    if table.name != "events" or "name" not in values:
        return []
    struck = {position for part in parts for position in _struck_rows(part, ("name", "starts"))}
    called_off = called_off_rows(values["name"], struck)
    status = _cells(parts, "status") if called_off else []
    return [(at, Finding("looks-cancelled", column="name")) for at in called_off if is_empty(status[at])]


def _struck_rows(part: TablePart, columns: Sequence[str]) -> list[int]:
    """The positions of a sheet's rows of which all these columns' cells are struck through."""
    struck = part.sheet.grid.marks.struck
    if not struck:
        return []
    numbers = [part.columns.get(column, 0) for column in columns]
    rows = enumerate(part.rows.numbers, part.start)
    return [at for at, row in rows if all((row, number) in struck for number in numbers)]


def _locate_in_row(table: Table, parts: Sequence[TablePart], position: int, finding: Finding) -> Finding:
    """A finding of a row at the cell that it is about; an end that is empty came with its start, in one cell."""
    part = next(part for part in parts if position < part.end)
    cells, at = part.rows.cells, position - part.start
    column = finding.column or ""
    kind = table.column(column).kind
    is_open = column not in cells or is_empty(cells[column][at])
    if finding.code == "ends-before-starts" and isinstance(kind, Day) and is_open:
        column = kind.not_before or column
    address, row, number = part.sheet.address, part.rows.numbers[at], part.columns[column]
    return finding._replace(value=display_text(cells[column][at])).at(address, row, number, table.name, finding.column)


def _table_result(
    table: Table, values: dict[str, list[Any]], parts: Sequence[TablePart], errors: set[int], publishable: bool
) -> TableResult:
    """The table without the rows that have errors.

    table: its declaration.
    values: its typed columns.
    parts: its sheets.
    errors: the positions of rows with errors.
    publishable: whether all its sheets have the required columns; otherwise no row is sound.
    """
    length = parts[-1].end if parts else 0
    columns: dict[str, Sequence[Any]] = dict(values)
    for column in table.columns:
        if isinstance(column.kind, Choice) and (default := column.kind.default):
            cells = values.get(column.name) or [None] * length
            columns[column.name] = [default if value is None else value for value in cells]
    rows = _places(parts)
    sound = [position for position in range(length) if position not in errors] if publishable else []
    if len(sound) < length:
        columns = {name: [column[position] for position in sound] for name, column in columns.items()}
        rows = rows.iloc[sound].reset_index(drop=True)
    numbers_of = {(part.sheet.address.file, part.sheet.address.sheet or ""): _numbers(part) for part in parts}
    keys = key_parts(table, values) if errors else []
    # The keys of rows with errors, but for those that a sound row has too.
    others = {key for position, key in enumerate(keys) if position not in errors}
    with_errors = dict.fromkeys(key for key in (keys[position] for position in sorted(errors)) if any(key))
    lost = tuple(key for key in with_errors if key not in others)
    return TableResult(table.name, typed_frame(table, columns), rows, numbers_of, len(errors), lost, publishable)


def _places(parts: Sequence[TablePart]) -> pd.DataFrame:
    """File, sheet and number of each row."""
    files = pd.Series([part.sheet.address.file for part in parts], dtype="str")
    sheets = pd.Series([part.sheet.address.sheet for part in parts], dtype="str")
    part_of = np.repeat(np.arange(len(parts)), np.array([len(part.rows.numbers) for part in parts], dtype=int))
    numbers = pd.Series(list(chain.from_iterable(part.rows.numbers for part in parts)), dtype="int64")
    return pd.DataFrame({"file": files.array.take(part_of), "sheet": sheets.array.take(part_of), "row": numbers})


def _with_keys(result: TableResult, parts: Sequence[TablePart], keys: RowKeys, errors: Collection[int]) -> TableResult:
    """The table with the places of the keys that were made, and with the published keys of rows with errors."""
    if not keys.new and not keys.elsewhere:
        return result
    elsewhere = [(key,) for position, key in keys.elsewhere.items() if position in errors]
    places: dict[tuple[str, str, str], str] = {}
    for position, key in keys.new.items():
        part = next(part for part in parts if position < part.end)
        row = part.rows.numbers[position - part.start]
        cell = f"{column_letters(part.columns[TABLES[result.table].key[0]])}{row}"
        places[part.sheet.address.file, part.sheet.address.sheet or "", cell] = key
    return replace(result, keys_with_errors=(*result.keys_with_errors, *elsewhere), made_keys=places)


def _numbers(part: TablePart) -> dict[str, int]:
    """The sheet's column of each internal name: the first one, if all rows stand in one cell each."""
    grid = part.sheet.grid
    is_whole = bool(grid.in_one_cell) and grid.in_one_cell.issuperset(part.rows.numbers)
    return dict.fromkeys(part.columns, grid.left) if is_whole else dict(part.columns)
