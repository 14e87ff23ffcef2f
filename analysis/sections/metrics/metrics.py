"""The numbers at a glance, each with its change on the year before and its columns by year."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from analysis.charts import CountedRows, Field
from analysis.measures.counts import by_year, joint_events, known_sum, total, total_without_value
from analysis.measures.participants import participants_by_year
from analysis.measures.records import Records
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Metric, RecordTable, Section
from analysis.sections.model.text_spans import plain_text, spans, strong
from analysis.words import Translator

SPARK = 8
"""So many of the latest years stand beside a number."""
By = Callable[[Records, range], pd.DataFrame]


def row_metric(context: SectionContext, name: str) -> Metric:
    """How many events, stories or materials the selection leaves."""
    return _number(context, name, context.in_all_years[name], total(context.filtered[name]), by_year)


def joint_events_metric(context: SectionContext) -> Metric:
    """How many events are of at least two regions."""
    return _number(
        context,
        "joint",
        joint_events(context.in_all_years["events"]),
        total(joint_events(context.filtered["events"])),
        by_year,
    )


def participants_metric(context: SectionContext) -> Metric:
    """The participants that events have reported; None if none has."""
    value = known_sum(context.filtered["events"], "participants")
    return _number(context, "participants", context.in_all_years["events"], value, participants_by_year)


def noted(key: str, label: str, value: int | None, note: str) -> Metric:
    """A number with a sentence beside it in place of a change by year."""
    return Metric(key, label, value, note, change_spans=spans(note))


def _number(context: SectionContext, key: str, rows: Records, value: int | None, by: By) -> Metric:
    label, told = context.words(f"sections.{key}"), context.comparison
    bare = total_without_value(rows, "year")
    if bare and bare == total(rows):
        text = context.words("sections.change_undated")
        return Metric(key, label, value, text, change_spans=spans(text))
    years = context.years[-SPARK:]
    every = range(min(years.start, told.year - 1), max(years.stop, told.year + 1)) if told else years
    values = _values(by(rows, every))
    change = spans(_change(context, values, bare if by is by_year else 0)) if len(rows) else ()
    mark = years.index(told.year) if told and told.year in years and change else None
    return Metric(key, label, value, plain_text(change), tuple(values[year] for year in years), mark, change)


def _change(context: SectionContext, values: Mapping[int, int | None], bare: int) -> str:
    told = context.comparison
    if told is None:
        return ""
    text = _told(context, values, told.year, told.before)
    if not bare or context.selection.years:
        return text
    return context.words.plural("sections.change_and_undated", bare, change=text)


def _told(context: SectionContext, values: Mapping[int, int | None], year: int, before: int | None) -> str:
    words, now = context.words, values[year]
    if now is None:
        return words("sections.change_unknown", year=year)
    said = {"value": strong(words.number(now)), "year": year}
    if before is None:
        return words("sections.change_running" if year == context.running_year else "sections.change_first", **said)
    earlier = values[before]
    if earlier is None:
        return words("sections.change_unknown_before", **said, before=before)
    if earlier == now:
        return words("sections.change_same", **said, before=before)
    return words("sections.change", **said, change=strong(words.change(now - earlier)), before=before)


def _values(frame: pd.DataFrame) -> dict[int, int | None]:
    counts = (None if pd.isna(count) else int(count) for count in frame["count"])
    return dict(zip(frame["year"].tolist(), counts, strict=True))


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
"""By the number's key: the rows that it counts. How it counts them stands under "numbers.<key>"."""


def with_definitions(numbers: tuple[Metric, ...], words: Translator) -> tuple[Metric, ...]:
    """The numbers with their rows and rules; KeyError for a number that is not known here."""
    return tuple(replace(each, counted_rows=COUNTED[each.key], rule=words(f"numbers.{each.key}")) for each in numbers)


def metrics_table(section: Section, words: Translator) -> RecordTable:
    """The numbers of a section as rows: ``label``, ``value`` (Int64, missing where unknown) and ``change`` in words."""
    told = section.metrics
    table = pd.DataFrame(
        {
            "label": pd.Series([each.label for each in told], dtype="str"),
            "value": pd.Series([each.value for each in told], dtype="Int64"),
            "change": pd.Series([each.change or None for each in told], dtype="str"),
        }
    )
    fields = [Field("label", words("numbers.label")), Field("value", words("numbers.value"), "number")]
    if any(each.change for each in told):
        fields.append(Field("change", words("numbers.change")))
    rule = " ".join(f"{each.label}: {each.rule}" for each in told if each.rule)
    title = words("numbers.title", section=section.title)
    return RecordTable("numbers", title, table, tuple(fields), len(table), rule=rule)


def joint_and_reported(context: SectionContext) -> str:
    """How many events are joint, and of how many the participants are known."""
    words, events = context.words, context.filtered["events"]
    reported = words.plural("sections.of_events", total(events) - total_without_value(events, "participants"))
    return words("sections.joint_reported", joint=words.number(total(joint_events(events))), reported=reported)
