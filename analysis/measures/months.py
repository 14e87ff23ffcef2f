"""Events by month: which months have any, which of them fall on a day, and which are still to come."""

from calendar import Calendar
from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

DAY, MONTH, YEAR = 10, 7, 4
"""Lengths of an ISO day that is known to the day, to the month and to the year."""


def months(events: pd.DataFrame) -> tuple[str, ...]:
    """The months ("2024-05") in which an event begins or goes on, in order; events known to the year are in none."""
    known = set(zip(*_columns(events), strict=True))
    spans = {(starts[:MONTH], ends[:MONTH]) for starts, ends in _spans(known)}
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
    begun = events[(events["starts"].fillna("") < _after(month)).to_numpy(dtype=bool)]
    near = begun[(_last(begun) >= month).to_numpy(dtype=bool)]
    spans = _spans(zip(*_columns(near), strict=True), exact=True)
    for label, (starts, ends) in zip(near.index.tolist(), spans, strict=True):
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
    near = events[(_last(events) >= today[:YEAR]).to_numpy(dtype=bool)]
    kept = [_is_coming(starts, ends, today) for starts, ends in zip(*_columns(near), strict=True)]
    return near[pd.Series(kept, index=near.index, dtype=bool)].sort_values("starts", kind="stable")


def _is_coming(starts: str, ends: str, today: str) -> bool:
    if len(starts) == DAY:
        return max(starts, ends) >= today
    return bool(starts) and starts > today[: len(starts)]


def _columns(events: pd.DataFrame) -> tuple[list[str], list[str]]:
    return events["starts"].fillna("").tolist(), events["ends"].fillna("").tolist()


def _last(events: pd.DataFrame) -> pd.Series:
    """The later of both days, as far as they are known; empty where none is."""
    starts, ends = events["starts"].fillna(""), events["ends"].fillna("")
    return ends.where(ends >= starts, starts)


def _after(month: str) -> str:
    """What is greater than every day of a month, and smaller than any later one."""
    return month + "~"


def _spans(days: Iterable[tuple[str, str]], exact: bool = False) -> list[tuple[str, str]]:
    """First and last of each event as far as the month, or where ``exact`` the day, is known; else empty."""
    least = DAY if exact else MONTH
    return [(first, last if len(last) >= least else first) if len(first) >= least else ("", "") for first, last in days]


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
