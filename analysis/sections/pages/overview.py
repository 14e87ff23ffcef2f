"""The overview: how much, where, on what theme, since when, the latest and the next, and how fresh that is."""

from dataclasses import replace

from analysis.charts.bars import BAR_ROW
from analysis.measures.counts import joint_events, total
from analysis.measures.ordering import latest, upcoming
from analysis.schema import Tables
from analysis.sections.charts.bar_charts import contents_by_theme, events_by_region
from analysis.sections.charts.parts_of_years import STEPS, events_by_step, possible_steps
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.model.model import ItemList, Section
from analysis.sections.records.freshness_list import freshness_list
from analysis.sections.records.list_items import mixed_item
from analysis.sections.records.worklists import gap_list
from analysis.selection import Selection
from analysis.words import Translator

TABLES = ("events", "stories", "materials")
FIVE = 5
MOST_GAPS = 3
HALF_HEIGHT = 7 * BAR_ROW
"""Height of the two charts that are beside each other, by the seven regions."""


def overview(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None, step: str = STEPS[0]
) -> Section:
    """The section of the overview of a ``selection`` of ``tables``, in the language of ``words``.

    ``today`` is an ISO day: the running year is then not compared with whole years, what is to come is listed apart,
    and the list of freshness says which tables are old. Without it every year counts as over. ``step`` (one of
    `STEPS`): whether events over time are by year, half-year or quarter.
    """
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    numbers = (
        metrics.yearly_metric(context, "events"),
        metrics.yearly_metric(context, "participants"),
        metrics.yearly_metric(context, "stories"),
        metrics.yearly_metric(context, "materials"),
    )
    charts = (
        events_by_step(context, step),
        events_by_region(context, HALF_HEIGHT),
        contents_by_theme(context, HALF_HEIGHT),
    )
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


def overview_steps(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None
) -> tuple[str, ...]:
    """The steps that the overview of a ``selection`` of ``tables`` can have, the year first; it may be the only one.

    ``words``, ``today``: those of the section, whose context this shares.
    """
    return possible_steps(section_context(tables, selection, words, today))


def _sentences(context: SectionContext) -> tuple[str, ...]:
    words = context.words
    counts = {name: total(frame) for name, frame in context.filtered.items()}
    if not any(counts.values()):
        return nothing_to_show(context)
    texts = {name: words.plural(f"sections.{name}_n", count) for name, count in counts.items()}
    sentence = words("overview.sentence", **texts)
    joint = words("sections.joint_n", joint=words.number(total(joint_events(context.filtered["events"]))))
    return (sentence, joint) if counts["events"] else (sentence,)


def _lists(context: SectionContext) -> tuple[ItemList, ...]:
    """The latest five rows of the selection, its next five events and first three gaps if there are any, and the
    freshness of each table."""
    words, today = context.words, context.today
    newest = tuple(mixed_item(context, row) for row in latest(context.filtered, FIVE, today))
    coming = tuple(mixed_item(context, row) for row in upcoming(context.filtered, FIVE, today))
    gaps = gap_list(context, MOST_GAPS)
    return (
        ItemList("latest", words("overview.latest"), newest, words("overview.latest_none")),
        *([ItemList("upcoming", words("overview.upcoming"), coming)] if coming else []),
        *([replace(gaps, key="gaps", title=words("gaps.overview"))] if gaps.items else []),
        freshness_list(context),
    )
