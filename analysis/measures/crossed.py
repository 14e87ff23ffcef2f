"""Counted rows by two things at once: region and year, theme and priority. A row counts once in each pair it bears."""

from collections.abc import Iterable, Sequence
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.records import List, Records


def by_values(rows: Records, column: str, values: Sequence[str]) -> pd.Series:
    """How many by value, int64, index the values; one look at the rows whatever the number of values."""
    found = dict.fromkeys(values, 0)
    for bears, count in rows.summed(column).items():
        for value in found.keys() & set(bears):
            found[value] += count
    return pd.Series(found, dtype="int64")


def by_value_and_year(rows: Records, column: str, values: Sequence[str], years: range) -> pd.DataFrame:
    """How many by value and year: values in rows, years in columns, int64, 0 where there are none."""
    lists, cells = rows.values[column], _nothing(values, years)
    for code, year, count in _sums(rows, rows[column], rows["year"]):
        for value in _borne(lists[code], values) if year in years else ():
            cells[value, year] += count
    return _table(cells, values, years)


def crossed(records: Records, row: str, rows: Sequence[str], column: str, columns: Sequence[str]) -> pd.DataFrame:
    """How many by the values of two columns of lists: one in rows, the other in columns, int64."""
    down, across = records.values[row], records.values[column]
    cells = _nothing(rows, columns)
    for left, right, count in _sums(records, records[row], records[column]):
        for pair in product(_borne(down[left], rows), _borne(across[right], columns)):
            cells[pair] += count
    return _table(cells, rows, columns)


def _sums(rows: Records, left: np.ndarray, right: np.ndarray) -> Iterable[tuple[int, int, int]]:
    """What the rows count for by two whole numbers from 0 on, for each pair that occurs."""
    size = int(right.max()) + 1 if len(rows) else 1
    pairs = left * size + right
    found, places = np.unique(pairs, return_inverse=True)
    sums = np.bincount(places, weights=rows["count"])
    return ((*divmod(pair, size), int(count)) for pair, count in zip(found.tolist(), sums.tolist(), strict=True))


def _nothing(rows: Sequence[str], columns: Sequence[str] | range) -> dict[tuple[str, str | int], int]:
    return dict.fromkeys(product(rows, columns), 0)


def _table(
    cells: dict[tuple[str, str | int], int], rows: Sequence[str], columns: Sequence[str] | range
) -> pd.DataFrame:
    filled = np.array(list(cells.values()), dtype="int64").reshape(len(rows), len(columns))
    return pd.DataFrame(filled, index=list(rows), columns=list(columns))


def _borne(bears: List, values: Sequence[str]) -> list[str]:
    return [value for value in values if value in bears]
