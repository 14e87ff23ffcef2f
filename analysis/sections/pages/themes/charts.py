"""A group of terms over years, ranked, by kind of content, by region, and themes beside priorities."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import add

import numpy as np
import pandas as pd

from analysis.charts import Bars, Chart, Field
from analysis.measures.counts import (
    by_values,
    crosstab,
    total,
    total_without_value,
    year_span,
    years_in_selection,
    years_with_records,
)
from analysis.measures.records import Records
from analysis.sections.charts import heat_and_panels
from analysis.sections.charts.ranked_bars import MOST_NAMED, RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows
from analysis.sections.pages.themes.groups import THEMES, TermGroup, counts

OWN_COLOURS = ("johtaminen", "palvelut", "rahoitus", "kansainvalistyminen", "osaaminen")
"""The themes that have a colour of their own (charts/palette.json)."""
LONG = 22
"""Longer names do not stand over small panels."""


def over_years(context: SectionContext, terms: TermGroup, chosen: tuple[str, ...]) -> Chart:
    """What bears each term by year: a panel a term, rows of cells where names are long.

    Clusters have no year; what has none is left out.
    """
    words, codes = context.words, list(terms.labels)
    dated = [name for name in terms.tables if name in context.counted]
    told = years_in_selection(year_span(*(context.counted[name] for name in dated)), context.selection)
    parts = [crosstab(context.filtered[name], terms.column, codes, "year", told) for name in dated]
    held = years_with_records(*(context.counted[name] for name in dated))
    values = reduce(add, parts).astype("Int64").where(np.tile([year in held for year in told], (len(codes), 1)))
    left = sum(total(_bearing(context.filtered[name], terms)) for name in dated) - _dated(context, terms, dated)
    colours = tuple(f"theme-{code}" if code in OWN_COLOURS else "bar" for code in codes)
    grid = _grid(context, terms, "years", values, heat_and_panels.year_columns(told))
    several = words(f"themes.rule_several_{terms.column}")
    if left:
        several = f"{several} {words.plural('themes.rule_undated', left)}"
        grid = replace(grid, empty=words("regions.undated"))
    grid = replace(grid, rule=several, filters=(terms.column,))
    if max(map(len, grid.table["name"]), default=0) > LONG:
        return heat_and_panels.heat_map(replace(grid, filters=(terms.column, "years"), chosen=chosen), words)
    return heat_and_panels.small_multiples(grid, colours, words)


def ranking(context: SectionContext, terms: TermGroup, chosen: tuple[str, ...], height: int | None = None) -> Chart:
    """The terms ranked by all that bears them; up to three that are chosen are the finding."""
    words = context.words
    found = value_table(
        code_labels.theme_names(terms.labels, terms.labels),
        **{str(name): column for name, column in counts(context, terms).items()},
    )
    texts = "themes" if terms.key == THEMES else "priorities"
    fields = (
        Field("name", _first(context, terms), language="language"),
        *(Field(name, words(f"themes.column_{name}"), "number") for name in terms.tables),
        Field("total", words("charts.total"), "number"),
    )
    base = sum(total(rows(context, name)) for name in terms.tables)
    rule = _rule(context, terms, base, int(found["total"].sum()))
    split = RankedBars(
        texts, ranked(found, "total"), fields, "total", base, empty(context, terms), rule, terms.column, height
    )
    chart = replace(ranked_bar_chart(split, words), key="ranked")
    named = tuple(found.loc[found["code"].isin(chosen), "name"])
    if chart.empty or not 0 < len(named) <= MOST_NAMED or not isinstance(chart.mark, Bars):
        return chart
    return replace(chart, mark=replace(chart.mark, highlight=named))


def by_kind(context: SectionContext, terms: TermGroup, chosen: tuple[str, ...]) -> Chart:
    """The terms by kind of content."""
    columns = list(_kinds(context, terms))
    values = pd.DataFrame({column.name: found for column, found in columns}, index=list(terms.labels))
    grid = _grid(context, terms, "kinds", values, tuple(column for column, _ in columns), chosen)
    rule = context.words(f"themes.rule_several_{terms.column}")
    return heat_and_panels.heat_map(replace(grid, rule=rule, filters=(terms.column,)), context.words)


def by_region(context: SectionContext, terms: TermGroup, chosen: tuple[str, ...]) -> Chart:
    """The terms by region: events and stories, or events and clusters; materials are of no region."""
    words, codes = context.words, list(terms.labels)
    placed = [name for name in terms.tables if name != "materials"]
    found = [crosstab(rows(context, name), terms.column, codes, "regions", list(context.regions)) for name in placed]
    columns = tuple(
        heat_and_panels.MatrixColumn(code, str(label), str(label), code) for code, label in context.regions.items()
    )
    grid = _grid(context, terms, "regions", reduce(add, found), columns, chosen)
    rule = words(f"themes.rule_regions_{terms.column}")
    return heat_and_panels.heat_map(replace(grid, rule=rule, filters=(terms.column, "regions")), words)


def beside_priorities(
    context: SectionContext, terms: TermGroup, priorities: TermGroup, chosen: tuple[str, ...]
) -> Chart:
    """Events by priority in rows and theme in columns; a priority that no event shares with a theme has no row."""
    words = context.words
    codes, events = list(priorities.labels), context.filtered["events"]
    themes = code_labels.themes(context.tables, words)
    values = crosstab(events, "priorities", codes, "themes", list(themes))
    columns = tuple(
        heat_and_panels.MatrixColumn(code, code_labels.capital(label.text), code_labels.inline(code, label), code)
        for code, label in themes.items()
    )
    grid = _grid(context, priorities, "crossed", values, columns, chosen)
    both = events.where(events.known_mask("priorities") & events.known_mask("themes"))
    told = [words("themes.rule_crossed", n=words.number(total(both)), base=words.number(total(events)))]
    filled = grid.table[list(grid.names)].any(axis="columns")
    if rest := int((~filled).sum()):
        told.append(words.plural("themes.rule_crossed_rest", rest))
    none = words("themes.none_crossed") if total(events) else no_data(context)
    grid = replace(grid, table=grid.table[filled].reset_index(drop=True), rule=" ".join(told), empty=none)
    return heat_and_panels.heat_map(replace(grid, filters=("priorities", "themes")), words)


def empty(context: SectionContext, terms: TermGroup) -> str:
    """The sentence of a chart without anything: no data, or nothing that bears these terms."""
    some = any(total(rows(context, name)) for name in terms.tables)
    return context.words(f"themes.none_{terms.column}") if some else no_data(context)


def _grid(
    context: SectionContext,
    terms: TermGroup,
    key: str,
    values: pd.DataFrame,
    columns: tuple[heat_and_panels.MatrixColumn, ...],
    chosen: tuple[str, ...] = (),
) -> heat_and_panels.MatrixChart:
    named = value_table(code_labels.theme_names(terms.labels, terms.labels))
    values = values.set_axis([column.name for column in columns], axis="columns").reset_index(drop=True)
    return heat_and_panels.MatrixChart(
        key=key,
        texts=f"themes.{key}_{terms.column}",
        table=pd.concat([named, values], axis="columns"),
        columns=columns,
        first=_first(context, terms),
        empty=empty(context, terms),
        chosen=chosen,
        group=terms.name,
    )


def _kinds(context: SectionContext, terms: TermGroup) -> Iterator[tuple[heat_and_panels.MatrixColumn, pd.Series]]:
    words, codes = context.words, list(terms.labels)
    split = {"themes": "materials", "priorities": "events"}[terms.column]
    for name in terms.tables:
        ours = rows(context, name)
        if name != split:
            label = words(f"themes.column_{name}")
            yield heat_and_panels.MatrixColumn(name, label, label.lower(), ""), by_values(ours, terms.column, codes)
            continue
        for code, told in code_labels.options(name, "kind", words).items():
            label = words(f"themes.kind_{code}") if name == "materials" else code_labels.capital(str(told))
            some = ours.having("kind", (code,))
            yield heat_and_panels.MatrixColumn(code, label, label.lower(), ""), by_values(some, terms.column, codes)


def _first(context: SectionContext, terms: TermGroup) -> str:
    return context.words("charts.theme" if terms.key == THEMES else "themes.priority")


def _bearing(given: Records, terms: TermGroup) -> Records:
    return given.having(terms.column, terms.labels)


def _dated(context: SectionContext, terms: TermGroup, names: list[str]) -> int:
    found = (_bearing(context.filtered[name], terms) for name in names)
    return sum(total(each.where(each.known_mask("year"))) for each in found)


def _rule(context: SectionContext, terms: TermGroup, base: int, summed: int) -> str:
    words = context.words
    every = words.plural("sections.contents_n", base)
    if terms.column == "themes":
        bare = sum(total_without_value(rows(context, name), "themes") for name in terms.tables)
        if bare:
            return words.plural("charts.rule_themes_bare", bare, contents=every, sum=words.number(summed))
        return "" if summed == base else words("charts.rule_themes", contents=every, sum=words.number(summed))
    ours = sum(total(_bearing(rows(context, name), terms)) for name in terms.tables)
    values = {"n": words.number(ours), "base": words.number(base), "sum": words.number(summed)}
    return words("themes.rule_priorities", **values)
