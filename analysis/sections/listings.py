"""The lists: what is latest, what is to come, how fresh each table is."""

from collections.abc import Iterable
from typing import Any

from analysis.measures import freshness as measured
from analysis.measures import latest as newest
from analysis.schema import Tables
from analysis.sections import labels
from analysis.sections.cells import text
from analysis.sections.same import kept
from analysis.sections.section import Item, Listing
from analysis.sections.view import View, prepared
from analysis.words import Words
from analysis.words.formats import DASH

FIVE = 5
LANGUAGES = ("fi", "en", "sv")


def latest(view: View) -> Listing:
    """The latest five events, stories and materials of the selection; what is cancelled or to come apart."""
    found = newest.latest(view.shown, FIVE, view.today)
    return Listing("latest", view.words("overview.latest"), _items(view, found), view.words("overview.latest_none"))


def upcoming(view: View) -> Listing:
    """The next five events of the selection."""
    found = newest.upcoming(view.shown, FIVE, view.today)
    return Listing("upcoming", view.words("overview.upcoming"), _items(view, found))


def freshness(view: View) -> Listing:
    """Of each table its newest day, and whether it is older than the owner's rhythm allows."""
    words = view.words
    items = tuple(
        Item(words.day(each.newest) if each.newest else DASH, words(f"sections.{each.table}"), _age(view, each))
        for each in _fresh(view.tables, view.today)
    )
    return Listing("freshness", words("overview.freshness"), items)


@kept(12)
def _fresh(tables: Tables, today: str | None) -> list[measured.Fresh]:
    return measured.freshness(prepared(tables)[1], tables["about"], today)


def _items(view: View, found: Iterable[newest.Dated]) -> tuple[Item, ...]:
    made = {"events": _event, "stories": _story, "materials": _material}
    return tuple(made[each.table](view, each) for each in found)


def _event(view: View, row: newest.Dated) -> Item:
    when = view.words.days(row.day, text(_cell(view, row, "ends")))
    return Item(
        when, _cell(view, row, "name"), _meta(view, row, _area(view, row)), _link(view, row), None, _row(view, row)
    )


def _story(view: View, row: newest.Dated) -> Item:
    when = view.words.day(row.day)
    return Item(
        when, _cell(view, row, "title"), _meta(view, row, _area(view, row)), _link(view, row), None, _row(view, row)
    )


def _material(view: View, row: newest.Dated) -> Item:
    words, link, language = view.words, _link(view, row), text(_cell(view, row, "language"))
    kind = str(labels.options("materials", "kind", words)[_cell(view, row, "kind")])
    meta = _meta(view, row, kind, "" if link else words("sections.not_online"))
    when = words.day(row.day)
    spoken = language if language in LANGUAGES else None
    return Item(when, _cell(view, row, "title"), meta, link, spoken, _row(view, row))


def _cell(view: View, row: newest.Dated, column: str) -> Any:
    return view.tables[row.table].at[row.row, column]


def _row(view: View, row: newest.Dated) -> tuple[str, str]:
    return row.table, str(_cell(view, row, "id"))


def _link(view: View, row: newest.Dated) -> str | None:
    return text(_cell(view, row, "link"))


def _area(view: View, row: newest.Dated) -> str:
    return labels.area(_cell(view, row, "regions"), view.regions, view.words)


def _meta(view: View, row: newest.Dated, *further: str) -> str:
    return " · ".join((view.words(f"sections.one_{row.table}"), *filter(None, further)))


def _age(view: View, row: measured.Fresh) -> str:
    words = view.words
    if row.newest is None:
        return words("overview.no_day")
    if row.age is None:
        return ""
    passed = _passed(words, row.newest, row.age)
    if row.rhythm is None:
        return words("overview.age", age=passed)
    rhythm = words.plural("sections.days_n", row.rhythm)
    return words("overview.old" if row.old else "overview.fresh", age=passed, rhythm=rhythm)


def _passed(words: Words, newest: str, days: int) -> str:
    """How long ago the newest is, where no day is known by its month or year."""
    if days == 0:
        return words({4: "overview.newest_year", 7: "overview.newest_month"}.get(len(newest), "overview.newest_today"))
    if days == 1 and len(newest) == len("2026-11-24"):
        return words("overview.newest_yesterday")
    return words.plural("overview.newest", days)
