"""How whole the data is: filled cells by column, rows without a value, the precision of days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.clusters import clusters_in_selection
from analysis.measures.records import Records, RecordsByTable, matching_records
from analysis.schema import TABLES, Tables
from analysis.selection import Selection

PRECISIONS = {"day": 10, "month": 7, "year": 4}
"""The precisions of a day, by the length of its ISO text."""


@dataclass(frozen=True, eq=False)
class MissingValue:
    """What is missing: a column of a table, the index labels of the rows without a value, of how many rows they are."""

    table: str
    column: str
    rows: np.ndarray
    of: int


def rows_in_selection(tables: Tables, activity: RecordsByTable, selection: Selection) -> dict[str, pd.DataFrame]:
    """The rows of every table that match the selection, whether they count or not; whole where no filter limits it.

    ``activity``: the records of the tables of activity.
    """
    frames = dict(tables)
    for name, records in activity.items():
        index = matching_records(activity, name, selection).index
        frames[name] = tables[name] if len(index) == len(records) else tables[name].loc[index]
    clusters = clusters_in_selection(tables, selection).index
    frames["clusters"] = tables["clusters"].loc[clusters]
    return frames


def filled_cells(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """``table``, ``column``, ``filled`` (cells with a value), ``rows``: a row a declared column of these tables."""
    lines = [
        (name, column.name, int(filled_mask(frames[name][column.name]).sum()), len(frames[name]))
        for name, table in TABLES.items()
        if name in frames
        for column in table.columns
    ]
    return pd.DataFrame(lines, columns=["table", "column", "filled", "rows"])


def filled_mask(column: pd.Series) -> np.ndarray:
    """Which cells of a column have a value: a boolean array; an empty list is no value."""
    if column.dtype != object:
        return column.notna().to_numpy(dtype=bool)
    return np.fromiter((bool(value) for value in column.tolist()), dtype=bool, count=len(column))


def missing_values(
    tables: Tables, rows: Mapping[str, Records], columns: Iterable[tuple[str, str]]
) -> list[MissingValue]:
    """The rows that lack a value, for each of these pairs of table and column; ``rows``: those that are looked at."""
    missing = []
    for name, column in columns:
        index = rows[name].index
        empty = ~filled_mask(tables[name].loc[index, column])
        missing.append(MissingValue(name, column, index[empty], len(index)))
    return missing


def past_records(rows: Records, today: str | None) -> Records:
    """The rows whose day is not later than ``today`` (an ISO day; without it all), those without a day among them."""
    if today is None:
        return rows
    return rows.where(rows.value_mask("day", lambda day: not day or day[0] <= today))


def missing_by_region(missing: MissingValue, lists: pd.Series, codes: Sequence[str]) -> dict[str, int]:
    """How many of the rows without a value are of each region; a row of several is in each. ``lists``: their column."""
    counts = dict.fromkeys(codes, 0)
    for regions in lists.loc[missing.rows].tolist():
        for code in counts.keys() & set(regions):
            counts[code] += 1
    return counts


def day_precision(rows: Records) -> dict[str, int]:
    """How many rows have a day of each precision ("day", "month", "year"), or none ("none")."""
    lengths = np.array([len(day[0]) if day else 0 for day in rows.values["day"]], dtype="int64")
    own = lengths[rows["day"]] if len(lengths) else np.zeros(0, dtype="int64")
    known = {name: int((own == length).sum()) for name, length in PRECISIONS.items()}
    return known | {"none": len(rows) - sum(known.values())}
