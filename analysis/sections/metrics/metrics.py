"""Metrics: the numbers at a glance, each with its change on the year before, or on the period that is compared."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from analysis.charts import CountedRows, Field
from analysis.charts.chart import column_numbers
from analysis.measures.counts import by_year, joint_events, known_sum, total, total_without_value
from analysis.measures.participants import participants_by_year
from analysis.measures.records import RecordsByTable
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import STRONG, Metric, RecordTable, Section, spans
from analysis.words import Translator

SMALL = 5
"""Of a smaller base no percentage is given."""
SPARK = 8
"""At most this many of the latest years are drawn beside a number."""
COUNTED = {
    "events": CountedRows(("events",)),
    "participants": CountedRows(("events",), ("participants",)),
    "joint": CountedRows(("events",), ("regions",), minimum=2),
    "stories": CountedRows(("stories",)),
    "clusters_told": CountedRows(("stories",), ("cluster",)),
    "online": CountedRows(("stories",), ("link",)),
    "materials": CountedRows(("materials",)),
    "clusters": CountedRows(("clusters",)),
    "members": CountedRows(("clusters",), ("members",)),
    "labels": CountedRows(("clusters",), ("label",)),
}
"""The rows that a metric counts, by its key. How it counts them is the text "numbers.<key>"."""


def yearly_metric(context: SectionContext, key: str) -> Metric:
    """A metric with its change and columns by year.

    ``key``: "events", "stories" or "materials" that match the selection; "joint": events of at least two regions;
    "participants": those that events have reported, unknown if none has; their change would be that of single fairs, so
    that a note says of how many events they are.
    """
    words, comparison = context.words, context.comparison
    value: int | None
    if key in context.filtered:
        every, value = context.in_all_years[key], total(context.filtered[key])
    elif key == "joint":
        every, value = joint_events(context.in_all_years["events"]), total(joint_events(context.filtered["events"]))
    else:
        every, value = context.in_all_years["events"], known_sum(context.filtered["events"], "participants")
    undated = total_without_value(every, "year")
    if undated and undated == total(every):
        return note_metric(key, words(f"sections.{key}"), value, words("sections.change_undated"))
    latest = years = context.years[-SPARK:]
    if comparison:
        years = range(min(latest.start, comparison.year - 1), max(latest.stop, comparison.year + 1))
    if key == "participants":
        events = context.filtered["events"]
        known, base = total(events) - total_without_value(events, "participants"), total(events)
        note = words.plural("sections.reported", base, known=words.number(known)) if base else ""
        spark = tuple(column_numbers(participants_by_year(every, latest), "count"))
        return compared_metric(context, replace(note_metric(key, words(f"sections.{key}"), value, note), spark=spark))
    counts = by_year(every, years)
    values = dict(zip(years, column_numbers(counts, "count"), strict=True))
    change = spans(_change(context, values, undated)) if len(every) else ()
    mark = latest.index(comparison.year) if comparison and comparison.year in latest and change else None
    spark = tuple(values[year] for year in latest)
    text = "".join(part.text for part in change)
    return compared_metric(context, Metric(key, words(f"sections.{key}"), value, text, spark, mark, change))


def compared_metric(context: SectionContext, metric: Metric) -> Metric:
    """The metric beside its value in the period that is compared; as it is if none is.

    KeyError for a metric that does not count rows of activity.
    """
    if context.period is None:
        return metric
    earlier = _value(context.in_period, metric.key)
    table, undated = "events" if metric.key == "joint" else metric.key, 0
    if table in context.filtered and not context.selection.years:
        undated = total_without_value(context.filtered[table], "year")
    text = _change_on_period(context, metric.value, earlier, context.period.name)
    if undated:
        text = context.words.plural("sections.change_and_undated", undated, change=text)
    parts = spans(text)
    plain = "".join(part.text for part in parts)
    return replace(metric, change=plain, change_spans=parts, mark=None, period=context.period.name, earlier=earlier)


def _value(records: RecordsByTable, key: str) -> int | None:
    """What the rows of all tables give for a metric, None if it is unknown."""
    if key == "participants":
        return known_sum(records["events"], "participants")
    return total(joint_events(records["events"]) if key == "joint" else records[key])


def _change_on_period(context: SectionContext, now: int | None, earlier: int | None, period: str) -> str:
    """A value beside that of a ``period``, with the change and its share unless the base is small.

    ``now``, ``earlier``: the two values, None if unknown.
    """
    words = context.words
    if earlier is None:
        return words("sections.compared_unknown", period=period)
    number = STRONG.format(words.number(earlier))
    if now is None:
        return words("sections.compared_only", period=period, earlier=number)
    if now == earlier:
        return words("sections.compared_same", period=period, earlier=number)
    change = STRONG.format(words.change(now - earlier))
    if earlier < SMALL:
        return words("sections.compared_few", period=period, earlier=number, change=change)
    size = abs(now - earlier)
    percent = (200 * size + earlier) // (2 * earlier)
    share = words.change(percent if now > earlier else -percent)
    return words("sections.compared", period=period, earlier=number, change=change, percent=share)


def note_metric(key: str, label: str, value: int | None, note: str) -> Metric:
    """A metric with a sentence in place of a change by year."""
    return Metric(key, label, value, note, change_spans=spans(note))


def _change(context: SectionContext, values: Mapping[int, int | None], undated: int) -> str:
    """The change of the compared year, and how many rows have no year if all years are selected."""
    if context.comparison is None:
        return ""
    words, year, before = context.words, context.comparison.year, context.comparison.before
    now, earlier = values[year], values[before] if before else None
    value = {"value": "" if now is None else STRONG.format(words.number(now)), "year": year, "before": before}
    if now is None:
        text = words("sections.change_unknown", year=year)
    elif before is None:
        text = words("sections.change_running" if year == context.running_year else "sections.change_first", **value)
    elif earlier is None:
        text = words("sections.change_unknown_before", **value)
    elif earlier == now:
        text = words("sections.change_same", **value)
    else:
        text = words("sections.change", **value, change=STRONG.format(words.change(now - earlier)))
    if not undated or context.selection.years:
        return text
    return words.plural("sections.change_and_undated", undated, change=text)


def with_definitions(metrics: tuple[Metric, ...], words: Translator) -> tuple[Metric, ...]:
    """The metrics with their rows and rules; KeyError for one that `COUNTED` does not have."""
    return tuple(replace(each, counted_rows=COUNTED[each.key], rule=words(f"numbers.{each.key}")) for each in metrics)


def metrics_table(section: Section, words: Translator) -> RecordTable:
    """The metrics of a section as rows: ``label``, ``value`` and its value in the compared period, ``earlier``
    (Int64, missing if unknown), and ``change`` in words.
    """
    metrics = section.metrics
    table = pd.DataFrame(
        {
            "label": pd.Series([each.label for each in metrics], dtype="str"),
            "value": pd.Series([each.value for each in metrics], dtype="Int64"),
            "earlier": pd.Series([each.earlier for each in metrics], dtype="Int64"),
            "change": pd.Series([each.change or None for each in metrics], dtype="str"),
        }
    )
    fields = [Field("label", words("numbers.label")), Field("value", words("numbers.value"), "number")]
    if period := next((each.period for each in metrics if each.period), ""):
        fields.append(Field("earlier", period, "number"))
    if any(each.change for each in metrics):
        fields.append(Field("change", words("numbers.change")))
    rule = " ".join(f"{each.label}: {each.rule}" for each in metrics if each.rule)
    title = words("numbers.title", section=section.title)
    return RecordTable("numbers", title, table, tuple(fields), len(table), rule=rule)
