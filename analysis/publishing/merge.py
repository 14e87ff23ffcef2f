"""What would be published: the tables as they stand, with what an upload brings put in.

The rules are those of the contract on uploads: a table that is there replaces the published one, and with *add* its
rows are added or change those of the same key; one that is not there, is empty or cannot be published stays as it is.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.intake import TableRead
from analysis.schema import TABLES, Column, Table, Tables, whole_set
from analysis.schema.kinds import Choice, Day, Many

Key = tuple[str, ...]


def merged(published: Tables, read: Mapping[str, TableRead], add: bool) -> Tables:
    """The tables after the upload. What stays as it is stays the same frame."""
    put = _added if add else _replaced
    brought = {name: each for name, each in read.items() if each.publishable and (len(each.frame) or each.held_back)}
    after = {name: put(TABLES[name], published[name], each) for name, each in brought.items()}
    return whole_set({**published, **after}, TABLES)


def keys(table: Table, frame: pd.DataFrame) -> list[Key]:
    """The key of each row; a part that is not filled is empty."""
    parts = (frame[name].astype("str").fillna("") for name in table.key)
    return list(zip(*parts, strict=True))


def _replaced(table: Table, published: pd.DataFrame, read: TableRead) -> pd.DataFrame:
    """The rows of the upload; a row that is held back and published today stays as it was, at the foot."""
    held = set(read.held_keys) - set(keys(table, read.frame))
    stays = published[[key in held for key in keys(table, published)]]
    return pd.concat([read.frame, stays], ignore_index=True)


def _added(table: Table, published: pd.DataFrame, read: TableRead) -> pd.DataFrame:
    """The published rows in their order, those that the upload changes in their places, new ones at the foot."""
    old, new = keys(table, published), keys(table, read.frame)
    brought = set(new)
    stays = published[[key not in brought for key in old]]
    rows = pd.concat([stays, _completed(table, published, read)], ignore_index=True)
    place = {key: n for n, key in enumerate(dict.fromkeys([*old, *new]))}
    order = sorted(range(len(rows)), key=[place[key] for key in keys(table, rows)].__getitem__)
    return rows.iloc[order].reset_index(drop=True)


def _completed(table: Table, published: pd.DataFrame, read: TableRead) -> pd.DataFrame:
    """The rows of the upload; what their sheet has no column for keeps its published value."""
    row_of = dict(zip(keys(table, published), range(len(published)), strict=True))
    found = pd.Series([row_of.get(key, -1) for key in keys(table, read.frame)], dtype="int64")
    before = published.take(found.clip(lower=0).to_numpy()) if len(published) else published.reindex(found.index)
    before, sound = before.reset_index(drop=True), read.frame.reset_index(drop=True)
    places = list(zip(read.rows["file"], read.rows["sheet"], strict=True))
    untold = {each.name: _untold(each, read, places) & (found >= 0) & _is_empty(each, sound) for each in table.columns}
    return pd.DataFrame({name: sound[name].where(~mask, before[name]) for name, mask in untold.items()})


def _untold(column: Column, read: TableRead, places: Sequence[tuple[str, str]]) -> pd.Series:
    """For each row whether its sheet is silent on a column. A day that another one bounds may be told in that one."""
    told_in = {column.name, column.kind.not_before if isinstance(column.kind, Day) else None}
    silent = {place for place, columns in read.columns.items() if not told_in & set(columns)}
    return pd.Series([place in silent for place in places], dtype=bool)


def _is_empty(column: Column, frame: pd.DataFrame) -> pd.Series:
    values = frame[column.name]
    match column.kind:
        case Many():
            return pd.Series([not value for value in values], dtype=bool)
        case Choice(default=str(default)):
            return values.isna() | (values == default)
        case _:
            return values.isna()
