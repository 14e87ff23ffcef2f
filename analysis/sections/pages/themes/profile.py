"""The profile of one theme or priority: how much, when, where, and what there is to read and to visit."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, by_year, total, year_span, years_in_selection
from analysis.measures.ordering import reading_order
from analysis.schema import Tables
from analysis.sections.charts.ranked_bars import RankedBars, rank, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context, without_filter
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics.metrics import compared_metric, with_definitions
from analysis.sections.model.model import ItemList, Metric, Section
from analysis.sections.pages.themes.groups import TermGroup, description
from analysis.sections.records.list_items import TEN, cluster_items, material_items, newest_list
from analysis.sections.records.record_order import clusters_by_name
from analysis.selection import Selection
from analysis.words import Translator

HALF_HEIGHT = 290
"""Height of the charts that are beside each other."""


def term_profile(
    tables: Tables, selection: Selection, words: Translator, terms: TermGroup, today: str | None = None
) -> Section | None:
    """All that the ``selection`` leaves of the one of ``terms`` in it; None if it has none or several of them.

    ``words`` is the language of the texts on ``tables``, ``today`` an ISO day, None if time plays no part.
    """
    codes: tuple[str, ...] = getattr(selection, terms.column)
    if len(codes) != 1 or codes[0] not in terms.labels:
        return None
    context, label = section_context(tables, selection, words, today), terms.labels[codes[0]]
    numbers = [Metric(name, words(f"themes.column_{name}"), total(rows(context, name))) for name in terms.tables]
    numbers = [compared_metric(context, each) if each.key in context.filtered else each for each in numbers]
    return Section(
        key="term",
        title=code_labels.capital(label.text),
        filter_summary=filter_summary(context, terms.tables),
        subtitle=description(context, terms.column, codes[0], label).text,
        metrics=with_definitions(tuple(numbers), words),
        charts=(_by_year(context, terms), _by_region(context, terms)),
        lists=tuple(_items(context, name) for name in terms.tables),
    )


def _by_year(context: SectionContext, terms: TermGroup) -> Chart:
    """Events, stories and materials of the term by year, those without a year left out."""
    words, tables = context.words, [name for name in terms.tables if name in context.filtered]
    years = years_in_selection(year_span(*(context.counted[name] for name in tables)), context.selection)
    sums = sum(by_year(context.filtered[name], years)["count"].to_numpy() for name in tables)
    yearly = YearlyCounts(
        key="years",
        table=pd.DataFrame({"year": list(years), "contents": pd.Series(sums, dtype="int64")}),
        value="contents",
        fields=(Field("year", words("charts.year"), "year"), Field("contents", words("themes.contents"), "number")),
        empty=words("regions.undated") if any(total(context.filtered[name]) for name in tables) else no_data(context),
        filters="years",
        height=HALF_HEIGHT,
        counted_rows=CountedRows(tuple(tables), ("year",)),
        texts="themes.profile",
    )
    return column_chart(yearly, words)


def _by_region(context: SectionContext, terms: TermGroup) -> Chart:
    words, tables = context.words, tuple(name for name in terms.tables if name != "materials")
    every, codes = without_filter(context, "regions", tables), list(context.regions)
    names = code_labels.row_names(codes, context.regions)
    table = value_table(names, **{name: by_values(rows(every, name), "regions", codes) for name in tables})
    fields = (
        Field("name", words("charts.region")),
        *(Field(name, words(f"themes.column_{name}"), "number") for name in tables),
        Field("total", words("charts.total"), "number"),
    )
    bars = RankedBars(
        key="term_regions",
        table=rank(table.assign(total=table[list(tables)].sum(axis="columns").astype("int64")), "total"),
        fields=fields,
        value="total",
        base=sum(total(rows(every, name)) for name in tables),
        empty=no_data(context),
        rule=words(f"themes.rule_regions_{terms.column}"),
        filters="regions",
        height=HALF_HEIGHT,
        counted_rows=CountedRows(tables, ("regions",), ("regions",)),
        selected=context.selection.regions,
    )
    return replace(ranked_bar_chart(bars, words), key="regions")


def _items(context: SectionContext, name: str) -> ItemList:
    """All clusters, the first ten materials in reading order, or the ten newest events or stories."""
    words, records = context.words, rows(context, name)
    title, empty = words(f"themes.list_{name}"), words(f"themes.no_{name}")
    if name in ("events", "stories"):
        return newest_list(context, name, records, title, empty)
    if name == "clusters":
        return ItemList(name, title, cluster_items(context, clusters_by_name(context.tables, context.selection)), empty)
    frame = context.tables[name].loc[records.index]
    kinds = tuple(code_labels.options("materials", "kind", words))
    items = material_items(context, reading_order(frame, kinds).head(TEN))
    first = words("themes.first", shown=words.number(TEN), total=words.number(len(frame)))
    return ItemList(name, title, items, empty, note=first if len(frame) > TEN else "", total=len(frame))
