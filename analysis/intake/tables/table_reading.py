"""One table from the sheets that hold it: columns typed, rules applied, rows with errors held back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.check_result import TableResult
from analysis.intake.issues import Finding, RowFinding
from analysis.intake.tables.data_rows import DataRows, data_rows
from analysis.intake.tables.sheet_findings import header_findings, unread_codes
from analysis.intake.tables.sheets import TableSheet, missing_columns
from analysis.intake.tables.typed_columns import TypedColumns, is_empty, typed_columns
from analysis.intake.text import display_text
from analysis.schema import Table, typed_frame
from analysis.schema.kinds import Choice, Day

GROUPS = ("from_companies", "from_research", "from_public", "from_others")
"""The columns of events that count participants by group."""
Values = Mapping[str, Sequence[Any]]
"""The typed columns of a whole table by internal name."""


@dataclass(frozen=True)
class TablePart:
    """One sheet of a table: its rows begin at position ``start`` of the table and end before ``end``."""

    sheet: TableSheet
    columns: Mapping[str, int]
    rows: DataRows
    typed: TypedColumns
    start: int
    end: int

    def cell(self, position: int, name: str) -> Any:
        """The cell of a row; "" if the sheet has no such column."""
        column = self.rows.cells.get(name)
        return "" if column is None else column[position - self.start]

    def placed(self, finding: Finding, position: int, named: str) -> Finding:
        """A finding with its place: the cell of a row, by its position in the table, in the column ``named``."""
        row, number = self.rows.numbers[position - self.start], self.columns[named]
        return finding.at(self.sheet.address, row, number, self.sheet.table.name, finding.column)


def read_table(
    table: Table, sheets: Sequence[TableSheet], lexicons: Lexicons, today: date
) -> tuple[TableResult | None, list[Finding]]:
    """A table and the findings in it; None if its sheets hold no rows."""
    all_rows = [(sheet, data_rows(sheet)) for sheet in sheets]
    findings = [total for _, rows in all_rows for total in rows.totals]
    findings += [each for sheet, rows in all_rows for each in unread_codes(sheet, rows.left_out)]
    filled = [(sheet, rows) for sheet, rows in all_rows if len(rows.numbers)]
    if not filled:
        first = sheets[0].address
        nothing = Finding("empty-table", first.sheet or "", "info", table=table.name, sheet=first)
        return None, [*findings, nothing]
    parts: list[TablePart] = []
    for sheet, rows in filled:
        findings += header_findings(sheet)
        if sheet.header:
            start = parts[-1].end if parts else 0
            typed = typed_columns(sheet, rows, lexicons, today)
            parts.append(TablePart(sheet, sheet.header.columns, rows, typed, start, start + len(rows.numbers)))
    for part in parts:
        findings += [part.placed(each, part.start + at, named) for named, at, each in part.typed.findings]
    values = _joined(table, parts)
    in_key = [each for each in findings if each.column in table.key]
    broken = [*_doubled_keys(table, values, _rows_with_errors(parts, in_key)), *_unlikely_rows(table, values)]
    findings += [_placed_in_row(table, parts, position, each) for position, each in broken]
    publishable = all(sheet.header and not missing_columns(table, sheet.header) for sheet, _ in filled)
    early = {(each.column, position) for position, each in broken if each.code == "ends-before-starts"}
    for name in {name for name, _ in early if name}:
        values[name] = [None if (name, at) in early else value for at, value in enumerate(values[name])]
    return _table_read(table, values, parts, _rows_with_errors(parts, findings), publishable), findings


def _joined(table: Table, parts: Sequence[TablePart]) -> dict[str, list[Any]]:
    """The columns of all sheets one after the other, those that any sheet has."""
    names = [column.name for column in table.columns if any(column.name in part.typed.values for part in parts)]
    return {
        name: [value for part in parts for value in part.typed.values.get(name) or [None] * (part.end - part.start)]
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


def _placed_in_row(table: Table, parts: Sequence[TablePart], position: int, finding: Finding) -> Finding:
    """A broken rule at the cell that it is about; an end that is not filled came with its start, in one cell."""
    part = next(part for part in parts if position < part.end)
    named = column = finding.column or ""
    kind = table.column(column).kind
    if finding.code == "ends-before-starts" and isinstance(kind, Day) and is_empty(part.cell(position, column)):
        named = kind.not_before or column
    return part.placed(finding._replace(value=display_text(part.cell(position, named))), position, named)


def _table_read(
    table: Table, values: dict[str, list[Any]], parts: Sequence[TablePart], held: set[int], publishable: bool
) -> TableResult:
    """The table without the rows held back.

    values: its typed columns.
    held: the positions of rows with errors.
    publishable: whether all its sheets have the required columns; otherwise no row is sound.
    """
    length = parts[-1].end if parts else 0
    columns: dict[str, Sequence[Any]] = dict(values)
    for column in table.columns:
        if isinstance(column.kind, Choice) and (default := column.kind.default):
            cells = values.get(column.name) or [None] * length
            columns[column.name] = [default if value is None else value for value in cells]
    addresses = [(part.sheet.address, part.end - part.start) for part in parts]
    files = [address.file for address, count in addresses for _ in range(count)]
    sheets = [address.sheet for address, count in addresses for _ in range(count)]
    numbers = [row for part in parts for row in part.rows.numbers]
    rows = pd.DataFrame(
        {
            "file": pd.Series(files, dtype="str"),
            "sheet": pd.Series(sheets, dtype="str"),
            "row": pd.Series(numbers, dtype="int64"),
        }
    )
    sound = [position for position in range(length) if position not in held] if publishable else []
    if len(sound) < length:
        columns = {name: [column[position] for position in sound] for name, column in columns.items()}
        rows = rows.iloc[sound].reset_index(drop=True)
    numbers_of = {(part.sheet.address.file, part.sheet.address.sheet or ""): dict(part.columns) for part in parts}
    keys = tuple(_held_keys(table, values, held))
    return TableResult(table.name, typed_frame(table, columns), rows, numbers_of, len(held), keys, publishable)


def _held_keys(table: Table, values: Values, held: set[int]) -> Iterator[tuple[str, ...]]:
    """The keys of the rows held back, but for those that a sound row has too."""
    if not held:
        return
    keys = _keys(table, values)
    sound = {key for position, key in enumerate(keys) if position not in held}
    for key in dict.fromkeys(keys[position] for position in sorted(held)):
        if any(key) and key not in sound:
            yield key


def _keys(table: Table, values: Values) -> list[tuple[str, ...]]:
    """The key of each row as text, "" for a part that is empty or could not be read."""
    length = max(map(len, values.values()), default=0)
    parts = [values.get(name, [None] * length) for name in table.key]
    return list(zip(*(["" if value is None else str(value) for value in part] for part in parts), strict=True))


def _doubled_keys(table: Table, values: Values, unsure: Collection[int]) -> Iterator[RowFinding]:
    """Rows whose key a row above has; a key that lacks a required part is none.

    ``unsure``: the positions of rows whose key could not be read.
    """
    keys = _keys(table, values)
    if len(set(keys)) == len(keys):
        return
    needed = [place for place, name in enumerate(table.key) if table.column(name).required]
    seen: set[tuple[str, ...]] = set()
    for position, key in enumerate(keys):
        if position not in unsure and all(key[place] for place in needed):
            if key in seen:
                yield position, Finding("duplicate-key", severity="error", column=table.key[0])
            seen.add(key)


def _unlikely_rows(table: Table, values: Values) -> Iterator[RowFinding]:
    """Rows that end before they start, at the precision that both days have, and events whose groups are more people
    than took part."""
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
