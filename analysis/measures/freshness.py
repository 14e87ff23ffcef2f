"""How fresh each table is: its newest day against the rhythm that the owner has set."""

from calendar import monthrange
from datetime import date

import pandas as pd

from analysis.measures.chosen import DAY, Weighed


def freshness(activity: Weighed, about: pd.DataFrame, today: str | None = None) -> pd.DataFrame:
    """A row a table of activity: ``table``, ``newest``, ``rhythm``, ``age``, ``old``.

    ``newest``: ISO day of what is not later than ``today``, missing where no row has a date. ``rhythm``: days after
    which the owner calls the table old, ``age``: days from the last day that ``newest`` may mean to today (Int64, both
    missing where unknown). ``old``: whether age is over rhythm, False where either is unknown.
    """
    newest = [_newest(frame[DAY[name]].dropna(), today) for name, frame in activity.items()]
    found = pd.DataFrame(
        {
            "table": pd.Series(list(activity), dtype="str"),
            "newest": pd.Series(newest, dtype="str"),
            "rhythm": pd.Series([_rhythm(about, name) for name in activity], dtype="Int64"),
            "age": pd.Series([_age(day, today) for day in newest], dtype="Int64"),
        }
    )
    return found.assign(old=(found["age"] > found["rhythm"]).fillna(False).astype(bool))


def last_day(iso: str) -> date:
    """The last day that an ISO day of any precision may mean."""
    year, *rest = map(int, iso.split("-"))
    month = rest[0] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])


def _newest(days: pd.Series, today: str | None) -> str | None:
    past = days[days <= today] if today else days
    return str(past.max()) if len(past) else None


def _age(newest: str | None, today: str | None) -> int | None:
    if newest is None or today is None:
        return None
    return max((date.fromisoformat(today) - last_day(newest)).days, 0)


def _rhythm(about: pd.DataFrame, name: str) -> int | None:
    said = about.loc[about["key"] == f"rhythm_{name}", "value_fi"].dropna()
    digits = said.str.extract(r"(\d+)", expand=False).dropna()
    return int(digits.iloc[0]) if len(digits) else None
