"""The lists: what is latest, what is to come, how fresh each table is."""

import pandas as pd

from analysis.measures import freshness as measured
from analysis.measures import latest as newest
from analysis.sections import labels
from analysis.sections.cells import text, whole
from analysis.sections.section import Item, Listing
from analysis.sections.view import View
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
    found = measured.freshness(view.whole, view.tables["about"], view.today)
    items = tuple(
        Item(_newest(view, text(row.newest)), view.words(f"sections.{row.table}"), _age(view, row))
        for row in found.itertuples(index=False)
    )
    return Listing("freshness", view.words("overview.freshness"), items)


def _items(view: View, found: pd.DataFrame) -> tuple[Item, ...]:
    places = zip(found["table"].tolist(), found["row"].tolist(), strict=True)
    return tuple(_item(view, table, view.shown[table].loc[row]) for table, row in places)


def _item(view: View, table: str, row: pd.Series) -> Item:
    words, link = view.words, text(row["link"])
    if table == "events":
        when = words.days(row["starts"], text(row["ends"]))
        return Item(when, row["name"], _meta(view, table, _area(view, row)), link)
    when = words.day(row["published"])
    if table == "stories":
        return Item(when, row["title"], _meta(view, table, _area(view, row)), link)
    kind = str(labels.options("materials", "kind", words)[row["kind"]])
    meta = _meta(view, table, kind, "" if link else words("sections.not_online"))
    language = text(row["language"])
    return Item(when, row["title"], meta, link, language if language in LANGUAGES else None)


def _area(view: View, row: pd.Series) -> str:
    return labels.area(row["regions"], labels.regions(view.tables, view.words), view.words)


def _meta(view: View, table: str, *further: str) -> str:
    return " · ".join((view.words(f"sections.one_{table}"), *filter(None, further)))


def _newest(view: View, day: str | None) -> str:
    return view.words.day(day) if day else DASH


def _age(view: View, row: object) -> str:
    words = view.words
    if text(getattr(row, "newest", None)) is None:
        return words("overview.no_day")
    age, rhythm = whole(getattr(row, "age", None)), whole(getattr(row, "rhythm", None))
    if age is None:
        return ""
    passed = words.plural("sections.days_n", age)
    if rhythm is None:
        return words("overview.age", age=passed)
    key = "overview.old" if getattr(row, "old", False) else "overview.fresh"
    return words(key, age=passed, rhythm=words.plural("sections.days_n", rhythm))
