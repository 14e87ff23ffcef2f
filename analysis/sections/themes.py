"""The chart of contents by theme: events, stories and materials together."""

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.measures.totals import by_value, total, values, without
from analysis.sections import labels
from analysis.sections.finding import Split, bars, ranked, value_table
from analysis.sections.view import View, no_data

COUNTED = ("events", "stories", "materials")


def themes(context: View, height: int | None = None) -> Chart:
    """Events, stories and materials by theme, ranked by their sum; where themes are chosen, those alone."""
    words = context.words
    fields = (
        Field("name", words("charts.theme"), language="language"),
        *(Field(name, words(f"charts.{name}"), "number") for name in COUNTED),
        Field("total", words("charts.total"), "number"),
    )
    base = sum(total(frame) for frame in context.shown.values())
    table = ranked(_table(context), "total")
    bare = sum(without(frame, "themes") for frame in context.shown.values())
    empty = words("charts.themes_none") if base and bare == base else no_data(context)
    rule = _rule(context, base, int(table["total"].sum()), bare)
    counted = Counted(COUNTED, ("themes",))
    return bars(Split("themes", table, fields, "total", base, empty, rule, "themes", height, counted), words)


def _table(context: View) -> pd.DataFrame:
    """The themes of the reader's choice, else all, those of the rows that the owner does not declare last."""
    rows, wanted = context.shown, context.selection.themes
    other = {code for frame in rows.values() for code in values(frame, "themes")} - set(context.themes)
    codes = [code for code in (*context.themes, *sorted(other)) if not wanted or code in wanted]
    counts = {name: by_value(rows[name], "themes", codes)["count"] for name in COUNTED}
    table = value_table(labels.theme_names(codes, context.themes), **counts)
    return table.assign(total=table[list(COUNTED)].sum(axis="columns"))


def _rule(context: View, base: int, summed: int, bare: int) -> str:
    words = context.words
    every = words.plural("sections.contents_n", base)
    if bare:
        return words.plural("charts.rule_themes_bare", bare, contents=every, sum=words.number(summed))
    if summed == base:
        return ""
    return words("charts.rule_themes", contents=every, sum=words.number(summed))
