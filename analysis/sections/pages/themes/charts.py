"""A group of terms over years, ranked, by kind of content, by region, and themes beside priorities."""

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import add

import numpy as np
import pandas as pd

from analysis.charts import Chart, Field
from analysis.measures.counts import (
    by_values,
    crosstab,
    total,
    total_without_value,
    year_span,
    years_in_selection,
    years_with_records,
)
from analysis.sections.charts import heat_and_panels
from analysis.sections.charts.heat_and_panels import MatrixChart, MatrixColumn
from analysis.sections.charts.ranked_bars import RankedBars, rank, ranked_bar_chart, value_table
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows
from analysis.sections.pages.themes.groups import THEMES, TermGroup, counts

THEME_COLOURS = ("johtaminen", "palvelut", "rahoitus", "kansainvalistyminen", "osaaminen")
"""The themes that have a colour of their own (charts/palette.json)."""
LONG = 22
"""Names with more letters do not fit over small panels."""


def over_years(context: SectionContext, terms: TermGroup, codes: tuple[str, ...]) -> Chart:
    """The rows with each term by year: a panel for each term, or a heat map if names are long; ``codes`` stand out.

    Clusters have no year; rows without a year are left out.
    """
    words = context.words
    tables = [name for name in terms.tables if name in context.counted]
    years = years_in_selection(year_span(*(context.counted[name] for name in tables)), context.selection)
    counts = [crosstab(context.filtered[name], terms.column, list(terms.labels), "year", years) for name in tables]
    years_with_rows = years_with_records(*(context.counted[name] for name in tables))
    mask = np.tile([year in years_with_rows for year in years], (len(terms.labels), 1))
    values = reduce(add, counts).astype("Int64").where(mask)
    matrix = _matrix(context, terms, "years", values, heat_and_panels.year_columns(years))
    matrix = replace(matrix, rule=words(f"themes.rule_several_{terms.column}"), filters=(terms.column,))
    with_term = [context.filtered[name].having(terms.column, terms.labels) for name in tables]
    if without_year := sum(total_without_value(each, "year") for each in with_term):
        rule = f"{matrix.rule} {words.plural('themes.rule_undated', without_year)}"
        matrix = replace(matrix, rule=rule, empty=words("regions.undated"))
    if max(map(len, matrix.table["name"]), default=0) > LONG:
        return heat_and_panels.heat_map(replace(matrix, filters=(terms.column, "years"), highlight=codes), words)
    colours = tuple(f"theme-{code}" if code in THEME_COLOURS else "bar" for code in terms.labels)
    return heat_and_panels.small_multiples(matrix, colours, words)


def ranking(context: SectionContext, terms: TermGroup, codes: tuple[str, ...]) -> Chart:
    """The terms ranked by the number of rows with them; up to three ``codes`` are the finding."""
    words = context.words
    columns = {str(name): column for name, column in counts(context, terms).items()}
    table = value_table(code_labels.row_names(terms.labels, terms.labels), **columns)
    base = sum(total(rows(context, name)) for name in terms.tables)
    label, empty = _label_and_empty_text(context, terms)
    fields = (
        Field("name", label, language="language"),
        *(Field(name, words(f"themes.column_{name}"), "number") for name in terms.tables),
        Field("total", words("charts.total"), "number"),
    )
    bars = RankedBars(
        key="themes" if terms.key == THEMES else "priorities",
        table=rank(table, "total"),
        fields=fields,
        value="total",
        base=base,
        empty=empty,
        rule=_ranking_rule(context, terms, base, int(table["total"].sum())),
        filters=terms.column,
        selected=codes,
    )
    return replace(ranked_bar_chart(bars, words), key="ranked")


def by_kind(context: SectionContext, terms: TermGroup, codes: tuple[str, ...]) -> Chart:
    """The terms by kind of content; ``codes`` stand out."""
    columns = list(_kinds(context, terms))
    values = pd.DataFrame({column.name: numbers for column, numbers in columns}, index=list(terms.labels))
    matrix = _matrix(context, terms, "kinds", values, tuple(column for column, _ in columns), codes)
    rule = [context.words(f"themes.rule_several_{terms.column}")]
    events = context.filtered["events"]
    if (marked := total(events.having(terms.column, terms.labels))) < total(events):
        # Zeros in the column of events may be lacking marks, and not lacking work.
        rule.append(
            context.words.plural(f"themes.rule_marked_{terms.column}", marked, base=context.words.number(total(events)))
        )
    matrix = replace(matrix, rule=" ".join(rule), filters=(terms.column,))
    return heat_and_panels.heat_map(matrix, context.words)


def by_region(context: SectionContext, terms: TermGroup, codes: tuple[str, ...]) -> Chart:
    """The terms by region: events and stories, or events and clusters; ``codes`` stand out."""
    words, regions = context.words, list(context.regions)
    values = [
        crosstab(rows(context, name), terms.column, list(terms.labels), "regions", regions)
        for name in terms.tables
        if name != "materials"
    ]
    columns = tuple(MatrixColumn(code, str(label), str(label), code) for code, label in context.regions.items())
    matrix = _matrix(context, terms, "regions", reduce(add, values), columns, codes)
    rule = words(f"themes.rule_regions_{terms.column}")
    return heat_and_panels.heat_map(replace(matrix, rule=rule, filters=(terms.column, "regions")), words)


def beside_priorities(context: SectionContext, priorities: TermGroup, codes: tuple[str, ...]) -> Chart:
    """Events by priority in rows and theme in columns, without rows of zeros; ``codes`` stand out."""
    words, events, themes = context.words, context.filtered["events"], context.themes
    values = crosstab(events, "priorities", list(priorities.labels), "themes", list(themes))
    columns = tuple(
        MatrixColumn(code, code_labels.capital(label.text), code_labels.inline(code, label), code)
        for code, label in themes.items()
    )
    matrix = _matrix(context, priorities, "crossed", values, columns, codes)
    both = events.where(events.known_mask("priorities") & events.known_mask("themes"))
    rule = [words("themes.rule_crossed", n=words.number(total(both)), base=words.number(total(events)))]
    any_event = matrix.table[list(matrix.names)].any(axis="columns")
    if rest := int((~any_event).sum()):
        rule.append(words.plural("themes.rule_crossed_rest", rest))
    matrix = replace(
        matrix,
        table=matrix.table[any_event].reset_index(drop=True),
        rule=" ".join(rule),
        empty=words("themes.none_crossed") if total(events) else no_data(context),
        filters=("priorities", "themes"),
    )
    return heat_and_panels.heat_map(matrix, words)


def _matrix(
    context: SectionContext,
    terms: TermGroup,
    key: str,
    values: pd.DataFrame,
    columns: tuple[MatrixColumn, ...],
    codes: tuple[str, ...] = (),
) -> MatrixChart:
    """The matrix of terms in rows.

    - ``terms``: the rows; ``codes``: those of them that stand out.
    - ``key``: the chart, and with the column of the terms the beginning of the keys of its texts.
    - ``values``: a row for each term in order, a column for each of ``columns``.
    """
    names = value_table(code_labels.row_names(terms.labels, terms.labels))
    label, empty = _label_and_empty_text(context, terms)
    values = values.set_axis([column.name for column in columns], axis="columns").reset_index(drop=True)
    return MatrixChart(
        key=key,
        texts=f"themes.{key}_{terms.column}",
        table=pd.concat([names, values], axis="columns"),
        columns=columns,
        first=label,
        empty=empty,
        highlight=codes,
        group=terms.name,
    )


def _label_and_empty_text(context: SectionContext, terms: TermGroup) -> tuple[str, str]:
    """The heading of the terms' names, and the sentence of a chart without numbers: no data, or no row with a term."""
    label = context.words("charts.theme" if terms.key == THEMES else "themes.priority")
    some = any(total(rows(context, name)) for name in terms.tables)
    return label, context.words(f"themes.none_{terms.column}") if some else no_data(context)


def _kinds(context: SectionContext, terms: TermGroup) -> Iterator[tuple[MatrixColumn, pd.Series]]:
    """A column for each table, for materials (or, with priorities, events) one for each kind, with the counts."""
    words, codes = context.words, list(terms.labels)
    split = {"themes": "materials", "priorities": "events"}[terms.column]
    for name in terms.tables:
        records = rows(context, name)
        if name != split:
            label = words(f"themes.column_{name}")
            yield MatrixColumn(name, label, label.lower(), ""), by_values(records, terms.column, codes)
            continue
        for code, option in code_labels.options(name, "kind", words).items():
            label = words(f"themes.kind_{code}") if name == "materials" else code_labels.capital(str(option))
            some = records.having("kind", (code,))
            yield MatrixColumn(code, label, label.lower(), ""), by_values(some, terms.column, codes)


def _ranking_rule(context: SectionContext, terms: TermGroup, base: int, sum_of_rows: int) -> str:
    """How the sum over the terms differs from ``base``, the number of all rows."""
    words = context.words
    contents, number = words.plural("sections.contents_n", base), words.number(sum_of_rows)
    if terms.column == "themes":
        without = sum(total_without_value(rows(context, name), "themes") for name in terms.tables)
        if without:
            return words.plural("charts.rule_themes_bare", without, contents=contents, sum=number)
        return "" if sum_of_rows == base else words("charts.rule_themes", contents=contents, sum=number)
    n = sum(total(rows(context, name).having(terms.column, terms.labels)) for name in terms.tables)
    return words("themes.rule_priorities", n=words.number(n), base=words.number(base), sum=number)
