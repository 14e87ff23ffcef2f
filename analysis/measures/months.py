"""Events by month: which months have any, which of them fall on a day, and which are still to come."""

from calendar import Calendar
from datetime import date, timedelta

import pandas as pd

DAY, MONTH = 10, 7
"""Lengths of an ISO day that is known to the day, and to the month."""


def months(events: pd.DataFrame) -> tuple[str, ...]:
    """The months ("2024-05") in which an event begins or goes on, in order; events known to the year are in none."""
    spans = {(starts[:MONTH], ends[:MONTH]) for starts, ends in _spans(events)}
    return tuple(sorted({month for first, last in spans for month in _between(first, last)}))


def opening(given: tuple[str, ...], today: str | None) -> str | None:
    """The month to begin with: the first that is not over, else the last there is; None where there is none."""
    coming = [month for month in given if today and month >= today[:MONTH]]
    return coming[0] if coming else given[-1] if given else None


def weeks(month: str) -> list[list[str | None]]:
    """The ISO days of a month in weeks from Monday to Sunday; None where a week's day is of another month."""
    year, number = map(int, month.split("-"))
    days = Calendar().monthdayscalendar(year, number)
    return [[f"{month}-{day:02}" if day else None for day in week] for week in days]


def on_days(events: pd.DataFrame, month: str) -> dict[str, list[int]]:
    """By day of the month: the index labels of the events that are held on it, in order of their beginning."""
    found: dict[str, list[int]] = {}
    for label, (starts, ends) in zip(events.index.tolist(), _spans(events, exact=True), strict=True):
        if not starts[:MONTH] <= month <= ends[:MONTH]:
            continue
        for day in _days(starts, ends):
            if day.startswith(month):
                found.setdefault(day, []).append(label)
    return found


def some_day(events: pd.DataFrame, month: str) -> list[int]:
    """The index labels of the events of which only this month is known."""
    known = events["starts"].fillna("")
    return events.index[(known == month).to_numpy(dtype=bool)].tolist()


def coming(events: pd.DataFrame, today: str) -> pd.DataFrame:
    """The events that are not over on an ISO day, soonest first; those known to month or year where that is later."""
    kept = [_is_coming(starts, ends, today) for starts, ends in zip(*_columns(events), strict=True)]
    return events[pd.Series(kept, index=events.index, dtype=bool)].sort_values("starts", kind="stable")


def _is_coming(starts: str, ends: str, today: str) -> bool:
    if len(starts) == DAY:
        return max(starts, ends) >= today
    return bool(starts) and starts > today[: len(starts)]


def _columns(events: pd.DataFrame) -> tuple[list[str], list[str]]:
    return events["starts"].fillna("").tolist(), events["ends"].fillna("").tolist()


def _spans(events: pd.DataFrame, exact: bool = False) -> list[tuple[str, str]]:
    """First and last of each event as far as the month, or where ``exact`` the day, is known; else empty."""
    least = DAY if exact else MONTH
    spans = zip(*_columns(events), strict=True)
    return [
        (first, last if len(last) >= least else first) if len(first) >= least else ("", "") for first, last in spans
    ]


def _between(first: str, last: str) -> list[str]:
    if not first:
        return []
    found, (year, number) = [], map(int, first.split("-"))
    while (month := f"{year}-{number:02}") <= last:
        found.append(month)
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return found


def _days(first: str, last: str) -> list[str]:
    if not first:
        return []
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(begin + timedelta(days)).isoformat() for days in range((end - begin).days + 1)]
