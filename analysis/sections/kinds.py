"""The charts of events by type and by format: every event has one of each, or none is recorded."""

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.measures.totals import by_value, total, without
from analysis.sections import labels
from analysis.sections.finding import Split, bars, ranked, value_table
from analysis.sections.view import View, no_data


def kinds(context: View, height: int | None = None) -> Chart:
    """Events by type, ranked; where types are chosen, those alone."""
    codes = [code for code in labels.options("events", "kind", context.words) if code in context.selection.kinds]
    table = _table(context, "kind", codes)
    fields = (Field("name", context.words("charts.kind")), Field("events", context.words("charts.events"), "number"))
    base = total(context.shown["events"])
    counted = Counted(("events",), ("kind",))
    split = Split("kinds", table, fields, "events", base, no_data(context), "", "kinds", height, counted)
    return bars(split, context.words)


def forms(context: View, height: int | None = None) -> Chart:
    """Events by format, ranked, told against those of which it is known."""
    words, events = context.words, context.shown["events"]
    table = _table(context, "form", [])
    fields = (Field("name", words("charts.form")), Field("events", words("charts.events"), "number"))
    bare = without(events, "form")
    rule = words.plural("charts.rule_forms", bare) if bare else ""
    empty = words("charts.forms_none") if bare and bare == total(events) else no_data(context)
    counted = Counted(("events",), ("form",))
    split = Split("forms", table, fields, "events", total(events) - bare, empty, rule, None, height, counted)
    return bars(split, words)


def _table(context: View, column: str, codes: list[str]) -> pd.DataFrame:
    names = labels.choice_names(labels.options("events", column, context.words), codes)
    counts = by_value(context.shown["events"], column, list(names))["count"]
    return ranked(value_table(names, events=counts), "events")
