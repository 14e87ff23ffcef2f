"""Lists of the overview: the latest items, the next events, and how fresh each table is."""

from collections.abc import Iterable

from analysis.cache import cached_per_tables
from analysis.measures import ordering
from analysis.schema import Tables
from analysis.sections.context.section_context import SectionContext, counted_rows
from analysis.sections.model.model import Item, ItemList
from analysis.sections.model.typed_values import Days
from analysis.sections.records import list_items
from analysis.words import Translator

FIVE = 5


def latest(context: SectionContext) -> ItemList:
    """The latest five events, stories and materials of the selection, without cancelled and future ones."""
    items = _items(context, ordering.latest(context.filtered, FIVE, context.today))
    return ItemList("latest", context.words("overview.latest"), items, context.words("overview.latest_none"))


def upcoming(context: SectionContext) -> ItemList:
    """The next five events of the selection."""
    items = _items(context, ordering.upcoming(context.filtered, FIVE, context.today))
    return ItemList("upcoming", context.words("overview.upcoming"), items)


def freshness(context: SectionContext) -> ItemList:
    """Of each table its newest day, and whether it is older than the owner's rhythm allows."""
    words = context.words
    items = tuple(
        Item(Days(each.newest), words(f"sections.{each.table}"), _age(words, each))
        for each in _fresh(context.tables, context.today)
    )
    return ItemList("freshness", words("overview.freshness"), items)


@cached_per_tables
def _fresh(tables: Tables, today: str | None) -> list[ordering.TableFreshness]:
    return ordering.freshness(counted_rows(tables)[1], tables["about"], today)


def _items(context: SectionContext, dated: Iterable[ordering.DatedRow]) -> tuple[Item, ...]:
    rows = ((each, context.tables[each.table].loc[[each.row]]) for each in dated)
    return tuple(
        list_items.mixed_item(context, each.table, next(frame.itertuples(index=False)), each.day)
        for each, frame in rows
    )


def _age(words: Translator, row: ordering.TableFreshness) -> str:
    """How old the newest row of a table is, and whether that is within the owner's rhythm."""
    if row.newest is None:
        return words("overview.no_day")
    if row.age is None:
        return ""
    age = _passed(words, row.newest, row.age)
    if row.rhythm is None:
        return words("overview.age", age=age)
    rhythm = words.plural("sections.days_n", row.rhythm)
    return words("overview.old" if row.age > row.rhythm else "overview.fresh", age=age, rhythm=rhythm)


def _passed(words: Translator, newest: str, days: int) -> str:
    """How long ago the newest is, by its month or year if no day is known."""
    if days == 0:
        return words({4: "overview.newest_year", 7: "overview.newest_month"}.get(len(newest), "overview.newest_today"))
    if days == 1 and len(newest) == len("2026-11-24"):
        return words("overview.newest_yesterday")
    return words.plural("overview.newest", days)
