"""The charts of events by type and by format: every event has one of each, or none is recorded."""

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.measures.totals import by_value, total, without
from analysis.sections import labels
from analysis.sections.finding import Split, bars, ranked
from analysis.sections.view import View, no_data


def kinds(view: View, height: int | None = None) -> Chart:
    """Events by type, ranked; where types are chosen, those alone."""
    codes = [code for code in labels.options("events", "kind", view.words) if code in view.selection.kinds]
    table = _table(view, "kind", codes)
    fields = (Field("name", view.words("charts.kind")), Field("events", view.words("charts.events"), "number"))
    base = total(view.shown["events"])
    counted = Counted(("events",), ("kind",))
    split = Split("kinds", table, fields, "events", base, no_data(view), "", "kinds", height, counted)
    return bars(split, view.words)


def forms(view: View, height: int | None = None) -> Chart:
    """Events by format, ranked, told against those of which it is known."""
    words, events = view.words, view.shown["events"]
    table = _table(view, "form", [])
    fields = (Field("name", words("charts.form")), Field("events", words("charts.events"), "number"))
    bare = without(events, "form")
    rule = words.plural("charts.rule_forms", bare) if bare else ""
    empty = words("charts.forms_none") if bare and bare == total(events) else no_data(view)
    counted = Counted(("events",), ("form",))
    split = Split("forms", table, fields, "events", total(events) - bare, empty, rule, None, height, counted)
    return bars(split, words)


def _table(view: View, column: str, codes: list[str]) -> pd.DataFrame:
    named = labels.options("events", column, view.words)
    counts = by_value(view.shown["events"], column, codes or list(named))
    inline = [str(named[code]) for code in counts["value"]]
    table = pd.DataFrame(
        {
            "code": counts["value"],
            "name": pd.Series([labels.capital(name) for name in inline], dtype="str"),
            "inline": pd.Series(inline, dtype="str"),
            "events": counts["count"],
        }
    )
    return ranked(table, "events")
