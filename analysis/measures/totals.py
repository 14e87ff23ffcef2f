"""Totals and splits of counted rows (`measures.chosen.counted`): tidy frames without words."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.measures.lists import bearing, summed


def total(frame: pd.DataFrame) -> int:
    """How many the rows stand for; each counts once."""
    return int(frame["count"].to_numpy().sum())


def undated(frame: pd.DataFrame) -> int:
    """How many have no year: they are in the total and in no year."""
    return int(frame["count"].to_numpy()[frame["year"].isna().to_numpy()].sum())


def by_year(frame: pd.DataFrame, years: range) -> pd.DataFrame:
    """``year``, ``count``: a row a year of ``years``, 0 where the data has none."""
    year = frame["year"].to_numpy(dtype="int64", na_value=-1)
    wanted = (year >= years.start) & (year < years.stop)
    sums = np.bincount(year[wanted] - years.start, weights=frame["count"].to_numpy()[wanted], minlength=len(years))
    return pd.DataFrame({"year": list(years), "count": sums.astype("int64")})


def by_value(frame: pd.DataFrame, column: str, values: Sequence[str]) -> pd.DataFrame:
    """``value``, ``count``: a row a value in the order given, 0 where the data has none.

    A row counts once in each value that its list bears, so the sum may exceed the total.
    """
    lists = summed(frame, column)
    sums = [sum(count for bears, count in lists.items() if value in bears) for value in values]
    return pd.DataFrame({"value": pd.Series(values, dtype="str"), "count": pd.Series(sums, dtype="int64")})


def values(frame: pd.DataFrame, column: str) -> tuple[str, ...]:
    """The values that occur in a column, sorted."""
    return tuple(sorted(set().union(*summed(frame, column))))


def without(frame: pd.DataFrame, column: str) -> int:
    """How many bear no value of a column."""
    return summed(frame, column).get((), 0)


def joint(events: pd.DataFrame) -> pd.DataFrame:
    """The events that are of at least two regions."""
    return events[bearing(events["regions"], lambda regions: len(set(regions)) > 1)]
