"""Events in the calendar: the months that have any, those on each day of a month, those still to come."""

from bisect import bisect_left
from calendar import Calendar
from datetime import date, timedelta

import numpy as np

from analysis.measures.ordering import rows_by_day
from analysis.measures.records import Records

DAY, MONTH, YEAR = 10, 7, 4
"""Lengths of an ISO day that is known to the day, to the month and to the year."""


def months_with_events(events: Records) -> tuple[str, ...]:
    """The months ("2024-05") in which an event begins or goes on, in order; events known to the year are in none."""
    every: set[str] = set()
    for first, last in {(first[:MONTH], last[:MONTH]) for first, last in _spans(_pairs(events)[0], MONTH) if first}:
        year, number = map(int, first.split("-"))
        while (month := f"{year}-{number:02}") <= last:
            every.add(month)
            year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return tuple(sorted(every))


def weeks_of_month(month: str) -> list[list[str | None]]:
    """The ISO days of a month in weeks from Monday to Sunday; None for a day of another month."""
    year, number = map(int, month.split("-"))
    days = Calendar().monthdayscalendar(year, number)
    return [[f"{month}-{day:02}" if day else None for day in week] for week in days]


def events_by_day(events: Records, month: str) -> dict[str, list[int]]:
    """By day of the month: the index labels of the events on it, in the order of the rows.

    Under the month itself are the events whose day is known only as this month.
    """
    # "~" is greater than all that may follow a month in an ISO day.
    near = _near(events, month, before=f"{month}~")
    pairs, places = _pairs(near)
    days: list[list[str]] = []
    for (starts, _), (first, last) in zip(pairs, _spans(pairs, DAY), strict=True):
        inside = [month] if starts == month else []
        if first[:MONTH] <= month <= last[:MONTH]:
            begin, end = date.fromisoformat(first), date.fromisoformat(last)
            inside = [(begin + timedelta(at)).isoformat() for at in range((end - begin).days + 1)]
        days.append([day for day in inside if day.startswith(month)])
    by_day: dict[str, list[int]] = {}
    for label, place in zip(near.index.tolist(), places.tolist(), strict=True):
        for day in days[place]:
            by_day.setdefault(day, []).append(label)
    return by_day


def upcoming_events(events: Records, today: str) -> Records:
    """The events that are not over on an ISO day, soonest first; those known to a month or year if that is later."""
    near = _near(events, today[:YEAR])
    pairs, places = _pairs(near)
    answers = [
        max(starts, ends) >= today if len(starts) == DAY else bool(starts) and starts > today[: len(starts)]
        for starts, ends in pairs
    ]
    return rows_by_day(near.where(np.array(answers, dtype=bool)[places]))


def _near(events: Records, since: str, before: str = "") -> Records:
    """The events with a first or last day from an ISO day of any precision on, and if given a first day ``before``."""
    first, last = (events[name] >= bisect_left(events.values[name], (since,)) for name in ("day", "ends"))
    near = events.where(first | last)
    return near.where(near["day"] < bisect_left(near.values["day"], (before,))) if before else near


def _pairs(events: Records) -> tuple[list[tuple[str, str]], np.ndarray]:
    """The different pairs of first and last day, empty if unknown, and the place of each row's own among them."""
    starts, ends = (["".join(value) for value in events.values[name]] for name in ("day", "ends"))
    pairs, places = np.unique(events["day"] * max(len(ends), 1) + events["ends"], return_inverse=True)
    return [(starts[pair // len(ends)], ends[pair % len(ends)]) for pair in pairs.tolist()], places


def _spans(pairs: list[tuple[str, str]], least: int) -> list[tuple[str, str]]:
    """First and last day of each pair if the first has at least ``least`` letters, else empty texts."""
    spans = []
    for first, last in pairs:
        span = (first, last if len(last) >= least else first)
        spans.append(span if len(first) >= least else ("", ""))
    return spans
