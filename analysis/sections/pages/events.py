"""The events: how many, when, of what type and format, where, and each of them."""

from analysis.charts.bars import BAR_ROW
from analysis.measures.counts import total
from analysis.schema import Tables
from analysis.sections.charts.bar_charts import events_by_format, events_by_region, events_by_type
from analysis.sections.charts.yearly_columns import events_by_year
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.model.model import Section
from analysis.sections.records.record_tables import event_table
from analysis.selection import Selection
from analysis.words import Translator

HALF_HEIGHT = 6 * BAR_ROW
"""Height of the charts of types and formats, which are beside each other, by the six types."""


def events(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the events; its rows are the newest hundred (`event_table` gives others)."""
    context = section_context(tables, selection, words, today)
    count, coverage = total(context.filtered["events"]), owner_text(tables, "coverage", words)
    sentence = words("events.sentence", events=words.plural("sections.events_n", count))
    numbers = (
        metrics.yearly_metric(context, "events"),
        metrics.yearly_metric(context, "participants"),
        metrics.yearly_metric(context, "joint"),
    )
    return Section(
        key="events",
        title=words("events.title"),
        filter_summary=filter_summary(context, ("events",)),
        metrics=metrics.with_definitions(numbers, words),
        sentences=(sentence,) if count else nothing_to_show(context),
        charts=(
            events_by_year(context),
            events_by_type(context, HALF_HEIGHT),
            events_by_format(context, HALF_HEIGHT),
            events_by_region(context),
        ),
        coverage=coverage.text,
        rows=(event_table(tables, selection, words),),
        coverage_language=coverage.language,
    )
