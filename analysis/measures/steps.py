"""Halves and quarters of years: how many rows begin in each, and whether enough of their months are known."""

import numpy as np
import pandas as pd

from analysis.measures.counts import total
from analysis.measures.records import UNKNOWN, Records

MONTHS = {"half": 6, "quarter": 3}
"""By step: how many months it has."""
MONTH = 7
"""Length of an ISO day that is known to the month."""
ENOUGH = 90
"""Percent of the rows with a year of which the month has to be known, else a step would show too little of them."""


def rows_with_month(rows: Records) -> Records:
    """The rows whose month is known."""
    return rows.where(rows.value_mask("day", lambda day: bool(day) and len(day[0]) >= MONTH))


def has_enough_months(rows: Records) -> bool:
    """Whether the month is known of at least `ENOUGH` percent of what rows with a year count for; not if none is."""
    dated = total(rows.where(rows["year"] != UNKNOWN))
    return bool(dated) and 100 * total(rows_with_month(rows)) >= ENOUGH * dated


def by_step(rows: Records, years: range, step: str) -> pd.DataFrame:
    """How many begin in each part of each year: int64, years in rows, the parts ("1", "2" …) in columns.

    ``step``: one of `MONTHS`, else KeyError. Rows whose month is not known are in no part.
    """
    months, parts = MONTHS[step], 12 // MONTHS[step]
    dated = rows_with_month(rows)
    dated = dated.where((dated["year"] >= years.start) & (dated["year"] < years.stop))
    month_of_day = np.array([int(day[0][5:7] or 1) if day else 1 for day in rows.values["day"]], dtype="int64")
    places = (dated["year"] - years.start) * parts + (month_of_day[dated["day"]] - 1) // months
    sums = np.bincount(places, weights=dated["count"], minlength=len(years) * parts).astype("int64")
    columns = [str(part + 1) for part in range(parts)]
    return pd.DataFrame(sums.reshape(len(years), parts), index=list(years), columns=columns)
