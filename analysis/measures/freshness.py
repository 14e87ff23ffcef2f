"""How fresh each table is: its newest day against the rhythm that the owner has set."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

import pandas as pd

from analysis.measures.chosen import Weighed
from analysis.measures.latest import past
from analysis.measures.records import Records


class Fresh(NamedTuple):
    """A table: ISO day of its newest row (None where none has a date), days after which its owner calls it old, and
    days from the last day that ``newest`` may mean to today (both None where unknown)."""

    table: str
    newest: str | None
    rhythm: int | None
    age: int | None

    @property
    def old(self) -> bool:
        """Whether its age is over the rhythm, as far as both are known."""
        return self.age is not None and self.rhythm is not None and self.age > self.rhythm


def freshness(activity: Weighed, about: pd.DataFrame, today: str | None = None) -> list[Fresh]:
    """How fresh each table of activity is; what is later than ``today`` (an ISO day) plays no part."""
    filled = about.dropna(subset=["value_fi"])
    said = dict(zip(filled["key"], filled["value_fi"], strict=True))
    newest = {name: newest_day(past(rows, today)) for name, rows in activity.items()}
    return [Fresh(name, day, _rhythm(said, name), _age(day, today)) for name, day in newest.items()]


def last_day(iso: str) -> date:
    """The last day that an ISO day of any precision may mean."""
    year, *rest = map(int, iso.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])


def newest_day(rows: Records) -> str | None:
    """The ISO day of the newest row; None where none has a day."""
    day = rows.values["day"][rows["day"].max()] if len(rows) else ()
    return str(day[0]) if day else None


def _age(newest: str | None, today: str | None) -> int | None:
    if newest is None or today is None:
        return None
    return max((date.fromisoformat(today) - last_day(newest)).days, 0)


def _rhythm(said: dict[str, str], name: str) -> int | None:
    digits = re.search(r"\d+", said.get(f"rhythm_{name}", ""))
    return int(digits[0]) if digits else None
