"""The difference between two sets of tables: by key, cell by cell, whatever the order of rows."""

from collections import defaultdict, deque
from collections.abc import Iterator
from functools import partial, reduce
from itertools import starmap
from typing import Any

import numpy as np
import pandas as pd

from analysis.changes.difference import CellChange, Changes, Key, RowChange, TableChange
from analysis.schema import TABLES, Table, Tables
from analysis.schema.kinds import Choice, Many

SEPARATOR = "\x1f"


def compare(before: Tables, after: Tables) -> Changes:
    """The tables that differ, in the declaration's order. A table that one side lacks is taken as unchanged.

    Added rows are in the order of ``after``, removed ones in that of ``before``, cells by row and then by column.
    """
    changes = {}
    for name, table in TABLES.items():
        if name in before and name in after and not is_same(before[name], after[name]):
            change = _table_change(table, before[name], after[name])
            if change.added or change.removed or change.cells:
                changes[name] = change
    return Changes(changes)


def is_same(before: pd.DataFrame, after: pd.DataFrame) -> bool:
    """Whether two tables have the same rows in the same order: most tables of an upload are what they were."""
    return before is after or before.equals(after)


def frame_by_key(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every declared column, comparable, its index the row's key (parts joined by `SEPARATOR`).

    A list of regions, themes or priorities is sorted, since its order says nothing; that of organisers stays. An
    empty choice is its default. Of rows with one key the first counts.
    """
    columns = {}
    for column in table.columns:
        values = frame[column.name]
        match column.kind:
            case Many(to=str()):
                values = pd.Series([tuple(sorted(value)) for value in values], index=values.index, dtype=object)
            case Choice(default=str(default)):
                values = values.fillna(default)
        columns[column.name] = values
    rows = pd.DataFrame(columns).set_axis(key_texts(table, frame), axis=0)
    return rows[~rows.index.duplicated()]


def key_texts(table: Table, frame: pd.DataFrame) -> pd.Index:
    """The key of each row as one text, its parts joined by `SEPARATOR`; a part that is not filled is empty."""
    first, *rest = (frame[name].astype("str").fillna("") for name in table.key)
    return pd.Index(reduce(lambda left, right: left + SEPARATOR + right, rest, first), dtype=object)


def plain_value(value: Any) -> Any:
    """A cell's value as plain Python: str, int or a filled tuple; None if the cell is empty."""
    if isinstance(value, tuple):
        return value or None
    if pd.isna(value):
        return None
    return value if isinstance(value, str) else int(value)


def differing(before: pd.Series, after: pd.Series) -> np.ndarray:
    """For each row whether the cells of two comparable columns differ; rows in one order, two empty cells are equal."""
    if before.dtype == object:
        pairs = zip(before, after, strict=True)
        return np.fromiter((a != b for a, b in pairs), dtype=bool, count=len(before))
    same = (before == after).fillna(False) | (before.isna() & after.isna())
    return ~same.to_numpy(dtype=bool)


def _table_change(table: Table, before: pd.DataFrame, after: pd.DataFrame) -> TableChange:
    old, new = frame_by_key(table, before), frame_by_key(table, after)
    removed, added = old[~old.index.isin(new.index)], new[~new.index.isin(old.index)]
    common = new.index[new.index.isin(old.index)]
    added_rows, removed_rows = (
        tuple(starmap(partial(_row_change, table), zip(frame.index, frame[table.label], strict=True)))
        for frame in (added, removed)
    )
    cells = tuple(_cell_changes(table, old.loc[common], new.loc[common]))
    return TableChange(table.name, added_rows, removed_rows, cells, tuple(_renamed_rows(table, removed, added)))


def _row_change(table: Table, key_text: str, name: object) -> RowChange:
    """A row's key and name; if the table has no names, or the row none, the name is the filled parts of the key."""
    key = tuple(key_text.split(SEPARATOR))
    label = None if table.label in table.key else plain_value(name)
    return RowChange(key, label or " ".join(filter(None, key)))


def _cell_changes(table: Table, old: pd.DataFrame, new: pd.DataFrame) -> Iterator[CellChange]:
    """The cells that differ; ``old`` and ``new`` hold the same keys in the same order. Python only over those rows."""
    columns = [each.name for each in table.columns if each.name not in table.key]
    differs = np.column_stack([differing(old[name], new[name]) for name in columns])
    for place, at in zip(*np.nonzero(differs), strict=True):
        row, column = _row_change(table, new.index[place], new[table.label].iloc[place]), columns[at]
        before, after = plain_value(old[column].iloc[place]), plain_value(new[column].iloc[place])
        yield CellChange(row.key, row.label, column, before, after)


def _renamed_rows(table: Table, removed: pd.DataFrame, added: pd.DataFrame) -> Iterator[tuple[Key, Key]]:
    """Old and new key of rows that differ in the key alone; none in a table whose rows have no name beside the key."""
    if table.label in table.key or removed.empty or added.empty:
        return
    names = [each.name for each in table.columns if each.name not in table.key]
    waiting: dict[tuple, deque[Key]] = defaultdict(deque)
    for is_new, frame in ((False, removed), (True, added)):
        for key_text, *values in zip(frame.index, *(frame[name] for name in names), strict=True):
            key, content = tuple(key_text.split(SEPARATOR)), tuple(plain_value(value) for value in values)
            if not is_new:
                waiting[content].append(key)
            elif waiting[content]:
                yield waiting[content].popleft(), key
