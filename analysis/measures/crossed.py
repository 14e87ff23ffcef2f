"""Counts by two columns at once: region and year, theme and priority. A row counts once in each of its pairs."""

from collections.abc import Iterable, Sequence
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.records import Records


def by_values(rows: Records, column: str, values: Sequence[str]) -> pd.Series:
    """How many by value, int64, index the values; one look at the rows whatever the number of values."""
    sums = dict.fromkeys(values, 0)
    for row_values, count in rows.count_by_value(column).items():
        for value in sums.keys() & set(row_values):
            sums[value] += count
    return pd.Series(sums, dtype="int64")


def by_value_and_year(rows: Records, column: str, values: Sequence[str], years: range) -> pd.DataFrame:
    """How many by value and year: values in rows, years in columns, int64, 0 if there are none."""
    lists = rows.values[column]
    cells = {(value, year): 0 for value in values for year in years}
    for code, year, count in _sums(rows, rows[column], rows["year"]):
        if year in years:
            for value in values:
                if value in lists[code]:
                    cells[value, year] += count
    filled = np.array(list(cells.values()), dtype="int64").reshape(len(values), len(years))
    return pd.DataFrame(filled, index=list(values), columns=list(years))


def crosstab(records: Records, row: str, rows: Sequence[str], column: str, columns: Sequence[str]) -> pd.DataFrame:
    """How many by the values of two columns of lists: int64.

    ``row``, ``column``: the two columns; ``rows``, ``columns``: their values, in rows and columns of the result.
    """
    down, across = records.values[row], records.values[column]
    cells = dict.fromkeys(product(rows, columns), 0)
    for left, right, count in _sums(records, records[row], records[column]):
        pairs = product(
            (each for each in rows if each in down[left]), (each for each in columns if each in across[right])
        )
        for pair in pairs:
            cells[pair] += count
    filled = np.array(list(cells.values()), dtype="int64").reshape(len(rows), len(columns))
    return pd.DataFrame(filled, index=list(rows), columns=list(columns))


def _sums(rows: Records, left: np.ndarray, right: np.ndarray) -> Iterable[tuple[int, int, int]]:
    """What the rows count for by two arrays of whole numbers from 0 on: (left, right, count) of each pair there is."""
    size = int(right.max()) + 1 if len(rows) else 1
    pairs, places = np.unique(left * size + right, return_inverse=True)
    sums = np.bincount(places, weights=rows["count"])
    return ((*divmod(pair, size), int(count)) for pair, count in zip(pairs.tolist(), sums.tolist(), strict=True))
