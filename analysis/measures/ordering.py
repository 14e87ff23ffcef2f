"""Rows in time: the latest, those to come, how fresh each table is, and the order in which newcomers read materials."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from heapq import nlargest
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.records import Records, RecordsByTable


class DatedRow(NamedTuple):
    """A row: its table, its index label there, and its ISO day of any precision."""

    table: str
    row: int
    day: str


class TableFreshness(NamedTuple):
    """A table: ISO day of its newest row (None if none has a day), days after which its owner calls it old (None if
    unknown), and days from the last day that ``newest`` may mean to today (None if unknown)."""

    table: str
    newest: str | None
    rhythm: int | None
    age: int | None


def latest(activity: RecordsByTable, number: int, today: str | None = None) -> list[DatedRow]:
    """The newest events, stories and materials, newest first.

    Rows later than ``today`` (an ISO day; without it none is) are left out.
    """
    newest_rows = []
    for name, rows in activity.items():
        past = rows["day"] < bisect_right(rows.values["day"], (today,)) if today else True
        newest_rows += _first_rows(name, rows.where(rows.known_mask("day") & past), number, newest_first=True)
    return nlargest(number, newest_rows, key=attrgetter("day"))


def upcoming(activity: RecordsByTable, number: int, today: str | None = None) -> list[DatedRow]:
    """The next events, soonest first; none without ``today``."""
    if today is None:
        return []
    events = activity["events"]
    later = events.where(events["day"] >= bisect_right(events.values["day"], (today,)))
    return _first_rows("events", later, number)


def rows_by_day(rows: Records, *, newest_first: bool = False) -> Records:
    """The rows by their day, the oldest or the newest first, those without one last; equal days stay in their order."""
    is_known, days = rows.known_mask("day"), rows["day"]
    places = np.where(is_known, -days, 1) if newest_first else np.where(is_known, days, len(rows.values["day"]))
    return rows.where(np.argsort(places, kind="stable"))


def reading_order(materials: pd.DataFrame, kinds: Sequence[str]) -> pd.DataFrame:
    """The rows in reading order: those to start with by their number, then by kind in the order of ``kinds``.

    Within a kind the newest is first and those without a day last; equal rows stay in their order.
    """
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    newest = materials.sort_values("published", ascending=False, kind="stable", na_position="last")
    ranked = newest.assign(rank=[ranks.get(kind, len(ranks)) for kind in newest["kind"]])
    keys = ["start_here", "rank"]
    return ranked.sort_values(keys, kind="stable", na_position="last").drop(columns="rank")


def freshness(activity: RecordsByTable, about: pd.DataFrame, today: str | None = None) -> list[TableFreshness]:
    """How fresh each table of activity is; rows later than ``today`` (an ISO day) are ignored.

    ``about`` is the sheet with the owner's rhythms: the first number of ``value_fi`` of "rhythm_<table>", in days.
    """
    rhythms = about.dropna(subset=["value_fi"])
    texts = dict(zip(rhythms["key"], rhythms["value_fi"], strict=True))
    tables = []
    for name, rows in activity.items():
        newest = newest_day(rows, today)
        digits = re.search(r"\d+", texts.get(f"rhythm_{name}", ""))
        age = None
        if newest is not None and today is not None:
            age = max((date.fromisoformat(today) - last_day(newest)).days, 0)
        tables.append(TableFreshness(name, newest, int(digits[0]) if digits else None, age))
    return tables


def last_day(iso: str) -> date:
    """The last day that an ISO day of any precision may mean."""
    year, *rest = map(int, iso.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])


def newest_day(rows: Records, today: str | None = None) -> str | None:
    """The ISO day of the newest row that is not later than ``today`` (an ISO day); None if there is none."""
    newest = latest({"rows": rows}, 1, today)
    return newest[0].day if newest else None


def _first_rows(name: str, rows: Records, number: int, *, newest_first: bool = False) -> list[DatedRow]:
    """The first rows of a table by day, with their days."""
    in_order, days = rows_by_day(rows, newest_first=newest_first), rows.values["day"]
    first = zip(in_order.index[:number].tolist(), in_order["day"][:number].tolist(), strict=True)
    return [DatedRow(name, row, days[day][0]) for row, day in first]
