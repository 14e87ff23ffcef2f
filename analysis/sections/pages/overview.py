"""The overview: how much, where, on what theme, since when, the latest and the next, and how fresh that is."""

from analysis.cache import cached_on
from analysis.charts.bars import BAR_ROW
from analysis.measures.counts import total
from analysis.measures.ordering import TableFreshness, freshness, latest, upcoming
from analysis.schema import Tables
from analysis.sections.charts.bar_charts import contents_by_theme, events_by_region
from analysis.sections.charts.yearly_columns import events_by_year
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, counted_rows, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.model.model import Item, ItemList, Section
from analysis.sections.model.typed_values import Days
from analysis.sections.records.list_items import mixed_item
from analysis.selection import Selection
from analysis.words import Translator

TABLES = ("events", "stories", "materials")
FIVE = 5
HALF_HEIGHT = 7 * BAR_ROW
"""Height of the two charts that are beside each other, by the seven regions."""


def overview(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the overview.

    ``today`` is an ISO day: the running year is then not compared with whole years, what is to come is listed apart,
    and the list of freshness says which tables are old. Without it every year counts as over.
    """
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    numbers = (
        metrics.yearly_metric(context, "events"),
        metrics.yearly_metric(context, "participants"),
        metrics.yearly_metric(context, "stories"),
        metrics.yearly_metric(context, "materials"),
    )
    charts = (events_by_year(context), events_by_region(context, HALF_HEIGHT), contents_by_theme(context, HALF_HEIGHT))
    return Section(
        key="overview",
        title=words("overview.title"),
        filter_summary=filter_summary(context, TABLES, ("events",)),
        metrics=metrics.with_definitions(numbers, words),
        sentences=_sentences(context),
        charts=charts,
        lists=_lists(context),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _sentences(context: SectionContext) -> tuple[str, ...]:
    words = context.words
    counts = {name: total(frame) for name, frame in context.filtered.items()}
    if not any(counts.values()):
        return nothing_to_show(context)
    texts = {name: words.plural(f"sections.{name}_n", count) for name, count in counts.items()}
    sentence = words("overview.sentence", **texts)
    return (sentence, metrics.joint_and_reported(context)) if counts["events"] else (sentence,)


def _lists(context: SectionContext) -> tuple[ItemList, ...]:
    """The latest five rows of the selection, its next five events if there are any, and the freshness of each table."""
    words, tables, today = context.words, context.tables, context.today
    newest = tuple(mixed_item(context, row) for row in latest(context.filtered, FIVE, today))
    coming = tuple(mixed_item(context, row) for row in upcoming(context.filtered, FIVE, today))
    key = (__name__, "freshness", today)
    ages = cached_on(tables, key, lambda: freshness(counted_rows(tables)[1], tables["about"], today))
    fresh = tuple(Item(Days(each.newest), words(f"sections.{each.table}"), _age_text(words, each)) for each in ages)
    return (
        ItemList("latest", words("overview.latest"), newest, words("overview.latest_none")),
        *([ItemList("upcoming", words("overview.upcoming"), coming)] if coming else []),
        ItemList("freshness", words("overview.freshness"), fresh),
    )


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
        age = words.plural("overview.newest", row.age)
    if row.rhythm is None:
        return words("overview.age", age=age)
    rhythm = words.plural("sections.days_n", row.rhythm)
    return words("overview.old" if row.age > row.rhythm else "overview.fresh", age=age, rhythm=rhythm)
