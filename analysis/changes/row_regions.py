"""The regions of rows, and those that a difference touches."""

from collections.abc import Mapping

import pandas as pd

from analysis.changes.compare import SEPARATOR, key_texts
from analysis.changes.difference import Changes, Key
from analysis.schema import TABLES, Column, Table, Tables
from analysis.schema.kinds import Many, One

NO_REGION: frozenset[str] = frozenset()


def region_column(table: Table) -> Column | None:
    """The column that refers to regions, None if the table has none."""
    columns = (each for each in table.columns if isinstance(each.kind, One | Many) and each.kind.to == "regions")
    return next(columns, None)


def row_regions(table: Table, frame: pd.DataFrame) -> dict[Key, frozenset[str]]:
    """The regions of each row by its key, in order; none if the row or the table has none. Of one key the first counts.

    A target of the whole area has no region.
    """
    column = region_column(table)
    regions: dict[Key, frozenset[str]] = {}
    cells = frame[column.name] if column else [None] * len(frame)
    for key, cell in zip(key_texts(table, frame), cells, strict=True):
        codes = cell if isinstance(cell, tuple) else () if pd.isna(cell) else (cell,)
        regions.setdefault(tuple(key.split(SEPARATOR)), frozenset(codes))
    return regions


def touched_regions(changes: Changes, before: Tables, after: Tables) -> Mapping[str, frozenset[str]]:
    """By table that differs: the regions of the rows that differ, before and after."""
    touched = {}
    for name, change in changes.tables.items():
        sides = [row_regions(TABLES[name], side[name]) for side in (before, after)]
        of_rows = [side.get(key, NO_REGION) for side in sides for key in change.keys]
        touched[name] = NO_REGION.union(*of_rows)
    return touched
