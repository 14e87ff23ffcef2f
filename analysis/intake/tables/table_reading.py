"""One table from the sheets that hold it: columns typed, rules applied, rows with errors held back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.check_result import TableResult
from analysis.intake.issues import Finding, RowFinding
from analysis.intake.tables.one_column import in_one_cell
from analysis.intake.tables.sheet_findings import header_findings, unread_codes
from analysis.intake.tables.sheets import TableSheet, missing_columns
from analysis.intake.tables.swallowed_rows import SwallowedRow, extra_cells, read_quotes, with_swallowed_rows
from analysis.intake.tables.typed_columns import DataRows, data_rows, typed_columns
from analysis.intake.text import display_text, is_empty
from analysis.schema import Table, typed_frame
from analysis.schema.kinds import Choice, Day

GROUPS = ("from_companies", "from_research", "from_public", "from_others")
"""The columns of events that count participants by group."""
Values = Mapping[str, Sequence[Any]]
"""The typed columns of a whole table by internal name."""


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
    in_key = [each for each in findings if each.column in table.key]
    in_rows = [*_duplicate_keys(table, values, _rows_with_errors(parts, in_key)), *_unlikely_rows(table, values)]
    findings += [_locate_in_row(table, parts, position, each) for position, each in in_rows]
    publishable = all(sheet.header and not missing_columns(table, sheet.header) for sheet, _ in with_rows)
    early = {(each.column, position) for position, each in in_rows if each.code == "ends-before-starts"}
    for name in {name for name, _ in early if name}:
        values[name] = [None if (name, at) in early else value for at, value in enumerate(values[name])]
    result = _table_result(table, values, parts, _rows_with_errors(parts, findings), publishable)
    whole = {sheet.address.order: sheet.grid for sheet in sheets if sheet.grid.in_one_cell}
    return (
        with_swallowed_rows(result, table, swallowed) if swallowed else result,
        in_one_cell(findings, whole) if whole else findings,
    )


def _join(table: Table, parts: Sequence[TablePart]) -> dict[str, list[Any]]:
    """The columns of all sheets one after the other, those that any sheet has."""
    names = [column.name for column in table.columns if any(column.name in part.values for part in parts)]
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
    addresses = [part.sheet.address for part in parts for _ in part.rows.numbers]
    rows = pd.DataFrame(
        {
            "file": pd.Series([each.file for each in addresses], dtype="str"),
            "sheet": pd.Series([each.sheet for each in addresses], dtype="str"),
            "row": pd.Series([row for part in parts for row in part.rows.numbers], dtype="int64"),
        }
    )
    sound = [position for position in range(length) if position not in errors] if publishable else []
    if len(sound) < length:
        columns = {name: [column[position] for position in sound] for name, column in columns.items()}
        rows = rows.iloc[sound].reset_index(drop=True)
    numbers_of = {(part.sheet.address.file, part.sheet.address.sheet or ""): _numbers(part) for part in parts}
    keys = _keys(table, values) if errors else []
    # The keys of rows with errors, but for those that a sound row has too.
    others = {key for position, key in enumerate(keys) if position not in errors}
    with_errors = dict.fromkeys(key for key in (keys[position] for position in sorted(errors)) if any(key))
    lost = tuple(key for key in with_errors if key not in others)
    return TableResult(table.name, typed_frame(table, columns), rows, numbers_of, len(errors), lost, publishable)


def _numbers(part: TablePart) -> dict[str, int]:
    """The sheet's column of each internal name: the first one, if all rows stand in one cell each."""
    grid = part.sheet.grid
    is_whole = bool(grid.in_one_cell) and grid.in_one_cell.issuperset(part.rows.numbers)
    return dict.fromkeys(part.columns, grid.left) if is_whole else dict(part.columns)


def _keys(table: Table, values: Values) -> list[tuple[str, ...]]:
    """The key of each row as text, "" for a part that is empty or could not be read."""
    length = max(map(len, values.values()), default=0)
    parts = [values.get(name, [None] * length) for name in table.key]
    return list(zip(*(["" if value is None else str(value) for value in part] for part in parts), strict=True))


def _duplicate_keys(table: Table, values: Values, unsure: Collection[int]) -> Iterator[RowFinding]:
    """Rows whose key a row above has; a key that lacks a required part is none; ``unsure``: rows with errors in it."""
    keys = _keys(table, values)
    if len(set(keys)) == len(keys):
        return
    required = [place for place, name in enumerate(table.key) if table.column(name).required]
    above: set[tuple[str, ...]] = set()
    for position, key in enumerate(keys):
        if position not in unsure and all(key[place] for place in required):
            if key in above:
                yield position, Finding("duplicate-key", severity="error", column=table.key[0])
            above.add(key)


def _unlikely_rows(table: Table, values: Values) -> Iterator[RowFinding]:
    """Rows that end before they start, at the precision of both days, and events whose groups exceed participants."""
    for column in table.columns:
        if isinstance(column.kind, Day) and column.kind.not_before:
            days = zip(values.get(column.kind.not_before, ()), values.get(column.name, ()), strict=False)
            for position, (first, last) in enumerate(days):
                if first and last and last < first and not first.startswith(last):
                    yield position, Finding("ends-before-starts", severity="warning", column=column.name)
    groups = [values[name] for name in GROUPS if name in values]
    if table.name == "events" and "participants" in values and groups:
        for position, (whole, *counts) in enumerate(zip(values["participants"], *groups, strict=True)):
            if whole is not None and sum(filter(None, counts)) > whole:
                yield position, Finding("unlikely-value", severity="warning", column="participants")
