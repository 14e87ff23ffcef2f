"""Events by month: which months have any, which of them fall on a day, and which are still to come."""

from bisect import bisect_left
from calendar import Calendar
from datetime import date, timedelta

import numpy as np

from analysis.measures.latest import oldest_first
from analysis.measures.records import Records

DAY, MONTH, YEAR = 10, 7, 4
"""Lengths of an ISO day that is known to the day, to the month and to the year."""


def months(events: Records) -> tuple[str, ...]:
    """The months ("2024-05") in which an event begins or goes on, in order; events known to the year are in none."""
    known, _ = _pairs(events)
    spans = {(first[:MONTH], last[:MONTH]) for first, last in (_span(*pair, MONTH) for pair in known)}
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


def on_days(events: Records, month: str) -> dict[str, list[int]]:
    """By day of the month: the index labels of the events that are held on it, in the order given."""
    near = _lasting(events, month)
    near = near.where(near["day"] < bisect_left(near.values["day"], (_after(month),)))
    known, places = _pairs(near)
    days = [_days(*_span(*pair, DAY), month) for pair in known]
    found: dict[str, list[int]] = {}
    for label, place in zip(near.index.tolist(), places.tolist(), strict=True):
        for day in days[place]:
            found.setdefault(day, []).append(label)
    return found


def some_day(events: Records, month: str) -> list[int]:
    """The index labels of the events of which only this month is known."""
    found: list[int] = events.where(events.bearing("day", lambda day: day == (month,))).index.tolist()
    return found


def coming(events: Records, today: str) -> Records:
    """The events that are not over on an ISO day, soonest first; those known to month or year where that is later."""
    near = _lasting(events, today[:YEAR])
    known, places = _pairs(near)
    answers = np.array([_is_coming(*pair, today) for pair in known], dtype=bool)
    return oldest_first(near.where(answers[places]))


def _is_coming(starts: str, ends: str, today: str) -> bool:
    if len(starts) == DAY:
        return max(starts, ends) >= today
    return bool(starts) and starts > today[: len(starts)]


def _lasting(events: Records, since: str) -> Records:
    """The events of which a day is known that is not before an ISO day of any precision."""
    first, last = (events[name] >= bisect_left(events.values[name], (since,)) for name in ("day", "ends"))
    return events.where(first | last)


def _after(month: str) -> str:
    """What is greater than every day of a month, and smaller than any later one."""
    return month + "~"


def _pairs(events: Records) -> tuple[list[tuple[str, str]], np.ndarray]:
    """The different pairs of first and last day, empty where unknown, and the place of each row's own among them."""
    starts, ends = (["".join(value) for value in events.values[name]] for name in ("day", "ends"))
    pairs, places = np.unique(events["day"] * max(len(ends), 1) + events["ends"], return_inverse=True)
    return [(starts[pair // len(ends)], ends[pair % len(ends)]) for pair in pairs.tolist()], places


def _span(first: str, last: str, least: int) -> tuple[str, str]:
    """First and last as far as they are known to so many letters of an ISO day; empty where the first is not."""
    return (first, last if len(last) >= least else first) if len(first) >= least else ("", "")


def _between(first: str, last: str) -> list[str]:
    if not first:
        return []
    found, (year, number) = [], map(int, first.split("-"))
    while (month := f"{year}-{number:02}") <= last:
        found.append(month)
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return found


def _days(first: str, last: str, month: str) -> list[str]:
    """The days of the month that lie between two days."""
    if not first[:MONTH] <= month <= last[:MONTH]:
        return []
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    every = ((begin + timedelta(days)).isoformat() for days in range((end - begin).days + 1))
    return [day for day in every if day.startswith(month)]
