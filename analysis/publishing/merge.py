"""Merge of an upload into the published tables.

A table of the upload replaces the published one; with *add* its rows are added or change those of the same key. One
that was taken from an older revision is merged with what was published since. One that is missing, is empty or cannot
be published leaves the published table as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.changes import Key
from analysis.changes.conflict import Settlement
from analysis.changes.three_way_merge import Merge, merge_tables
from analysis.intake import TableResult
from analysis.publishing.long_texts import restore_long_texts
from analysis.schema import TABLES, Column, Table, Tables, all_tables
from analysis.schema.kinds import Choice, Day, Many


def merge(published: Tables, results: Mapping[str, TableResult], add: bool) -> Tables:
    """The tables after the upload; one that is left as it is stays the same frame."""
    merge_table = _add_rows if add else _replace_rows
    after = {}
    for name, each in _with_rows(results):
        table, before = TABLES[name], published[name]
        after[name] = merge_table(table, before, _with_long_texts(table, before, each))
    return all_tables({**published, **after}, TABLES)


def merge_older(
    published: Tables, bases: Tables, results: Mapping[str, TableResult], add: bool, settlement: Settlement
) -> Merge:
    """The tables after an upload of which some tables were taken from older revisions.

    published: what is published.
    bases: by name the tables of the revisions that tables of the upload were taken from; others are as in `merge`.
    results: the tables of the upload.
    add: whether a row that the upload lacks stays.
    settlement: of conflicts.
    """
    current = merge(published, {name: each for name, each in results.items() if name not in bases}, add)
    uploads = {
        name: _own_rows(TABLES[name], bases[name], published[name], each, add)
        for name, each in _with_rows(results)
        if name in bases
    }
    return merge_tables({**current, **bases}, current, uploads, settlement)


def _with_rows(results: Mapping[str, TableResult]) -> Iterator[tuple[str, TableResult]]:
    """The tables that can be published and hold something."""
    for name, each in results.items():
        if each.publishable and (len(each.frame) or each.rows_with_errors):
            yield name, each


def _own_rows(
    table: Table, base: pd.DataFrame, published: pd.DataFrame, result: TableResult, add: bool
) -> pd.DataFrame:
    """The rows of an upload's own copy: its cells, those of columns that it lacks, and of rows that are held back, as
    they were in the base; with ``add`` the base's other rows too."""
    old = keys(table, base)
    known = set(old)
    newer = published[[key not in known for key in keys(table, published)]]
    before = pd.concat([base, newer], ignore_index=True)
    rows = _completed_rows(table, before, _with_long_texts(table, before, result))
    own, held_back = set(keys(table, rows)), set(result.keys_with_errors)
    remaining = base[[key not in own and (add or key in held_back) for key in old]]
    return pd.concat([rows, remaining], ignore_index=True)


def _with_long_texts(table: Table, before: pd.DataFrame, result: TableResult) -> TableResult:
    """The upload with the whole of the texts that a workbook had to cut."""
    return replace(result, frame=restore_long_texts(table, before, result.frame))


def keys(table: Table, frame: pd.DataFrame) -> list[Key]:
    """The key of each row; a part that is not filled is empty."""
    parts = (frame[name].astype("str").fillna("") for name in table.key)
    return list(zip(*parts, strict=True))


def _replace_rows(table: Table, published: pd.DataFrame, result: TableResult) -> pd.DataFrame:
    """The rows of the upload; a row that is held back and published today stays as it was, at the foot."""
    faulty_keys = set(result.keys_with_errors) - set(keys(table, result.frame))
    remaining = published[[key in faulty_keys for key in keys(table, published)]]
    return pd.concat([result.frame, remaining], ignore_index=True)


def _add_rows(table: Table, published: pd.DataFrame, result: TableResult) -> pd.DataFrame:
    """The published rows in their order, those that the upload changes in their places, new ones at the foot."""
    old, new = keys(table, published), keys(table, result.frame)
    new_keys = set(new)
    remaining = published[[key not in new_keys for key in old]]
    rows = pd.concat([remaining, _completed_rows(table, published, result)], ignore_index=True)
    return in_order(table, rows, [*old, *new])


def in_order(table: Table, rows: pd.DataFrame, order: Sequence[Key]) -> pd.DataFrame:
    """Rows of a table in the order in which their keys first come in ``order``, which has all of them."""
    place = {key: number for number, key in enumerate(dict.fromkeys(order))}
    places = sorted(range(len(rows)), key=[place[key] for key in keys(table, rows)].__getitem__)
    return rows.iloc[places].reset_index(drop=True)


def _completed_rows(table: Table, published: pd.DataFrame, result: TableResult) -> pd.DataFrame:
    """The rows of the upload; an empty cell whose sheet has no such column keeps its published value.

    A day that bounds another counts as given if the other's column is there: a range in ``starts`` gives ``ends``.
    """
    place_of = {key: place for place, key in enumerate(keys(table, published))}
    at = pd.Series([place_of.get(key, -1) for key in keys(table, result.frame)], dtype="int64")
    before = published.take(at.clip(lower=0).to_numpy()) if len(published) else published.reindex(at.index)
    before, after = before.reset_index(drop=True), result.frame.reset_index(drop=True)
    sheets = list(zip(result.rows["file"], result.rows["sheet"], strict=True))
    columns = {}
    for column in table.columns:
        sources = {column.name, column.kind.not_before if isinstance(column.kind, Day) else None}
        without = {sheet for sheet, names in result.columns.items() if not sources & set(names)}
        is_missing = pd.Series([sheet in without for sheet in sheets], dtype=bool) & (at >= 0)
        is_missing &= _is_empty(column, after[column.name])
        columns[column.name] = after[column.name].where(~is_missing, before[column.name])
    return pd.DataFrame(columns)


def _is_empty(column: Column, values: pd.Series) -> pd.Series:
    match column.kind:
        case Many():
            return pd.Series([not value for value in values], dtype=bool)
        case Choice(default=str(default)):
            return values.isna() | (values == default)
        case _:
            return values.isna()


def rows_beside(tables: Tables, others: Tables, shared: bool = True) -> Tables:
    """Tables beside rows of others: with ``shared`` all their own rows and those that only the others have; without it
    their own rows that the others do not have."""
    beside = dict(tables)
    for name in others:
        table, own, other = TABLES[name], tables[name], others[name]
        first, second = (own, other) if shared else (other, own)
        known = set(keys(table, first))
        # An array, since an empty list of marks would choose no columns.
        alone = second[np.array([key not in known for key in keys(table, second)], dtype=bool)]
        beside[name] = pd.concat([own, alone], ignore_index=True) if shared else alone
    return all_tables(beside if shared else {name: beside[name] for name in others}, TABLES)
