"""The chart of contents by theme: events, stories and materials together."""

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, total, total_without_value, values_in_use
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data

TABLES_WITH_THEMES = ("events", "stories", "materials")


def contents_by_theme(context: SectionContext, height: int | None = None) -> Chart:
    """Events, stories and materials by theme, ranked by their sum; where themes are chosen, those alone."""
    words = context.words
    fields = (
        Field("name", words("charts.theme"), language="language"),
        *(Field(name, words(f"charts.{name}"), "number") for name in TABLES_WITH_THEMES),
        Field("total", words("charts.total"), "number"),
    )
    base = sum(total(frame) for frame in context.filtered.values())
    table = ranked(_table(context), "total")
    bare = sum(total_without_value(frame, "themes") for frame in context.filtered.values())
    empty = words("charts.themes_none") if base and bare == base else no_data(context)
    rule = _rule(context, base, int(table["total"].sum()), bare)
    counted = CountedRows(TABLES_WITH_THEMES, ("themes",))
    return ranked_bar_chart(
        RankedBars("themes", table, fields, "total", base, empty, rule, "themes", height, counted), words
    )


def _table(context: SectionContext) -> pd.DataFrame:
    """The themes of the reader's choice, else all, those of the rows that the owner does not declare last."""
    rows, wanted = context.filtered, context.selection.themes
    other = {code for frame in rows.values() for code in values_in_use(frame, "themes")} - set(context.themes)
    codes = [code for code in (*context.themes, *sorted(other)) if not wanted or code in wanted]
    counts = {name: by_values(rows[name], "themes", codes) for name in TABLES_WITH_THEMES}
    table = value_table(code_labels.theme_names(codes, context.themes), **counts)
    return table.assign(total=table[list(TABLES_WITH_THEMES)].sum(axis="columns"))


def _rule(context: SectionContext, base: int, summed: int, bare: int) -> str:
    words = context.words
    every = words.plural("sections.contents_n", base)
    if bare:
        return words.plural("charts.rule_themes_bare", bare, contents=every, sum=words.number(summed))
    if summed == base:
        return ""
    return words("charts.rule_themes", contents=every, sum=words.number(summed))
