"""The events of a month day by day, and those to come."""

import re
from dataclasses import dataclass
from datetime import date

from analysis.measures import months as measured
from analysis.measures.ordering import oldest_first
from analysis.measures.records import Records, matching_records
from analysis.schema import Tables
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import Item, ItemList
from analysis.sections.records import list_items
from analysis.selection import Selection
from analysis.words import Translator

TEN = 10
FEW = 8
"""So many events of a day are named; of more the number is told."""


@dataclass(frozen=True)
class CalendarDay:
    """A day of the month: its number, how it is written out, what is held on it, and whether it is today.

    ``more`` says how many others are held on it, where those are too many to be named.
    """

    number: int
    name: str
    items: tuple[Item, ...] = ()
    today: bool = False
    more: str = ""


@dataclass(frozen=True)
class CalendarWeek:
    """A week: its number (ISO) and its days from Monday on, None where a day is of another month."""

    number: int
    days: tuple[CalendarDay | None, ...]


@dataclass(frozen=True)
class CalendarMonth:
    """A month of events: its key, its name, weekdays in short and in full, weeks, and what is held on some day of it.

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
    rows = measured.upcoming_events(oldest_first(matching_records(context.all_rows, "events", selection)), today)
    note = (
        words("events.coming_some", shown=words.number(TEN), total=words.number(len(rows))) if len(rows) > TEN else ""
    )
    items = list_items.event_items(context, tables["events"].loc[rows.index[:TEN]])
    none = words("events.coming_none" if selection.is_empty else "events.coming_none_chosen")
    return ItemList("coming", words("events.coming"), items, none, note=note, total=len(rows))


def calendar_month(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None, key: str | None = None
) -> CalendarMonth | None:
    """A month of the selection's events whatever their status: the wanted one ("2024-05"), else the next that has any.

    None where no event is known to the month.
    """
    context = section_context(tables, selection, words, today)
    events = oldest_first(matching_records(context.all_rows, "events", selection))
    every = measured.months_with_events(events)
    if not every:
        return None
    if not key or not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", key):
        key = next((month for month in every if today and month >= today[: len(month)]), every[-1])
    return _month(context, events, every, key)


def _month(context: SectionContext, events: Records, every: tuple[str, ...], key: str) -> CalendarMonth:
    """The month ``key``; ``every`` are the months with events in their order."""
    words, rows = context.words, context.tables["events"]
    on_days = measured.events_by_day(events, key)
    without_day = on_days.pop(key, [])
    named = [row for ids in on_days.values() for row in ids[:FEW]]
    items = dict(zip(named, list_items.event_items(context, rows.loc[named]), strict=True))
    before, after = [each for each in every if each < key][-1:], [each for each in every if each > key][:1]

    def day(iso: str) -> CalendarDay:
        ids = on_days.get(iso, [])
        more = words.plural("events.more", len(ids) - FEW) if len(ids) > FEW else ""
        return CalendarDay(
            int(iso[8:]), words.day(iso), tuple(items[row] for row in ids[:FEW]), iso == context.today, more
        )

    weeks = []
    for days in measured.weeks_of_month(key):
        first = next(iso for iso in days if iso)
        number = date.fromisoformat(first).isocalendar().week
        weeks.append(CalendarWeek(number, tuple(day(iso) if iso else None for iso in days)))
    return CalendarMonth(
        key=key,
        title=words.month(key),
        weekdays=words.weekdays(),
        weeks=tuple(weeks),
        some_day=list_items.event_items(context, rows.loc[without_day]),
        earlier=next(((each, words.month(each)) for each in before), None),
        later=next(((each, words.month(each)) for each in after), None),
    )
