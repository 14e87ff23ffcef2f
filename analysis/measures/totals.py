"""Totals and splits of counted rows (`measures.chosen.counted`): tidy frames without words."""

from collections.abc import Sequence

import pandas as pd


def total(frame: pd.DataFrame) -> int:
    """How many the rows stand for; each counts once."""
    return int(frame["count"].sum())


def undated(frame: pd.DataFrame) -> int:
    """How many have no year: they are in the total and in no year."""
    return int(frame.loc[frame["year"].isna(), "count"].sum())


def by_year(frame: pd.DataFrame, years: range) -> pd.DataFrame:
    """``year``, ``count``: a row a year of ``years``, 0 where the data has none."""
    sums = frame.groupby("year")["count"].sum().reindex(list(years), fill_value=0)
    return pd.DataFrame({"year": list(years), "count": sums.astype("int64").to_numpy()})


def by_value(frame: pd.DataFrame, column: str, values: Sequence[str]) -> pd.DataFrame:
    """``value``, ``count``: a row a value in the order given, 0 where the data has none.

    A row counts once in each value that its list bears, so the sum may exceed the total.
    """
    if frame[column].dtype == object:
        rows = list(zip(frame[column], frame["count"].tolist(), strict=True))
        sums = [sum(count for bears, count in rows if value in bears) for value in values]
    else:
        sums = frame.groupby(column)["count"].sum().reindex(list(values), fill_value=0).tolist()
    return pd.DataFrame({"value": pd.Series(values, dtype="str"), "count": pd.Series(sums, dtype="int64")})


def values(frame: pd.DataFrame, column: str) -> tuple[str, ...]:
    """The values that occur in a column, sorted."""
    return tuple(sorted(set().union(*_lists(frame[column]))))


def without(frame: pd.DataFrame, column: str) -> int:
    """How many bear no value of a column."""
    bare = [not bears for bears in _lists(frame[column])]
    return int(frame.loc[bare, "count"].sum())


def joint(events: pd.DataFrame) -> pd.DataFrame:
    """The events that are of at least two regions."""
    several = [len(set(regions)) > 1 for regions in events["regions"]]
    return events[pd.Series(several, index=events.index, dtype=bool)]


def _lists(column: pd.Series) -> list[tuple[str, ...]]:
    if column.dtype == object:
        return column.tolist()
    return [(value,) if filled else () for value, filled in zip(column, column.notna(), strict=True)]
