"""The charts of events by type and by format: every event has one of each, or none is recorded."""

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, total, total_without_value
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data


def events_by_type(context: SectionContext, height: int | None = None) -> Chart:
    """Events by type, ranked; where types are chosen, those alone."""
    codes = [code for code in code_labels.options("events", "kind", context.words) if code in context.selection.kinds]
    table = _table(context, "kind", codes)
    fields = (Field("name", context.words("charts.kind")), Field("events", context.words("charts.events"), "number"))
    base = total(context.filtered["events"])
    counted = CountedRows(("events",), ("kind",))
    split = RankedBars("kinds", table, fields, "events", base, no_data(context), "", "kinds", height, counted)
    return ranked_bar_chart(split, context.words)


def events_by_format(context: SectionContext, height: int | None = None) -> Chart:
    """Events by format, ranked, told against those of which it is known."""
    words, events = context.words, context.filtered["events"]
    table = _table(context, "form", [])
    fields = (Field("name", words("charts.form")), Field("events", words("charts.events"), "number"))
    bare = total_without_value(events, "form")
    rule = words.plural("charts.rule_forms", bare) if bare else ""
    empty = words("charts.forms_none") if bare and bare == total(events) else no_data(context)
    counted = CountedRows(("events",), ("form",))
    split = RankedBars("forms", table, fields, "events", total(events) - bare, empty, rule, None, height, counted)
    return ranked_bar_chart(split, words)


def _table(context: SectionContext, column: str, codes: list[str]) -> pd.DataFrame:
    names = code_labels.choice_names(code_labels.options("events", column, context.words), codes)
    counts = by_values(context.filtered["events"], column, list(names))
    return ranked(value_table(names, events=counts), "events")
