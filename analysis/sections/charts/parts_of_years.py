"""Events by halves or quarters of years: a row a year, a cell a part of it."""

from collections.abc import Iterator
from dataclasses import replace

from analysis.charts import Chart, CountedRows
from analysis.measures.counts import total, year_span, years_in_selection
from analysis.measures.records import UNKNOWN
from analysis.measures.steps import MONTHS, by_step, has_enough_months, rows_with_month
from analysis.sections.charts.heat_and_panels import MatrixChart, MatrixColumn, heat_map, matrix_rows
from analysis.sections.charts.yearly_columns import events_by_year, events_rule
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.words.language import DASH

STEPS = ("year", *MONTHS)
"""The steps in which events over time are told."""


def possible_steps(context: SectionContext) -> tuple[str, ...]:
    """The steps in which the events of a selection can be told; the year alone if too few of their months are known."""
    return STEPS if has_enough_months(context.filtered["events"]) else STEPS[:1]


def events_by_step(context: SectionContext, step: str) -> Chart:
    """Events by a step (one of `STEPS`), over the same years as `events_by_year`, whose chart has the same key.

    If too few months are known it is the chart by year, and its rule says why.
    """
    if step == STEPS[0]:
        return events_by_year(context)
    if step not in possible_steps(context):
        chart = events_by_year(context)
        return chart if chart.empty else replace(chart, rule=f"{chart.rule} {_too_few(context, step)}".strip())
    years, events = year_span(context.counted["events"]), context.in_all_years["events"]
    if context.period is None:
        years, events = years_in_selection(years, context.selection), context.filtered["events"]
    marked = [span for span in (context.selection.years, context.period.years) if span] if context.period else []
    names = [str(year) for year in years]
    matrix = MatrixChart(
        key="years",
        texts=f"charts.{step}",
        table=matrix_rows(names, names, names, by_step(events, years, step)),
        columns=_columns(context, step),
        first=context.words("charts.year"),
        empty=no_data(context),
        rule=" ".join((*_rules(context, step), events_rule(context))).strip(),
        filters=("years",),
        column_first=True,
        highlight=tuple(name for name in names if any(first <= int(name) <= last for first, last in marked)),
    )
    return replace(
        heat_map(matrix, context.words),
        counted_rows=CountedRows(("events",), ("year",), ("years",) if context.period else ()),
    )


def _columns(context: SectionContext, step: str) -> tuple[MatrixColumn, ...]:
    """The parts of a year by the months that they have, on narrow screens as numbers: "1–6"."""
    words, months = context.words, MONTHS[step]
    columns = []
    for part in range(1, 12 // months + 1):
        span = DASH.join(map(str, (months * (part - 1) + 1, months * part)))
        label, inline = words(f"charts.{step}_{part}"), words(f"charts.{step}_{part}_inline")
        columns.append(MatrixColumn(str(part), label, inline, str(part), span))
    return tuple(columns)


def _rules(context: SectionContext, step: str) -> Iterator[str]:
    """What a cell counts, how many events are in none, and which rows are of the periods that are compared."""
    words, period, events = context.words, context.period, context.filtered["events"]
    yield words(f"charts.rule_{step}")
    if without := total(events.where(events["year"] != UNKNOWN)) - total(rows_with_month(events)):
        yield words.plural("charts.rule_without_month", without)
    if period and context.selection.years:
        first, last = context.selection.years
        yield words.plural("charts.rule_bold_years", last - first + 1, period=period.name)
    elif period:
        yield words("charts.rule_bold_period", period=period.name)


def _too_few(context: SectionContext, step: str) -> str:
    """Of how many events the month is known, and that these are too few for a step."""
    words, events = context.words, context.filtered["events"]
    known, every = total(rows_with_month(events)), total(events.where(events["year"] != UNKNOWN))
    return words(f"charts.too_few_{step}", n=words.number(known), base=words.number(every))
