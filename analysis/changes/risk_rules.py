"""Risk rules of the contract: accidents that show only in the difference; each requires confirmation."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from analysis.changes.compare import frame_by_key, plain_value
from analysis.changes.difference import CellChange, Changes, Key, TableChange
from analysis.schema import TABLES, Issue, Table, Tables
from analysis.schema.kinds import Day

FULL_DAY = len("2023-03-12")
LEAST_DAYS = 5
Risk = tuple[str, int, int, str | None]
"""A rule's code, how many rows or values of how many, and the column if it is about one."""


def risks(before: Tables, after: Tables, changes: Changes) -> tuple[Issue, ...]:
    """The issues of a difference that require confirmation, table by table; ``value`` is how many of how many."""
    issues = []
    for name, change in changes.tables.items():
        table = TABLES[name]
        old, new = frame_by_key(table, before[name]), frame_by_key(table, after[name])
        difference = TableDifference(table, change, len(old), old[old.index.isin(new.index)], new)
        for rule in (_row_risks, _shifted_columns, _shifted_dates):
            for code, part, whole, column in rule(difference):
                value = f"{part} / {whole}"
                issues.append(Issue(code, "confirm", table=name, column=column, value=value))
    return tuple(issues)


@dataclass(frozen=True)
class TableDifference:
    """A table that differs. ``rows``: their number before; ``remaining``: those still there, by key; ``after``: all."""

    table: Table
    change: TableChange
    rows: int
    remaining: pd.DataFrame
    after: pd.DataFrame

    @cached_property
    def cells_by_column(self) -> dict[str, list[CellChange]]:
        """The changed cells by column."""
        columns: dict[str, list[CellChange]] = defaultdict(list)
        for cell in self.change.cells:
            columns[cell.column].append(cell)
        return dict(columns)


def _row_risks(of: TableDifference) -> Iterator[Risk]:
    """Rows removed, keys used for something else, rows renamed.

    Rows that were removed and added again under new keys are one ``mass-rename`` if they are many enough for it, and
    then no ``large-removal``.
    """
    removed, renamed = len(of.change.removed), _renamed(of)
    is_mass_rename = renamed > max(5, of.rows / 5)
    if is_mass_rename:
        removed -= len(of.change.renamed)
    if of.rows > 5 and (removed > of.rows / 5 or removed > 10):
        yield "large-removal", removed, of.rows, None
    if reused := _reused_keys(of):
        yield "reused-key", reused, of.rows, None
    if is_mass_rename:
        yield "mass-rename", renamed, of.rows, None


def _renamed(of: TableDifference) -> int:
    """Number of rows in which all is as before but the key, or but the name."""
    columns_by_key: dict[Key, set[str]] = defaultdict(set)
    for cell in of.change.cells:
        columns_by_key[cell.key].add(cell.column)
    return len(of.change.renamed) + list(columns_by_key.values()).count({of.table.label})


def _reused_keys(of: TableDifference) -> int:
    """Number of keys with another name and another day. A day that was empty, or is now more exact, is the same day."""
    day = of.table.day or ""
    other_names = {cell.key for cell in of.cells_by_column.get(of.table.label, ())}
    reused = 0
    for cell in of.cells_by_column.get(day, ()):
        old, new = cell.before or "", cell.after or ""
        reused += cell.key in other_names and not (old.startswith(new) or new.startswith(old))
    return reused


def _shifted_columns(of: TableDifference) -> Iterator[Risk]:
    """Columns of which over half the values moved, while nine tenths of them are still there, each as often."""
    for column, cells in of.cells_by_column.items():
        moved = sum(cell.before is not None for cell in cells)
        values = [value for each in of.remaining[column] if (value := plain_value(each)) is not None]
        if moved <= len(values) / 2:
            continue
        common = Counter(values) & Counter(plain_value(value) for value in of.after[column])
        if 10 * common.total() >= 9 * len(values):
            yield "shifted-column", moved, len(values), column


def _shifted_dates(of: TableDifference) -> Iterator[Risk]:
    """Columns of which over half the full days, and at least five, moved by the same number of days."""
    for column in (each.name for each in of.table.columns if isinstance(each.kind, Day)):
        steps = Counter(
            (date.fromisoformat(cell.after) - date.fromisoformat(cell.before)).days
            for cell in of.cells_by_column.get(column, ())
            if len(cell.before or "") == len(cell.after or "") == FULL_DAY
        )
        most = max(steps.values(), default=0)
        whole = int((of.remaining[column].str.len() == FULL_DAY).sum())
        if most >= LEAST_DAYS and most > whole / 2:
            yield "shifted-dates", most, whole, column
