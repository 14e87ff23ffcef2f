"""Rows of a table by region, theme and year. Which columns say that is a matter of the declaration."""

import numpy as np
import pandas as pd

from analysis.open_data.filter_keys import SOURCES, filter_keys
from analysis.open_data.table_query import LISTS, TableQuery
from analysis.schema import TABLES, Tables
from analysis.schema.kinds import Many, One, Year

FILTERS = (*LISTS, "year")


def filter_column(name: str, filter: str) -> str | None:
    """The column of a table that a filter looks at; None if it has none, so that the filter does not limit it."""
    table = TABLES[name]
    if filter == "year":
        years = (each.name for each in table.columns if isinstance(each.kind, Year) and each.name in table.key)
        return table.day or next(years, None)
    if name == SOURCES[filter]:
        return table.key[0]
    kinds = (Many(SOURCES[filter]), One(SOURCES[filter]))
    return next((each.name for each in table.columns if each.kind in kinds), None)


def row_mask(tables: Tables, name: str, query: TableQuery) -> np.ndarray:
    """Which rows of a table match the filters: a boolean array. ApiFault for a region or theme that there is not.

    A row matches a filter if it has any of its values; one without a year matches no years. The year of a row is that
    of its day.
    """
    frame = tables[name]
    mask = np.ones(len(frame), dtype=bool)
    for filter, values in (("region", query.regions), ("theme", query.themes)):
        keys, column = frozenset(filter_keys(tables, filter, values)), filter_column(name, filter)
        if keys and column:
            mask &= _having(frame[column], keys)
    column = filter_column(name, "year")
    if query.years and column:
        years = pd.to_numeric(frame[column].astype("str").str.slice(0, 4)).fillna(0)
        mask &= years.between(*query.years).to_numpy(dtype=bool)
    return mask


def ignored_filters(name: str, query: TableQuery) -> list[str]:
    """The filters that are set and do not limit a table."""
    return [each for each in query.parameters() if each in FILTERS and not filter_column(name, each)]


def _having(column: pd.Series, keys: frozenset[str]) -> np.ndarray:
    """For which cells, a key or a tuple of keys each, any of the keys is there."""
    if column.dtype == object:
        return np.fromiter((not keys.isdisjoint(each) for each in column), dtype=bool, count=len(column))
    return column.isin(keys).to_numpy(dtype=bool)
