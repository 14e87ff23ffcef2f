"""The chart of events by year, with the phases of the work behind."""

from analysis.charts import Chart, CountedRows, Field, Phase
from analysis.measures.counts import by_year, total
from analysis.measures.filtering import matching_records, uncounted_mask
from analysis.measures.years import year_span, years_in_selection
from analysis.schema.frames import text_or_none
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.words.language import DASH


def events_by_year(context: SectionContext) -> Chart:
    """Events by year, over the years that events of the data cover, limited by the year filter."""
    words = context.words
    spanned = years_in_selection(year_span(context.counted["events"]), context.selection)
    phases = _phases(context, spanned)
    yearly = YearlyCounts(
        key="years",
        table=by_year(context.filtered["events"], spanned).rename(columns={"count": "events"}),
        value="events",
        fields=(Field("year", words("charts.year"), "year"), Field("events", words("charts.events"), "number")),
        empty=no_data(context),
        rule=_rule(context),
        filters="years",
        counted=CountedRows(("events",), ("year",)),
        phases=phases,
        subtitle=words("charts.years_phases") if phases else "",
    )
    return column_chart(yearly, words)


def _phases(context: SectionContext, spanned: range) -> tuple[Phase, ...]:
    """The phases that overlap the years."""
    words, names, phases = context.words, code_labels.phases(context.tables, context.words), []
    for row in context.tables["phases"].itertuples(index=False):
        starts, ends = str(row.starts), text_or_none(row.ends)
        if int(starts[:4]) < spanned.stop and (ends is None or int(ends[:4]) >= spanned.start):
            written = words.days(starts[:7], ends[:7]) if ends else words.day(starts[:7]) + DASH
            phases.append(Phase(str(names[str(row.id)]), starts, ends, written))
    return tuple(phases)


def _rule(context: SectionContext) -> str:
    """How series count, what is left out, and that the running year is not over."""
    words, events = context.words, context.filtered["events"]
    rules = []
    if len(events) != total(events):
        rows = words.plural("sections.rows_n", len(events))
        rules.append(words("charts.rule_series", rows=rows, events=words.plural("sections.events_n", total(events))))
    every = matching_records(context.all_rows, "events", context.selection)
    if left_out := total(every.where(uncounted_mask(every))):
        rules.append(words("charts.rule_uncounted", n=words.number(left_out)))
    if (events["year"] == context.running_year).any():
        rules.append(words("charts.rule_running", year=context.running_year))
    return " ".join(rules)
