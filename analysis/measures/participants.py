"""Participants of counted events. What nobody has reported is unknown, never 0."""

import pandas as pd


def participants(events: pd.DataFrame) -> int | None:
    """The reported participants together; None where no event has reported any number."""
    found = events["participants"].sum(min_count=1)
    return None if pd.isna(found) else int(found)


def reporting(events: pd.DataFrame) -> int:
    """How many events have reported their participants; a series that has counts with all its occasions."""
    return int(events.loc[events["participants"].notna(), "count"].sum())


def participants_by_year(events: pd.DataFrame, years: range) -> pd.DataFrame:
    """``year``, ``count`` (Int64): a row a year of ``years``, missing where no event has reported any number."""
    sums = events.groupby("year")["participants"].sum(min_count=1).reindex(list(years))
    return pd.DataFrame({"year": list(years), "count": sums.astype("Int64").array})
