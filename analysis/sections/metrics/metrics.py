"""Metrics: the numbers at a glance, each with its change on the year before and its columns by year."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from analysis.charts import CountedRows, Field
from analysis.charts.chart import column_numbers
from analysis.measures.counts import by_year, joint_events, total, total_undated
from analysis.measures.participants import number_reporting, participants, participants_by_year
from analysis.measures.records import Records
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Metric, RecordTable, Section, spans, strong
from analysis.words import Translator

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


def row_metric(context: SectionContext, name: str) -> Metric:
    """How many events, stories or materials match the selection."""
    return _metric(context, name, context.in_all_years[name], total(context.filtered[name]), by_year)


def joint_events_metric(context: SectionContext) -> Metric:
    """How many events are of at least two regions."""
    every, joint = (joint_events(rows["events"]) for rows in (context.in_all_years, context.filtered))
    return _metric(context, "joint", every, total(joint), by_year)


def participants_metric(context: SectionContext) -> Metric:
    """The participants that events have reported; None if none has."""
    value = participants(context.filtered["events"])
    return _metric(context, "participants", context.in_all_years["events"], value, participants_by_year)


def note_metric(key: str, label: str, value: int | None, note: str) -> Metric:
    """A metric with a sentence in place of a change by year."""
    return Metric(key, label, value, note, change_spans=spans(note))


def _metric(
    context: SectionContext,
    key: str,
    rows: Records,
    value: int | None,
    count_by_year: Callable[[Records, range], pd.DataFrame],
) -> Metric:
    """A metric with its change and columns; ``rows``: those of all years, ``value``: the number of the years selected.

    ``key`` names it in the catalogue; ``count_by_year`` gives ``year`` and ``count`` of rows.
    """
    label, undated, compared = context.words(f"sections.{key}"), total_undated(rows), context.comparison
    if undated and undated == total(rows):
        return note_metric(key, label, value, context.words("sections.change_undated"))
    shown = every = context.years[-SPARK:]
    if compared:
        every = range(min(shown.start, compared.year - 1), max(shown.stop, compared.year + 1))
    values = dict(zip(every, column_numbers(count_by_year(rows, every), "count"), strict=True))
    change = spans(_change(context, values, undated if count_by_year is by_year else 0)) if len(rows) else ()
    mark = shown.index(compared.year) if compared and compared.year in shown and change else None
    text = "".join(span.text for span in change)
    return Metric(key, label, value, text, tuple(values[year] for year in shown), mark, change)


def _change(context: SectionContext, values: Mapping[int, int | None], undated: int) -> str:
    """The change of the compared year, and how many rows have no year if all years are selected."""
    if context.comparison is None:
        return ""
    words, year, before = context.words, context.comparison.year, context.comparison.before
    now, earlier = values[year], values[before] if before else None
    value = {"value": "" if now is None else strong(words.number(now)), "year": year, "before": before}
    if now is None:
        text = words("sections.change_unknown", year=year)
    elif before is None:
        text = words("sections.change_running" if year == context.running_year else "sections.change_first", **value)
    elif earlier is None:
        text = words("sections.change_unknown_before", **value)
    elif earlier == now:
        text = words("sections.change_same", **value)
    else:
        text = words("sections.change", **value, change=strong(words.change(now - earlier)))
    if not undated or context.selection.years:
        return text
    return words.plural("sections.change_and_undated", undated, change=text)


def with_definitions(metrics: tuple[Metric, ...], words: Translator) -> tuple[Metric, ...]:
    """The metrics with their rows and rules; KeyError for one that `COUNTED` does not have."""
    return tuple(replace(each, counted_rows=COUNTED[each.key], rule=words(f"numbers.{each.key}")) for each in metrics)


def metrics_table(section: Section, words: Translator) -> RecordTable:
    """The metrics of a section as rows: ``label``, ``value`` (Int64, missing if unknown) and ``change`` in words."""
    metrics = section.metrics
    table = pd.DataFrame(
        {
            "label": pd.Series([each.label for each in metrics], dtype="str"),
            "value": pd.Series([each.value for each in metrics], dtype="Int64"),
            "change": pd.Series([each.change or None for each in metrics], dtype="str"),
        }
    )
    fields = [Field("label", words("numbers.label")), Field("value", words("numbers.value"), "number")]
    if any(each.change for each in metrics):
        fields.append(Field("change", words("numbers.change")))
    rule = " ".join(f"{each.label}: {each.rule}" for each in metrics if each.rule)
    title = words("numbers.title", section=section.title)
    return RecordTable("numbers", title, table, tuple(fields), len(table), rule=rule)


def joint_and_reported(context: SectionContext) -> str:
    """How many events are joint, and of how many the participants are known."""
    words, events = context.words, context.filtered["events"]
    reported = words.plural("sections.of_events", number_reporting(events))
    return words("sections.joint_reported", joint=words.number(total(joint_events(events))), reported=reported)
