"""The difference between two sets of tables: by key, cell by cell, whatever the order of rows."""

from collections import defaultdict, deque
from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.changes.difference import CellChange, Changes, Key, RowChange, TableChange
from analysis.changes.keyed import key_of, keyed, plain
from analysis.schema import TABLES, Table, Tables


def compare(before: Tables, after: Tables) -> Changes:
    """The tables that differ, in the declaration's order. A table that one side lacks is taken as unchanged.

    Added rows stand in the order of ``after``, removed ones in that of ``before``, cells by row and then by column.
    """
    both = (table for table in TABLES.values() if table.name in before and table.name in after)
    found = (_difference(table, before[table.name], after[table.name]) for table in both)
    return Changes({each.table: each for each in found if each})


def _difference(table: Table, before: pd.DataFrame, after: pd.DataFrame) -> TableChange:
    if before is after:
        return TableChange(table.name)
    old, new = keyed(table, before), keyed(table, after)
    removed, added = old[~old.index.isin(new.index)], new[~new.index.isin(old.index)]
    stays = new.index[new.index.isin(old.index)]
    return TableChange(
        table.name,
        tuple(_rows(table, added)),
        tuple(_rows(table, removed)),
        tuple(_cells(table, old.loc[stays], new.loc[stays])),
        tuple(_renamed(table, removed, added)),
    )


def _rows(table: Table, frame: pd.DataFrame) -> Iterator[RowChange]:
    for joined, label in zip(frame.index, frame[table.label], strict=True):
        yield RowChange(key_of(joined), _label(table, joined, label))


def _label(table: Table, joined: str, label: object) -> str:
    """The row's name; where the table has no names, or the row none, the filled parts of its key."""
    known = None if table.label in table.key else plain(label)
    return known or " ".join(filter(None, key_of(joined)))


def _cells(table: Table, old: pd.DataFrame, new: pd.DataFrame) -> Iterator[CellChange]:
    """Python only over the rows that differ; ``old`` and ``new`` hold the same keys in the same order."""
    columns = [each.name for each in table.columns if each.name not in table.key]
    differs = np.column_stack([_differs(old[name], new[name]) for name in columns])
    for row, at in zip(*np.nonzero(differs), strict=True):
        joined, name = new.index[row], columns[at]
        label = _label(table, joined, new[table.label].iloc[row])
        yield CellChange(key_of(joined), label, name, plain(old[name].iloc[row]), plain(new[name].iloc[row]))


def _differs(old: pd.Series, new: pd.Series) -> np.ndarray:
    if old.dtype == object:
        return np.fromiter((a != b for a, b in zip(old, new, strict=True)), dtype=bool, count=len(old))
    same = (old == new).fillna(False) | (old.isna() & new.isna())
    return ~same.to_numpy(dtype=bool)


def _renamed(table: Table, removed: pd.DataFrame, added: pd.DataFrame) -> Iterator[tuple[Key, Key]]:
    """Rows that are the same but for their key. A row that only its key tells apart cannot be known again."""
    if table.label in table.key or removed.empty or added.empty:
        return
    waiting: dict[tuple, deque[str]] = defaultdict(deque)
    for joined, rest in _rests(table, removed):
        waiting[rest].append(joined)
    for joined, rest in _rests(table, added):
        if waiting[rest]:
            yield key_of(waiting[rest].popleft()), key_of(joined)


def _rests(table: Table, frame: pd.DataFrame) -> Iterator[tuple[str, tuple]]:
    columns = [frame[each.name] for each in table.columns if each.name not in table.key]
    for joined, *values in zip(frame.index, *columns, strict=True):
        yield joined, tuple(plain(value) for value in values)
