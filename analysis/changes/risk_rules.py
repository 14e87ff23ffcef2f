"""Risk rules of the contract: accidents that show only in the difference; each requires confirmation."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from analysis.changes.compare import frame_by_key, plain_value
from analysis.changes.difference import CellChange, Changes, TableChange
from analysis.schema import TABLES, Issue, Table, Tables
from analysis.schema.kinds import Day

FULL_DAY = len("2023-03-12")
LEAST_REUSED = 3
LEAST_DAYS = 5


def risks(before: Tables, after: Tables, changes: Changes) -> tuple[Issue, ...]:
    """The issues of a difference that require confirmation, table by table; ``value`` is how many of how many rows.

    Rows that were removed and added again under new keys are one ``mass-rename`` if they are many enough for it, and
    then no ``large-removal``.
    """
    issues: list[Issue] = []
    for name, change in changes.tables.items():
        table = TABLES[name]
        rows = (frame_by_key(table, before[name]), frame_by_key(table, after[name]))
        issues += (issue for rule in RULES for issue in rule(TableDifference(table, change, *rows)))
    return tuple(issues)


@dataclass(frozen=True)
class TableDifference:
    """A table that differs: its difference, and the rows before and after as comparable frames by key."""

    table: Table
    change: TableChange
    before: pd.DataFrame
    after: pd.DataFrame

    @cached_property
    def cells_by_column(self) -> dict[str, list[CellChange]]:
        """The changed cells by column."""
        columns: dict[str, list[CellChange]] = defaultdict(list)
        for cell in self.change.cells:
            columns[cell.column].append(cell)
        return dict(columns)

    @cached_property
    def renamed(self) -> int:
        """Number of rows that keep all but their key, or all but their name."""
        columns_by_key: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for cell in self.change.cells:
            columns_by_key[cell.key].add(cell.column)
        only_name = sum(columns == {self.table.label} for columns in columns_by_key.values())
        return len(self.change.renamed) + only_name

    @property
    def is_mass_rename(self) -> bool:
        """Whether more than five rows and more than a fifth are renamed."""
        return self.renamed > max(5, len(self.before) / 5)

    def values_before(self, column: str) -> list:
        """The values of a column's filled cells before, in the rows that are still there."""
        values = self.before.loc[self.before.index.isin(self.after.index), column]
        return [plain for each in values if (plain := plain_value(each)) is not None]

    def issue(self, code: str, part: int, whole: int, column: str | None = None) -> Issue:
        """An issue with the value "part / whole"."""
        return Issue(code, "confirm", table=self.table.name, column=column, value=f"{part} / {whole}")


def _large_removal(of: TableDifference) -> Iterator[Issue]:
    rows = len(of.before)
    removed = len(of.change.removed)
    if of.is_mass_rename:
        removed -= len(of.change.renamed)
    if rows > 5 and (removed > rows / 5 or removed > 10):
        yield of.issue("large-removal", removed, rows)


def _reused_key(of: TableDifference) -> Iterator[Issue]:
    """Keys that have another name and another day. A day that was unknown, or is known better, is the same day."""
    day = next((each.name for each in of.table.columns if isinstance(each.kind, Day)), "")
    other_names = {cell.key for cell in of.cells_by_column.get(of.table.label, ())}
    reused = 0
    for cell in of.cells_by_column.get(day, ()):
        old, new = cell.before or "", cell.after or ""
        reused += cell.key in other_names and not (old.startswith(new) or new.startswith(old))
    if reused >= LEAST_REUSED:
        yield of.issue("reused-key", reused, len(of.before))


def _mass_rename(of: TableDifference) -> Iterator[Issue]:
    if of.is_mass_rename:
        yield of.issue("mass-rename", of.renamed, len(of.before))


def _shifted_column(of: TableDifference) -> Iterator[Issue]:
    """Columns of which over half the values moved, while nine tenths of them are still there, each as often."""
    for column, cells in of.cells_by_column.items():
        moved = sum(cell.before is not None for cell in cells)
        values = of.values_before(column)
        if moved <= len(values) / 2:
            continue
        common = Counter(values) & Counter(plain_value(value) for value in of.after[column])
        if 10 * common.total() >= 9 * len(values):
            yield of.issue("shifted-column", moved, len(values), column)


def _shifted_dates(of: TableDifference) -> Iterator[Issue]:
    """Columns of which over half the full days, and at least five, moved by the same number of days."""
    for column in (each.name for each in of.table.columns if isinstance(each.kind, Day)):
        steps = Counter(
            (date.fromisoformat(cell.after) - date.fromisoformat(cell.before)).days
            for cell in of.cells_by_column.get(column, ())
            if len(cell.before or "") == len(cell.after or "") == FULL_DAY
        )
        most = max(steps.values(), default=0)
        if most < LEAST_DAYS:
            continue
        whole = sum(len(value) == FULL_DAY for value in of.values_before(column))
        if most > whole / 2:
            yield of.issue("shifted-dates", most, whole, column)


RULES: tuple[Callable[[TableDifference], Iterator[Issue]], ...] = (
    _large_removal,
    _reused_key,
    _mass_rename,
    _shifted_column,
    _shifted_dates,
)
