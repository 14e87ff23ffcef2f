"""The latest things that were done and made, and those to come."""

from bisect import bisect_right
from heapq import nlargest
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from analysis.measures.chosen import Weighed
from analysis.measures.records import Records


class Dated(NamedTuple):
    """A row: its table, its index label there, and its ISO day at the precision known."""

    table: str
    row: int
    day: str


def latest(activity: Weighed, number: int, today: str | None = None) -> list[Dated]:
    """The newest events, stories and materials, newest first.

    What is later than ``today`` (an ISO day; without it nothing is) is to come and not among them.
    """
    found = [each for name, rows in activity.items() for each in _dated(name, newest_first(past(rows, today)), number)]
    return nlargest(number, found, key=attrgetter("day"))


def upcoming(activity: Weighed, number: int, today: str | None = None) -> list[Dated]:
    """The next events, soonest first; none without ``today``."""
    if today is None:
        return []
    events = activity["events"]
    later = events.where(events["day"] >= bisect_right(events.values["day"], (today,)))
    return _dated("events", oldest_first(later), number)


def past(rows: Records, today: str | None) -> Records:
    """The rows of a known day that is not later than ``today`` (an ISO day; without it, of any known day)."""
    known = rows.known("day")
    return rows.where(known & (rows["day"] < bisect_right(rows.values["day"], (today,))) if today else known)


def newest_first(rows: Records) -> Records:
    """The rows by their day, what has none last; what is of the same day stays in its order."""
    return rows.take(np.argsort(np.where(rows.known("day"), -rows["day"], 1), kind="stable"))


def oldest_first(rows: Records) -> Records:
    """The rows by their day, what has none last; what is of the same day stays in its order."""
    return rows.take(np.argsort(np.where(rows.known("day"), rows["day"], len(rows.values["day"])), kind="stable"))


def _dated(name: str, rows: Records, number: int) -> list[Dated]:
    days, first = rows.values["day"], zip(rows.index[:number].tolist(), rows["day"][:number].tolist(), strict=True)
    return [Dated(name, row, days[day][0]) for row, day in first]
