"""Freshness of each table: its newest day against the rhythm that the owner has set."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

import pandas as pd

from analysis.measures.filtering import RecordsByTable
from analysis.measures.ordering import records_until
from analysis.measures.records import Records


class TableFreshness(NamedTuple):
    """A table: ISO day of its newest row (None if none has a date), days after which its owner calls it old (None if
    unknown), and days from the last day that ``newest`` may mean to today (None if unknown)."""

    table: str
    newest: str | None
    rhythm: int | None
    age: int | None

    @property
    def overdue(self) -> bool:
        """Whether its age is over the rhythm, False if either is unknown."""
        return self.age is not None and self.rhythm is not None and self.age > self.rhythm


def freshness(activity: RecordsByTable, about: pd.DataFrame, today: str | None = None) -> list[TableFreshness]:
    """How fresh each table of activity is; rows later than ``today`` (an ISO day) are ignored.

    ``about`` is the sheet with the owner's rhythms: the first number of ``value_fi`` of "rhythm_<table>", in days.
    """
    filled = about.dropna(subset=["value_fi"])
    texts = dict(zip(filled["key"], filled["value_fi"], strict=True))
    tables = []
    for name, rows in activity.items():
        newest = newest_day(records_until(rows, today))
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


def newest_day(rows: Records) -> str | None:
    """The ISO day of the newest row; None if none has a day."""
    day = rows.values["day"][rows["day"].max()] if len(rows) else ()
    return str(day[0]) if day else None
