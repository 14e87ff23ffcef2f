"""Totals and splits of counted rows (`counted_records`): tidy frames without texts."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.records import Records


def total(rows: Records) -> int:
    """What the rows count for together; each counts once."""
    return int(rows["count"].sum())


def total_without_value(rows: Records, column: str) -> int:
    """What the rows count for together whose value in a column ("year" among them) is unknown."""
    return int(rows["count"][~rows.known_mask(column)].sum())


def known_sum(rows: Records, column: str) -> int | None:
    """The sum of the known numbers of a column, such as participants; None if none is known: unknown is never 0."""
    numbers = rows[column][rows.known_mask(column)]
    return int(numbers.sum()) if len(numbers) else None


def by_year(rows: Records, years: range) -> pd.DataFrame:
    """``year``, ``count``: a row a year of ``years``, 0 if the data has none."""
    inside = (rows["year"] >= years.start) & (rows["year"] < years.stop)
    places, counts = rows["year"][inside] - years.start, rows["count"][inside]
    sums = np.bincount(places, weights=counts, minlength=len(years)).astype("int64")
    return pd.DataFrame({"year": list(years), "count": sums[: len(years)]})


def values_in_use(rows: Records, column: str) -> tuple[str, ...]:
    """The values that occur in a column, sorted."""
    return tuple(sorted(set().union(*rows.count_by_value(column))))


def joint_events(events: Records) -> Records:
    """The events of at least two regions."""
    return events.where(events.value_mask("regions", lambda regions: len(set(regions)) > 1))


def by_values(rows: Records, column: str, values: Sequence[str]) -> pd.Series:
    """How many by value, int64, index the values in their order, 0 if the data has none.

    A row counts once in each value of its list, so the sum may exceed the total.
    """
    sums = dict.fromkeys(values, 0)
    for row_values, count in rows.count_by_value(column).items():
        for value in sums.keys() & set(row_values):
            sums[value] += count
    return pd.Series(sums, dtype="int64")


def crosstab(
    records: Records, row: str, rows: Sequence[str], column: str, columns: Sequence[str] | Sequence[int]
) -> pd.DataFrame:
    """How many of ``records`` by the values of two columns: int64, 0 if there are none.

    - ``row``: a column of lists; ``rows``: its values, the rows of the result.
    - ``column``: another one, or "year"; ``columns``: its values, the columns of the result.
    """
    down, left, right = records.values[row], records[row], records[column]
    across = records.values.get(column)
    cells, in_rows, in_columns = dict.fromkeys(product(rows, columns), 0), set(rows), set(columns)
    size = int(right.max()) + 1 if len(records) else 1
    pairs, places = np.unique(left * size + right, return_inverse=True)
    sums = np.bincount(places, weights=records["count"]).tolist()
    for pair, count in zip(pairs.tolist(), sums, strict=True):
        first, second = divmod(pair, size)
        others = (second,) if across is None else across[second]
        for cell in product(in_rows.intersection(down[first]), in_columns.intersection(others)):
            cells[cell] += int(count)
    numbers = np.array(list(cells.values()), dtype="int64").reshape(len(rows), len(columns))
    return pd.DataFrame(numbers, index=list(rows), columns=list(columns))
