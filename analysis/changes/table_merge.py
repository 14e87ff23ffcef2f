"""The three-way merge of one table: by key and cell, lists by element, rules of rows kept.

Rows are numbered: those of the current table in its order, then the upload's new ones in the upload's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from analysis.changes.compare import SEPARATOR, differing, frame_by_key, key_texts, plain_value
from analysis.changes.conflict import MergeConflict, Settlement, side_of
from analysis.schema import Table
from analysis.schema.kinds import Many
from analysis.schema.row_rules import RowRule, row_rules

Cells = dict[str, np.ndarray]
"""Numbers of rows by column."""


@dataclass(frozen=True)
class TableSide:
    """One side of a merge. ``frame``: its rows; ``by_key``: the same, comparable; ``at``: by number of the merge's
    rows the position of each in them, -1 where the side has no such row."""

    frame: pd.DataFrame
    by_key: pd.DataFrame
    at: np.ndarray

    def cells(self, column: str, rows: np.ndarray) -> pd.Series:
        """The comparable cells of a column in rows that the side has."""
        return self.by_key[column].take(self.at[rows]).reset_index(drop=True)

    def value(self, column: str, row: int) -> Any:
        """The plain value of a cell, None if the side has no such row."""
        return plain_value(self.by_key[column].iat[self.at[row]]) if self.at[row] >= 0 else None

    def elements(self, column: str, row: int) -> tuple[str, ...]:
        """The list in a cell as it is written, in a row that the side has."""
        elements: Any = self.frame[column].iat[self.at[row]]
        return tuple(elements)


Sides = tuple[TableSide, TableSide, TableSide]
"""Base, current and upload."""


@dataclass(frozen=True)
class TableMerge:
    """What merging one table comes to before conflicts are settled.

    ``sides``: base, current and upload; ``stays``: whether each row is in the merged table while its conflict is open;
    ``changes``: the cells that only the upload changed; ``lists``: the lists that both changed, merged by element.
    """

    table: Table
    keys: pd.Index
    sides: Sides
    stays: np.ndarray
    changes: Cells
    lists: dict[tuple[str, int], tuple[str, ...]]
    conflicts: tuple[MergeConflict, ...]

    def frame(self, settlement: Settlement) -> pd.DataFrame:
        """The merged table; where a conflict is open the current value stands."""
        _, current, upload = self.sides
        length = len(current.frame)
        row_of = np.where(current.at >= 0, current.at, length + upload.at)
        stays = self.stays.copy()
        cells = {name: [rows] for name, rows in self.changes.items()}
        for each in (each for each in self.conflicts if side_of(settlement, each) == "mine"):
            row = self.keys.get_loc(SEPARATOR.join(each.key))
            if each.column is None:
                stays[row] = upload.at[row] >= 0
            for name in each.together or filter(None, (each.column,)):
                cells.setdefault(name, []).append(np.array([row]))
        columns = {}
        for name in (column.name for column in self.table.columns):
            source = row_of.copy()
            for rows in cells.get(name, ()):
                source[rows] = length + upload.at[rows]
            both = pd.concat([current.frame[name], upload.frame[name]], ignore_index=True)
            columns[name] = both.take(source[stays]).reset_index(drop=True)
        number = np.cumsum(stays) - 1
        for (name, row), value in self.lists.items():
            columns[name].iat[number[row]] = value  # type: ignore[assignment]
        return pd.DataFrame(columns)


def merge_table(table: Table, base: pd.DataFrame, current: pd.DataFrame, upload: pd.DataFrame) -> TableMerge:
    """The merge of one table: ``current`` with what ``upload`` changed in ``base``."""
    keys, sides = _align(table, base, current, upload)
    in_base, in_current, in_upload = (side.at >= 0 for side in sides)
    of_all, of_two = (np.flatnonzero(rows & in_current & in_upload) for rows in (in_base, ~in_base))
    columns = [each.name for each in table.columns if each.name not in table.key]
    changes, clashes = _changes(sides, columns, of_all)
    lists = _merge_lists(table, sides, clashes)
    for name in columns:
        different = of_two[_differs(sides[1], sides[2], name, of_two)]
        clashes[name] = np.concatenate([clashes[name], different])
    broken = list(_broken_rules(table, sides, changes, clashes))
    for rule, row in broken:
        for name in rule.columns:
            changes[name], clashes[name] = (rows[rows != row] for rows in (changes[name], clashes[name]))
    removed = np.flatnonzero(in_base & (in_current != in_upload))
    unlike = _any_differs(sides, columns, removed)
    stays = in_current | ~in_base
    stays[removed[~unlike]] = False
    conflict = partial(_conflict, table, keys, sides)
    conflicts = [conflict(int(row), None) for row in removed[unlike]]
    conflicts += [conflict(int(row), name) for name, rows in clashes.items() for row in rows]
    conflicts += [conflict(row, rule.column, rule.columns) for rule, row in broken]
    return TableMerge(table, keys, sides, stays, changes, lists, tuple(_in_order(table, keys, conflicts)))


def _align(table: Table, *frames: pd.DataFrame) -> tuple[pd.Index, Sides]:
    """The keys of all rows, numbered, and the three sides along them; of rows with one key the first counts."""
    sides = []
    for frame in frames:
        keys = key_texts(table, frame)
        frame = frame[~keys.duplicated()] if keys.has_duplicates else frame
        sides.append((frame, frame_by_key(table, frame)))
    old, new = sides[1][1].index, sides[2][1].index
    keys = old.append(new[~new.isin(old)])
    base, current, upload = (TableSide(*side, side[1].index.get_indexer(keys)) for side in sides)
    return keys, (base, current, upload)


def _differs(one: TableSide, other: TableSide, column: str, rows: np.ndarray) -> np.ndarray:
    """Of rows that both sides have, whether the cells of a column differ."""
    return differing(one.cells(column, rows), other.cells(column, rows)) if len(rows) else np.zeros(0, dtype=bool)


def _changes(sides: Sides, columns: list[str], rows: np.ndarray) -> tuple[Cells, Cells]:
    """Of rows that all sides have, the cells that only the upload changed, and those that both changed otherwise."""
    base, current, upload = sides
    changes, clashes = {}, {}
    for name in columns:
        changed = rows[_differs(base, upload, name, rows)]
        by_both = _differs(base, current, name, changed)
        changes[name], both = changed[~by_both], changed[by_both]
        clashes[name] = both[_differs(current, upload, name, both)]
    return changes, clashes


def _merge_lists(table: Table, sides: Sides, clashes: Cells) -> dict[tuple[str, int], tuple[str, ...]]:
    """The lists that both sides changed, merged by element; they are clashes no more."""
    lists = {}
    for column in (each.name for each in table.columns if isinstance(each.kind, Many)):
        for row in clashes[column]:
            base, current, upload = (side.elements(column, row) for side in sides)
            remaining = [each for each in current if each in upload or each not in base]
            added = [each for each in upload if each not in base and each not in current]
            lists[column, int(row)] = tuple(dict.fromkeys([*remaining, *added]))
        clashes[column] = clashes[column][:0]
    return lists


def _broken_rules(table: Table, sides: Sides, changes: Cells, clashes: Cells) -> Iterator[tuple[RowRule, int]]:
    """Rules that a merged row breaks, whichever side wins in its conflicts, though neither side's own row does."""
    _, current, upload = sides
    for rule in row_rules(table):
        changed, open_cells = ({name: set(each[name].tolist()) for name in rule.columns} for each in (changes, clashes))
        for row in _mixed_rows(sides, rule, changes, clashes):
            ours, theirs = ([side.value(name, row) for name in rule.columns] for side in (upload, current))
            if rule.is_broken(*ours) or rule.is_broken(*theirs):
                continue
            for winner in (ours, theirs):
                merged = [
                    won if row in open_cells[name] else mine if row in changed[name] else other
                    for name, won, mine, other in zip(rule.columns, winner, ours, theirs, strict=True)
                ]
                if rule.is_broken(*merged):
                    yield rule, row
                    break


def _mixed_rows(sides: Sides, rule: RowRule, changes: Cells, clashes: Cells) -> list[int]:
    """The rows that may get cells of a rule from both sides: each side changed one of them."""
    base, current, _ = sides
    rows = np.unique(np.concatenate([cells[name] for name in rule.columns for cells in (changes, clashes)]))
    has_base = base.at[rows] >= 0
    mixed = ~has_base
    for name in rule.columns:
        mixed[has_base] |= _differs(base, current, name, rows[has_base])
    both: list[int] = rows[mixed].tolist()
    return both


def _any_differs(sides: Sides, columns: list[str], rows: np.ndarray) -> np.ndarray:
    """Of rows that one side removed, whether the other one changed them."""
    base, current, upload = sides
    differs = np.zeros(len(rows), dtype=bool)
    for side in (current, upload):
        own = side.at[rows] >= 0
        for name in columns:
            differs[own] |= _differs(base, side, name, rows[own])
    return differs


def _conflict(
    table: Table, keys: pd.Index, sides: Sides, row: int, column: str | None, together: tuple[str, ...] = ()
) -> MergeConflict:
    """A conflict in a row, at a column or of the whole row.

    table, keys, sides: of the merge.
    row: its number.
    column: None for the whole row.
    together: the columns of a rule.
    """
    base, current, upload = (side.value(column or table.label, row) for side in sides)
    key = tuple(keys[row].split(SEPARATOR))
    names = (side.value(table.label, row) for side in reversed(sides)) if table.label not in table.key else ()
    label = next(filter(None, names), None) or " ".join(filter(None, key))
    return MergeConflict(table.name, key, label, column, base, current, upload, together)


def _in_order(table: Table, keys: pd.Index, conflicts: list[MergeConflict]) -> list[MergeConflict]:
    """Conflicts by row and then by column."""
    places = {column.name: place for place, column in enumerate(table.columns)}
    order = {tuple(each.split(SEPARATOR)): number for number, each in enumerate(keys)} if conflicts else {}
    return sorted(conflicts, key=lambda each: (order[each.key], places.get(each.column or "", -1)))
