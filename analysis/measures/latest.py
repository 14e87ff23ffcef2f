"""The latest things that were done and made, and those to come."""

from heapq import nlargest
from operator import attrgetter
from typing import NamedTuple

import pandas as pd

from analysis.measures.chosen import DAY, Weighed


class Dated(NamedTuple):
    """A row: its table, its index label there, and its ISO day at the precision known."""

    table: str
    row: int
    day: str


def latest(activity: Weighed, number: int, today: str | None = None) -> list[Dated]:
    """The newest events, stories and materials, newest first.

    What is later than ``today`` (an ISO day; without it nothing is) is to come and not among them.
    """
    found = [each for name in DAY for each in _dated(name, _past(activity, name, today), number, newest=True)]
    return nlargest(number, found, key=attrgetter("day"))


def upcoming(activity: Weighed, number: int, today: str | None = None) -> list[Dated]:
    """The next events, soonest first; none without ``today``."""
    if today is None:
        return []
    days = activity["events"][DAY["events"]]
    return _dated("events", days[days > today], number, newest=False)


def _past(activity: Weighed, name: str, today: str | None) -> pd.Series:
    days = activity[name][DAY[name]].dropna()
    return days[days <= today] if today else days


def _dated(name: str, days: pd.Series, number: int, *, newest: bool) -> list[Dated]:
    first = days.sort_values(ascending=not newest, kind="stable").head(number)
    return [Dated(name, row, day) for row, day in zip(first.index.tolist(), first.tolist(), strict=True)]
