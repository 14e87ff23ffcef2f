"""How fresh the tables are: the newest row of each, against the rhythm that the owner promises."""

from collections.abc import Callable

from analysis.cache import cached_on
from analysis.measures.ordering import TableFreshness, freshness
from analysis.sections.context.section_context import SectionContext, counted_rows
from analysis.sections.model.model import Item, ItemList
from analysis.sections.model.typed_values import Days
from analysis.words import Translator

YEAR, MONTH = 365, 30
"""Days."""


def freshness_list(context: SectionContext) -> ItemList:
    """A line for each table of activity, whatever is selected."""
    words, tables, today = context.words, context.tables, context.today
    key = (__name__, "freshness", today)
    ages = cached_on(tables, key, lambda: freshness(counted_rows(tables), tables["about"], today))
    lines = tuple(Item(Days(each.newest), words(f"sections.{each.table}"), _age_text(words, each)) for each in ages)
    return ItemList("freshness", words("overview.freshness"), lines)


def _span_text(words: Translator, days: int, whole: Callable[[float], int] = int) -> str:
    """Days as a person counts them: days for two months, months for two years, then years.

    ``whole``: whole ones that have passed (``int``), or the nearest number of them (``round``).
    """
    if days < 2 * MONTH:
        return words.plural("sections.days_n", days)
    if days < 2 * YEAR:
        return words.plural("sections.months_n", whole(days * 12 / YEAR))
    return words.plural("choosing.years_n", whole(days / YEAR))


def _age_text(words: Translator, row: TableFreshness) -> str:
    """How long ago the newest row is (by its month or year if no day is known), against the owner's rhythm."""
    if row.newest is None:
        return words("overview.no_day")
    if row.age is None:
        return ""
    if row.age == 0:
        month_or_year = {4: "overview.newest_year", 7: "overview.newest_month"}
        age = words(month_or_year.get(len(row.newest), "overview.newest_today"))
    elif row.age == 1 and len(row.newest) == len("2026-11-24"):
        age = words("overview.newest_yesterday")
    else:
        # From the end of a month or a year on: the day that is meant may be earlier.
        least = len(row.newest) < len("2026-11-24")
        over = row.age >= 2 * YEAR
        age = words(
            "overview.newest_least" if least else "overview.newest_over" if over else "overview.newest",
            span=_span_text(words, row.age),
        )
    if row.rhythm is None:
        return words("overview.age", age=age)
    rhythm = _span_text(words, row.rhythm, round)
    return words("overview.old" if row.age > row.rhythm else "overview.fresh", age=age, rhythm=rhythm)
