"""Rights by region: what an upload changes in rows of other regions is taken back, and stays as it is published.

An editor of regions changes rows whose regions, before and after, meet hers, and materials. Of all else, such as
themes, what the sheet of regions says, or targets of the whole area, nothing changes by her upload.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from analysis.changes import Key, compare
from analysis.changes.row_regions import region_column, row_regions
from analysis.changes.three_way_merge import Merge
from analysis.publishing.merge import in_order, keys
from analysis.schema import TABLES, Column, Table, Tables, all_tables, typed_series
from analysis.schema.kinds import Many, One

FOR_ALL = ("materials",)
"""Tables of which every editor changes all rows."""
Regions = frozenset[str]
EVERYWHERE: Regions = frozenset()
"""The regions of who may change all rows."""


@dataclass(frozen=True)
class LostReference:
    """A cell that refers to rows which the upload adds and its editor may not add: ``values`` are left out of it."""

    table: str
    key: Key
    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class OwnMerge:
    """A merge without what its editor may not change. ``foreign``: by table the keys of rows whose changes are taken
    back, in order; ``references``: cells of her own rows that refer to some of them."""

    merge: Merge
    foreign: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    references: tuple[LostReference, ...] = ()


def own_merge(merge: Merge, mine: Tables, published: Tables, regions: Regions) -> OwnMerge:
    """The merge without what an editor of ``regions`` may not change; conflicts in such rows are none of hers.

    mine: the merged tables if the upload wins in all conflicts.
    """
    if regions == EVERYWHERE:
        return OwnMerge(merge)
    foreign = _foreign_changes(published, mine, regions)
    for name, found in _removed_rows(_take_back(published, mine, foreign), published).items():
        foreign[name] = [*foreign.get(name, ()), *found]
    lost = list(_lost_references(_take_back(published, mine, foreign), published, mine))
    for each in (each for each in lost if each.column in TABLES[each.table].key):
        foreign.setdefault(each.table, []).append(each.key)
    references = tuple(each for each in lost if each.key not in foreign.get(each.table, ()))
    tables = _without_references(_take_back(published, merge.tables, foreign), references, published)
    hers = tuple(each for each in merge.conflicts if each.key not in foreign.get(each.table, ()))
    return OwnMerge(Merge(tables, hers), {name: tuple(found) for name, found in foreign.items()}, references)


def foreign_rows(published: Tables, regions: Regions) -> Tables:
    """The published rows that stay whatever an editor of ``regions`` uploads, by table; none if she may change all."""
    if regions == EVERYWHERE:
        return {}
    rows = {}
    for name, table in TABLES.items():
        if name not in FOR_ALL:
            of_rows = row_regions(table, published[name])
            stays = [not regions & of_rows[key] for key in keys(table, published[name])]
            rows[name] = published[name][np.array(stays, dtype=bool)]
    return rows


def _foreign_changes(published: Tables, merged: Tables, regions: Regions) -> dict[str, list[Key]]:
    """The keys of the rows that differ and that an editor of ``regions`` may not change, by table."""
    foreign = {}
    for name, change in compare(published, merged).tables.items():
        if name in FOR_ALL:
            continue
        sides = [row_regions(TABLES[name], side[name]) for side in (merged, published)]
        differing = change.keys
        in_order = [key for key in dict.fromkeys([*sides[0], *sides[1]]) if key in differing]
        found = [key for key in in_order if not all(regions & side[key] for side in sides if key in side)]
        if found:
            foreign[name] = found
    return foreign


def _take_back(published: Tables, merged: Tables, foreign: Mapping[str, list[Key]]) -> Tables:
    """The merged tables, foreign rows as they are published, in the published order, new rows at the foot."""
    tables = dict(merged)
    for name, found in foreign.items():
        table, foreign_keys = TABLES[name], set(found)
        old, new = keys(table, published[name]), keys(table, merged[name])
        own = merged[name][np.array([key not in foreign_keys for key in new], dtype=bool)]
        stays = published[name][np.array([key in foreign_keys for key in old], dtype=bool)]
        tables[name] = in_order(table, pd.concat([own, stays], ignore_index=True), [*old, *new])
    return all_tables(tables, TABLES)


def _references() -> Iterator[tuple[Table, Column, Table]]:
    """Each column that refers to rows of another table, but for regions, of which there are always the same."""
    for table in TABLES.values():
        for column in table.columns:
            if isinstance(column.kind, One | Many) and column.kind.to and column != region_column(table):
                yield table, column, TABLES[column.kind.to]


def _removed_rows(tables: Tables, published: Tables) -> dict[str, list[Key]]:
    """Rows of hers that the upload removes, and to which rows that stay still refer: they stay too."""
    found: dict[str, list[Key]] = {}
    for table, column, to in _references():
        removed = set(published[to.name][to.key[0]]) - set(tables[to.name][to.key[0]])
        for value in dict.fromkeys(_elements(tables[table.name][column.name])) if removed else ():
            if value in removed and (value,) not in found.get(to.name, ()):
                found.setdefault(to.name, []).append((value,))
    return found


def _lost_references(tables: Tables, published: Tables, merged: Tables) -> Iterator[LostReference]:
    """The cells that refer to new rows which were taken back."""
    for table, column, to in _references():
        lost = set(merged[to.name][to.key[0]]) - set(tables[to.name][to.key[0]]) - set(published[to.name][to.key[0]])
        if not lost:
            continue
        frame = tables[table.name]
        for key, cell in zip(keys(table, frame), frame[column.name], strict=True):
            if values := tuple(each for each in _elements([cell]) if each in lost):
                yield LostReference(table.name, key, column.name, values)


def _without_references(tables: Tables, lost: tuple[LostReference, ...], published: Tables) -> Tables:
    """The tables without these references: a list lacks the elements, a single cell has its published value."""
    frames = dict(tables)
    by_column: dict[tuple[str, str], dict[Key, tuple[str, ...]]] = defaultdict(dict)
    for each in lost:
        by_column[each.table, each.column][each.key] = each.values
    for (name, column), values in by_column.items():
        table, frame = TABLES[name], frames[name]
        old = dict(zip(keys(table, published[name]), published[name][column], strict=True))
        cells = [
            _without(cell, values.get(key, ()), old.get(key))
            for key, cell in zip(keys(table, frame), frame[column], strict=True)
        ]
        frames[name] = frame.assign(**{column: typed_series(table.column(column).kind, cells)})
    return all_tables(frames, TABLES)


def _without(cell: Any, values: tuple[str, ...], before: Any) -> Any:
    """A cell without these elements; a single one is as it was before."""
    if isinstance(cell, tuple):
        return tuple(each for each in cell if each not in values)
    return before if cell in values else cell


def _elements(cells: Iterable[Any]) -> Iterator[str]:
    """What single cells and lists refer to."""
    for cell in cells:
        if isinstance(cell, tuple):
            yield from cell
        elif not pd.isna(cell):
            yield cell
