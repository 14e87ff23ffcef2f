"""Totals and splits of counted rows (`counted`): tidy frames without texts."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.records import UNKNOWN, Records


def total(rows: Records) -> int:
    """What the rows count for together; each counts once."""
    return int(rows["count"].sum())


def total_undated(rows: Records) -> int:
    """How many have no year: they are in the total and in no year."""
    return int(rows["count"][rows["year"] == UNKNOWN].sum())


def by_year(rows: Records, years: range) -> pd.DataFrame:
    """``year``, ``count``: a row a year of ``years``, 0 if the data has none."""
    inside = (rows["year"] >= years.start) & (rows["year"] < years.stop)
    places, counts = rows["year"][inside] - years.start, rows["count"][inside]
    sums = np.bincount(places, weights=counts, minlength=len(years)).astype("int64")
    return pd.DataFrame({"year": list(years), "count": sums[: len(years)]})


def by_value(rows: Records, column: str, values: Sequence[str]) -> pd.DataFrame:
    """``value``, ``count``: a row a value in the order given, 0 if the data has none.

    A row counts once in each value of its list, so the sum may exceed the total.
    """
    lists = rows.count_by_value(column)
    sums = [sum(count for row_values, count in lists.items() if value in row_values) for value in values]
    return pd.DataFrame({"value": pd.Series(values, dtype="str"), "count": pd.Series(sums, dtype="int64")})


def values_in_use(rows: Records, column: str) -> tuple[str, ...]:
    """The values that occur in a column, sorted."""
    return tuple(sorted(set().union(*rows.count_by_value(column))))


def total_without_value(rows: Records, column: str) -> int:
    """How many have no value in a column."""
    return rows.count_by_value(column).get((), 0)


def joint_events(events: Records) -> Records:
    """The events of at least two regions."""
    return events.where(events.value_mask("regions", lambda regions: len(set(regions)) > 1))
