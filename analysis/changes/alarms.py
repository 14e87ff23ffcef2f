"""Accidents that show only in the difference; each wants a second yes. The rules are those of the contract."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from analysis.changes.difference import CellChange, Changes, Key, TableChange
from analysis.changes.keyed import keyed, plain
from analysis.schema import TABLES, Issue, Table, Tables
from analysis.schema.kinds import Day

FULL_DAY = len("2023-03-12")
LEAST_REUSED = 3
LEAST_DAYS = 5


@dataclass(frozen=True)
class Differing:
    """One table that differs: its difference and both frames, and what the rules ask of them."""

    table: Table
    change: TableChange
    before: pd.DataFrame
    after: pd.DataFrame

    @cached_property
    def by_key(self) -> dict[Key, dict[str, CellChange]]:
        """The changed cells of each row that stays, by column."""
        rows: dict[Key, dict[str, CellChange]] = defaultdict(dict)
        for cell in self.change.cells:
            rows[cell.key][cell.column] = cell
        return dict(rows)

    @cached_property
    def by_column(self) -> dict[str, list[CellChange]]:
        """The changed cells by column."""
        columns: dict[str, list[CellChange]] = defaultdict(list)
        for cell in self.change.cells:
            columns[cell.column].append(cell)
        return dict(columns)

    @cached_property
    def keyed_before(self) -> pd.DataFrame:
        """The published rows, comparable, by key."""
        return keyed(self.table, self.before)

    @cached_property
    def keyed_after(self) -> pd.DataFrame:
        """The new rows, comparable, by key."""
        return keyed(self.table, self.after)

    def stayed(self, column: str) -> list:
        """What stood in the filled cells of a column, in the rows that stay."""
        rows = self.keyed_before
        return [plain(v) for v in rows.loc[rows.index.isin(self.keyed_after.index), column] if plain(v) is not None]

    def issue(self, code: str, part: int, whole: int, column: str | None = None) -> Issue:
        """A finding that says how many of how many."""
        return Issue(code, "confirm", table=self.table.name, column=column, value=f"{part} / {whole}")


def alarms(before: Tables, after: Tables, changes: Changes) -> tuple[Issue, ...]:
    """What of a difference wants a second yes, table by table; ``value`` says how many of how many ("12 / 31").

    Of two removals that are one event only one is told: rows that are there again under new keys are a
    ``mass-rename`` where they are many enough for it.
    """
    differing = (Differing(TABLES[name], change, before[name], after[name]) for name, change in changes.tables.items())
    return tuple(issue for each in differing for rule in RULES for issue in rule(each))


def _large_removal(of: Differing) -> Iterator[Issue]:
    rows = len(of.keyed_before)
    gone = len(of.change.removed)
    if _is_mass_rename(of):
        gone -= len(of.change.renamed)
    if rows > 5 and (gone > rows / 5 or gone > 10):
        yield of.issue("large-removal", gone, rows)


def _reused_key(of: Differing) -> Iterator[Issue]:
    day = next((each.name for each in of.table.columns if isinstance(each.kind, Day)), None)
    reused = [row for row in of.by_key.values() if day in row and of.table.label in row and _is_another(row, day)]
    if len(reused) >= LEAST_REUSED:
        yield of.issue("reused-key", len(reused), len(of.keyed_before))


def _is_another(row: dict[str, CellChange], day: str) -> bool:
    """Whether a row tells of something else now. A day that was not known, or is known better, is the same day."""
    old, new = row[day].before or "", row[day].after or ""
    return not (old.startswith(new) or new.startswith(old))


def _renamed(of: Differing) -> int:
    """How many rows keep all but their key, or all but their name."""
    return len(of.change.renamed) + sum(set(row) == {of.table.label} for row in of.by_key.values())


def _is_mass_rename(of: Differing) -> bool:
    return _renamed(of) > max(5, len(of.keyed_before) / 5)


def _mass_rename(of: Differing) -> Iterator[Issue]:
    if _is_mass_rename(of):
        yield of.issue("mass-rename", _renamed(of), len(of.keyed_before))


def _shifted_column(of: Differing) -> Iterator[Issue]:
    for column, cells in of.by_column.items():
        moved = sum(cell.before is not None for cell in cells)
        values = of.stayed(column)
        if moved > len(values) / 2 and _mostly_kept(values, of.keyed_after[column]):
            yield of.issue("shifted-column", moved, len(values), column)


def _mostly_kept(values: list, now: pd.Series) -> bool:
    """Whether nine tenths of the values, each as often as it stood there, are in the column now."""
    kept = Counter(values) & Counter(plain(value) for value in now)
    return 10 * kept.total() >= 9 * len(values)


def _shifted_dates(of: Differing) -> Iterator[Issue]:
    days = (each.name for each in of.table.columns if isinstance(each.kind, Day))
    for column in (name for name in days if name in of.by_column):
        whole = sum(len(value) == FULL_DAY for value in of.stayed(column))
        steps = Counter(_steps(of.by_column[column]))
        most = max(steps.values(), default=0)
        if most >= LEAST_DAYS and most > whole / 2:
            yield of.issue("shifted-dates", most, whole, column)


def _steps(cells: list[CellChange]) -> Iterator[int]:
    """By how many days each full day moved."""
    for cell in cells:
        if len(cell.before or "") == len(cell.after or "") == FULL_DAY:
            yield (date.fromisoformat(cell.after) - date.fromisoformat(cell.before)).days


RULES: tuple[Callable[[Differing], Iterator[Issue]], ...] = (
    _large_removal,
    _reused_key,
    _mass_rename,
    _shifted_column,
    _shifted_dates,
)
