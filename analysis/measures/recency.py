"""Regions by themes: how many events and stories each pair has, when the last was, and how long ago that is."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from analysis.measures.counts import crosstab
from analysis.measures.ordering import last_day
from analysis.measures.records import Records

LONG_AGO = 24
"""Months after which the last activity of a pair is called long ago."""
MONTHS = 12
Pair = tuple[str, str]


def recency(events: Records, stories: Records, regions: Sequence[str], themes: Sequence[str]) -> pd.DataFrame:
    """``region``, ``theme``, ``events``, ``stories`` (int64) and ``last``: a row for each pair in the order of both.

    ``last`` is the greatest ISO day by the order of text, of any precision: of events their start, of stories the day
    of publishing; missing if there is neither. Rows without a day count, but are not the last.
    """
    columns = {}
    for name, rows in (("events", events), ("stories", stories)):
        columns[name] = crosstab(rows, "regions", regions, "themes", themes).to_numpy().ravel()
    latest = [_last_days(rows) for rows in (events, stories)]
    pairs = [(region, theme) for region in regions for theme in themes]
    days = [max(each.get(pair, "") for each in latest) or None for pair in pairs]
    frame = pd.DataFrame(pairs, columns=["region", "theme"], dtype="str")
    return frame.assign(**columns, last=pd.Series(days, dtype="str"))


def months_since(last: str, today: str) -> int:
    """Whole months from the last day that an ISO day of any precision may mean to ``today``; 0 if that is later."""
    then, now = last_day(last), date.fromisoformat(today)
    months = (now.year - then.year) * MONTHS + now.month - then.month - (now.day < then.day)
    return max(months, 0)


def ages(cells: pd.DataFrame, today: str | None) -> pd.Series:
    """The months since the last activity of each row of `recency`, Int64; missing without it, or without ``today``."""
    days = cells["last"].tolist()
    return pd.Series(
        [None if today is None or pd.isna(day) else months_since(day, today) for day in days], dtype="Int64"
    )


def _last_days(rows: Records) -> dict[Pair, str]:
    """By region and theme: the last day of any row of both, empty if none has a day."""
    if not len(rows):
        return {}
    # Days are places in their sorted values, so that the greatest place is the last day.
    size = max(len(rows.values["themes"]), 1)
    lists, places = np.unique(rows["regions"] * size + rows["themes"], return_inverse=True)
    last = np.zeros(len(lists), dtype="int64")
    np.maximum.at(last, places, rows["day"])
    days: dict[Pair, str] = {}
    for both, day in zip(lists.tolist(), last.tolist(), strict=True):
        left, right = divmod(both, size)
        text = "".join(rows.values["day"][day])
        for region in rows.values["regions"][left]:
            for theme in rows.values["themes"][right]:
                days[region, theme] = max(days.get((region, theme), ""), text)
    return days
