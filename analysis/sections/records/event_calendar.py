"""The events of a month day by day, and those to come."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from analysis.measures import months
from analysis.measures.ordering import rows_by_day
from analysis.measures.records import matching_records
from analysis.schema import Tables
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import Item, ItemList
from analysis.sections.records import list_items
from analysis.selection import Selection
from analysis.words import Translator

TEN = 10
FEW = 8
"""The most events of a day that are listed by name."""


@dataclass(frozen=True)
class CalendarDay:
    """A day of the month: its number, its date in words, its events, and whether it is today.

    ``more`` says how many other events there are if they are too many to be listed.
    """

    number: int
    name: str
    items: tuple[Item, ...] = ()
    today: bool = False
    more: str = ""


@dataclass(frozen=True)
class CalendarWeek:
    """A week: its number (ISO) and its days from Monday on, None for a day of another month."""

    number: int
    days: tuple[CalendarDay | None, ...]


@dataclass(frozen=True)
class CalendarMonth:
    """A month of events: its key and name, weekdays in short and in full, weeks, and events whose day is unknown.

    ``earlier`` and ``later`` are the nearest months that have any event, as key and name.
    """

    key: str
    title: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[CalendarWeek, ...]
    some_day: tuple[Item, ...] = ()
    earlier: tuple[str, str] | None = None
    later: tuple[str, str] | None = None


def coming_events(tables: Tables, selection: Selection, words: Translator, today: str) -> ItemList:
    """The next ten events of the selection that are not over, cancelled and postponed ones among them."""
    context = section_context(tables, selection, words, today)
    rows = months.upcoming_events(rows_by_day(matching_records(context.all_rows, "events", selection)), today)
    note = words("events.coming_some", shown=words.number(TEN), total=words.number(len(rows)))
    return ItemList(
        key="coming",
        title=words("events.coming"),
        items=list_items.event_items(context, tables["events"].loc[rows.index[:TEN]]),
        empty=words("events.coming_none" if selection == Selection() else "events.coming_none_chosen"),
        note=note if len(rows) > TEN else "",
        total=len(rows),
    )


def calendar_month(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None, key: str | None = None
) -> CalendarMonth | None:
    """A month of the selection's events whatever their status; None if no event has a month.

    ``key`` is the month ("2024-05"); without it, or if it is no month, the next after ``today`` (ISO) that has an event
    of the ``selection`` in ``tables``, one of a known day if there is any. ``words`` is the language.
    """
    context = section_context(tables, selection, words, today)
    events = rows_by_day(matching_records(context.all_rows, "events", selection))
    every = months.months_with_events(events)
    if not every:
        return None
    if not key or not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", key):
        whole = [month for month in every if set(months.events_by_day(events, month)) - {month}] or every
        key = next((month for month in whole if today and month >= today[: len(month)]), whole[-1])
    earlier, later = [each for each in every if each < key][-1:], [each for each in every if each > key][:1]
    by_day = months.events_by_day(events, key)
    some_day = tables["events"].loc[by_day.pop(key, [])]
    return CalendarMonth(
        key=key,
        title=words.month(key),
        weekdays=words.weekdays(),
        weeks=_weeks(context, by_day, key),
        some_day=list_items.event_items(context, some_day),
        earlier=next(((each, words.month(each)) for each in earlier), None),
        later=next(((each, words.month(each)) for each in later), None),
    )


def _weeks(context: SectionContext, rows: Mapping[str, list[int]], month: str) -> tuple[CalendarWeek, ...]:
    """The weeks of a month; ``rows`` are the index labels of the events of each day."""
    words = context.words
    labels = [label for on_day in rows.values() for label in on_day[:FEW]]
    items = dict(zip(labels, list_items.event_items(context, context.tables["events"].loc[labels]), strict=True))

    def day(iso: str) -> CalendarDay:
        on_day = rows.get(iso, [])
        more = words.plural("events.more", len(on_day) - FEW) if len(on_day) > FEW else ""
        events = tuple(items[label] for label in on_day[:FEW])
        return CalendarDay(int(iso[8:]), words.day(iso), events, iso == context.today, more)

    weeks = []
    for days in months.weeks_of_month(month):
        number = date.fromisoformat(next(iso for iso in days if iso)).isocalendar().week
        weeks.append(CalendarWeek(number, tuple(day(iso) if iso else None for iso in days)))
    return tuple(weeks)
