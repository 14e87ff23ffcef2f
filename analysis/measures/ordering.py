"""The order of rows in time: the latest, those to come, and the order in which newcomers read materials."""

from bisect import bisect_right
from collections.abc import Sequence
from heapq import nlargest
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.filtering import RecordsByTable
from analysis.measures.records import Records


class DatedRow(NamedTuple):
    """A row: its table, its index label there, and its ISO day of any precision."""

    table: str
    row: int
    day: str


def latest(activity: RecordsByTable, number: int, today: str | None = None) -> list[DatedRow]:
    """The newest events, stories and materials, newest first.

    Rows later than ``today`` (an ISO day; without it none is) are left out.
    """
    dated = [
        each
        for name, rows in activity.items()
        for each in _dated(name, newest_first(records_until(rows, today)), number)
    ]
    return nlargest(number, dated, key=attrgetter("day"))


def upcoming(activity: RecordsByTable, number: int, today: str | None = None) -> list[DatedRow]:
    """The next events, soonest first; none without ``today``."""
    if today is None:
        return []
    events = activity["events"]
    later = events.where(events["day"] >= bisect_right(events.values["day"], (today,)))
    return _dated("events", oldest_first(later), number)


def records_until(rows: Records, today: str | None) -> Records:
    """The rows of a known day that is not later than ``today`` (an ISO day; without it, of any known day)."""
    known = rows.known_mask("day")
    return rows.where(known & (rows["day"] < bisect_right(rows.values["day"], (today,))) if today else known)


def newest_first(rows: Records) -> Records:
    """The rows by their day, the newest first, those without a day last; equal days stay in their order."""
    return rows.take(np.argsort(np.where(rows.known_mask("day"), -rows["day"], 1), kind="stable"))


def oldest_first(rows: Records) -> Records:
    """The rows by their day, the oldest first, those without a day last; equal days stay in their order."""
    return rows.take(np.argsort(np.where(rows.known_mask("day"), rows["day"], len(rows.values["day"])), kind="stable"))


def reading_order(materials: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """The rows in reading order: those to start with by their number, then by kind in the order given.

    Within a kind the newest is first and those without a day last; equal rows stay in their order.
    """
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    newest = materials.sort_values("published", ascending=False, kind="stable", na_position="last")
    ranked = newest.assign(rank=[ranks.get(kind, len(ranks)) for kind in newest["kind"]])
    keys = ["start_here", "rank"]
    return ranked.sort_values(keys, kind="stable", na_position="last").drop(columns="rank")


def _dated(name: str, rows: Records, number: int) -> list[DatedRow]:
    days, first = rows.values["day"], zip(rows.index[:number].tolist(), rows["day"][:number].tolist(), strict=True)
    return [DatedRow(name, row, days[day][0]) for row, day in first]
