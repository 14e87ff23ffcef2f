"""The events of a month day by day, and those to come."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from analysis.measures import months as measured
from analysis.measures.chosen import chosen
from analysis.measures.latest import oldest_first
from analysis.measures.records import Records
from analysis.schema import Tables
from analysis.sections import entries
from analysis.sections.section import Item, Listing
from analysis.sections.view import View, view
from analysis.selection import Selection
from analysis.words import Words
from analysis.words import months as called

TEN = 10
FEW = 8
"""So many events of a day are named; of more the number is told."""


@dataclass(frozen=True)
class Day:
    """A day of the month: its number, how it is written out, what is held on it, and whether it is today.

    ``more`` says how many others are held on it, where those are too many to be named.
    """

    number: int
    name: str
    items: tuple[Item, ...] = ()
    today: bool = False
    more: str = ""


@dataclass(frozen=True)
class Week:
    """A week: its number (ISO) and its days from Monday on, None where a day is of another month."""

    number: int
    days: tuple[Day | None, ...]


@dataclass(frozen=True)
class Month:
    """A month of events: its key, its name, weekdays in short and in full, weeks, and what is held on some day of it.

    ``earlier`` and ``later`` are the nearest months that have any event, as key and name.
    """

    key: str
    title: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[Week, ...]
    some_day: tuple[Item, ...] = ()
    earlier: tuple[str, str] | None = None
    later: tuple[str, str] | None = None


def coming(tables: Tables, selection: Selection, words: Words, today: str) -> Listing:
    """The next ten events of the selection that are not over, cancelled and postponed ones among them."""
    context = view(tables, selection, words, today)
    rows = measured.coming(_events(context), today)
    note = (
        words("events.coming_some", shown=words.number(TEN), total=words.number(len(rows))) if len(rows) > TEN else ""
    )
    items = _items(context, rows.index[:TEN].tolist())
    none = words("events.coming_none" if selection.is_empty else "events.coming_none_chosen")
    return Listing("coming", words("events.coming"), items, none, note=note, total=len(rows))


def month(
    tables: Tables, selection: Selection, words: Words, today: str | None = None, wanted: str | None = None
) -> Month | None:
    """A month of the selection's events whatever their status: the wanted one ("2024-05"), else the next that has any.

    None where no event is known to the month.
    """
    context = view(tables, selection, words, today)
    events = _events(context)
    every = measured.months(events)
    key = wanted if wanted and re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", wanted) else measured.opening(every, today)
    return _month(context, events, every, key) if key and every else None


def _month(context: View, events: Records, every: tuple[str, ...], key: str) -> Month:
    held = measured.on_days(events, key)
    named = [row for rows in held.values() for row in rows[:FEW]]
    items = dict(zip(named, _items(context, named), strict=True))
    before, after = [each for each in every if each < key], [each for each in every if each > key]
    return Month(
        key=key,
        title=called.month(key, context.words),
        weekdays=called.weekdays(context.words),
        weeks=tuple(_week(context, days, held, items) for days in measured.weeks(key)),
        some_day=_items(context, measured.some_day(events, key)),
        earlier=_named(before[-1:], context.words),
        later=_named(after[:1], context.words),
    )


def _week(context: View, days: list[str | None], held: dict[str, list[int]], items: dict[int, Item]) -> Week:
    first = next(day for day in days if day)
    told = tuple(_day(context, held.get(day, []), items, day) if day else None for day in days)
    return Week(date.fromisoformat(first).isocalendar().week, told)


def _day(context: View, held: list[int], items: dict[int, Item], iso: str) -> Day:
    named = tuple(items[row] for row in held[:FEW])
    more = context.words.plural("events.more", len(held) - FEW) if len(held) > FEW else ""
    return Day(int(iso[8:]), context.words.day(iso), named, iso == context.today, more)


def _named(keys: list[str], words: Words) -> tuple[str, str] | None:
    return (keys[0], called.month(keys[0], words)) if keys else None


def _events(context: View) -> Records:
    """The selection's events, whatever their status, in order of their beginning."""
    return oldest_first(chosen(context.activity, "events", context.selection))


def _items(context: View, rows: Iterable[int]) -> tuple[Item, ...]:
    return entries.events(context, context.tables["events"].loc[list(rows)])
