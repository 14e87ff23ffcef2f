"""The chart of events by year, with the phases of the work behind."""

from analysis.charts import Chart, Counted, Field, Phase
from analysis.measures.chosen import chosen, uncounted
from analysis.measures.totals import by_year, total
from analysis.measures.years import covered, span
from analysis.schema.frames import text_or_none
from analysis.sections import labels
from analysis.sections.view import View, no_data
from analysis.sections.yearly import Yearly, columns
from analysis.words.formats import DASH


def years(context: View) -> Chart:
    """Events by year, over the years that events of the data cover, limited by the year filter."""
    words = context.words
    spanned = covered(span(context.whole["events"]), context.selection)
    phases = _phases(context, spanned)
    yearly = Yearly(
        key="years",
        table=by_year(context.shown["events"], spanned).rename(columns={"count": "events"}),
        value="events",
        fields=(Field("year", words("charts.year"), "year"), Field("events", words("charts.events"), "number")),
        empty=no_data(context),
        rule=_rule(context),
        filters="years",
        counted=Counted(("events",), ("year",)),
        phases=phases,
        subtitle=words("charts.years_phases") if phases else "",
    )
    return columns(yearly, words)


def _phases(context: View, spanned: range) -> tuple[Phase, ...]:
    """The phases that overlap the years."""
    words, names, phases = context.words, labels.phases(context.tables, context.words), []
    for row in context.tables["phases"].itertuples(index=False):
        starts, ends = str(row.starts), text_or_none(row.ends)
        if int(starts[:4]) < spanned.stop and (ends is None or int(ends[:4]) >= spanned.start):
            written = words.days(starts[:7], ends[:7]) if ends else words.day(starts[:7]) + DASH
            phases.append(Phase(str(names[str(row.id)]), starts, ends, written))
    return tuple(phases)


def _rule(context: View) -> str:
    """How series count, what is left out, and that the running year is not over."""
    words, events = context.words, context.shown["events"]
    rules = []
    if len(events) != total(events):
        rows = words.plural("sections.rows_n", len(events))
        rules.append(words("charts.rule_series", rows=rows, events=words.plural("sections.events_n", total(events))))
    every = chosen(context.activity, "events", context.selection)
    if left_out := total(every.where(uncounted(every))):
        rules.append(words("charts.rule_uncounted", n=words.number(left_out)))
    if (events["year"] == context.running).any():
        rules.append(words("charts.rule_running", year=context.running))
    return " ".join(rules)
