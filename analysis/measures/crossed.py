"""Counted rows by two things at once: region and year, theme and priority. A row counts once in each pair it bears."""

from collections.abc import Iterable, Sequence
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.lists import List, summed


def by_values(frame: pd.DataFrame, column: str, values: Sequence[str]) -> pd.Series:
    """How many by value, int64, index the values; one look at the rows whatever the number of values."""
    found = dict.fromkeys(values, 0)
    for bears, count in summed(frame, column).items():
        for value in found.keys() & set(bears):
            found[value] += count
    return pd.Series(found, dtype="int64")


def by_value_and_year(frame: pd.DataFrame, column: str, values: Sequence[str], years: range) -> pd.DataFrame:
    """How many by value and year: values in rows, years in columns, int64, 0 where there are none."""
    dated = frame[frame["year"].notna()]
    lists, cells = dated[column].cat.categories, _nothing(values, years)
    for code, year, count in _sums(dated, dated[column].cat.codes, dated["year"].astype("int64")):
        for value in _borne(lists[code], values) if year in years else ():
            cells[value, year] += count
    return _table(cells, values, years)


def crossed(frame: pd.DataFrame, row: str, rows: Sequence[str], column: str, columns: Sequence[str]) -> pd.DataFrame:
    """How many by the values of two columns of lists: one in rows, the other in columns, int64."""
    down, across = frame[row].cat.categories, frame[column].cat.categories
    cells = _nothing(rows, columns)
    for left, right, count in _sums(frame, frame[row].cat.codes, frame[column].cat.codes):
        for pair in product(_borne(down[left], rows), _borne(across[right], columns)):
            cells[pair] += count
    return _table(cells, rows, columns)


def _sums(frame: pd.DataFrame, left: pd.Series, right: pd.Series) -> Iterable[tuple[int, int, int]]:
    found = frame["count"].groupby([left.to_numpy(), right.to_numpy()]).sum()
    return ((*pair, int(count)) for pair, count in zip(found.index.tolist(), found.tolist(), strict=True))


def _nothing(rows: Sequence[str], columns: Sequence[str] | range) -> dict[tuple[str, str | int], int]:
    return dict.fromkeys(product(rows, columns), 0)


def _table(
    cells: dict[tuple[str, str | int], int], rows: Sequence[str], columns: Sequence[str] | range
) -> pd.DataFrame:
    filled = np.array(list(cells.values()), dtype="int64").reshape(len(rows), len(columns))
    return pd.DataFrame(filled, index=list(rows), columns=list(columns))


def _borne(bears: List, values: Sequence[str]) -> list[str]:
    return [value for value in values if value in bears]
