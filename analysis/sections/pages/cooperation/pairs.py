"""Which regions meet: a table of regions by regions for each kind of row; pairs that grow, fade or never met."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis.charts import Chart, CountedRows
from analysis.measures.cooperation import SPAN, pair_changes, pair_grid, region_pairs
from analysis.measures.counts import total, year_span
from analysis.sections.charts import heat_and_panels
from analysis.sections.charts.chart_in_words import data_rows, in_words, is_worth_a_picture
from analysis.sections.charts.heat_and_panels import MatrixChart, MatrixColumn
from analysis.sections.context.section_context import SectionContext, no_data, rows
from analysis.sections.model.model import Item, ItemList
from analysis.words.language import DASH

CHARTS = {"events": "pairs", "stories": "story_pairs", "clusters": "cluster_pairs"}
"""By table: the key of its chart. The first one has the rows of all three for programs."""


def pair_charts(context: SectionContext) -> tuple[Chart, ...]:
    """A chart for each table: how much of it each region shares with each other."""
    words = context.words
    pairs = region_pairs({name: rows(context, name) for name in CHARTS}, list(context.regions))
    labels = {"a": words("cooperation.a"), "b": words("cooperation.b")}
    labels |= {name: words(f"cooperation.column_{name}") for name in CHARTS}
    data = data_rows(pairs, labels, **dict.fromkeys(CHARTS, "number"))
    charts = [_pair_chart(context, pairs, name) for name in CHARTS]
    return (replace(charts[0], data=data), *charts[1:])


def pair_lists(context: SectionContext) -> tuple[ItemList, ...]:
    """The pairs with more joint events than before, those with fewer, and those that never met; in words.

    Two years are set against two before them, whatever years are selected; a pair has never met if the selection has no
    joint event of both. With regions selected only their pairs are listed.
    """
    words, comparison = context.words, context.comparison
    pairs = _of_selection(context, region_pairs({"events": context.filtered["events"]}, list(context.regions)))
    span = year_span(context.counted["events"])
    never = _never_met(context, pairs)
    if comparison is None or comparison.running or comparison.year - 2 * SPAN + 1 < span.start:
        return (never,)
    changes = pair_changes(context.in_all_years["events"], list(context.regions), comparison.year)
    changes = _of_selection(context, changes)
    difference = changes["now"] - changes["before"]
    first = comparison.year - SPAN + 1
    spans = {
        "now": DASH.join(map(str, (first, comparison.year))),
        "before": DASH.join(map(str, (first - SPAN, first - 1))),
    }
    lists = []
    for key, some in (("grow", changes[difference > 0]), ("fade", changes[difference < 0])):
        order = (some["now"] - some["before"]).abs().sort_values(ascending=False, kind="stable").index
        items = tuple(_change_item(context, row, spans) for row in some.loc[order].to_dict("records"))
        if 1 < len(items) == len(changes) and len({each.meta for each in items}) == 1:
            # All pairs alike, as after an event of all regions, are one line.
            items = (replace(items[0], what=words("cooperation.all_pairs", n=words.number(len(items)))),)
        note = words("cooperation.changes_note", **spans)
        lists.append(ItemList(key, words(f"cooperation.{key}"), items, words(f"cooperation.{key}_none"), note=note))
    return (*lists, never)


def _pair_chart(context: SectionContext, pairs: pd.DataFrame, table: str) -> Chart:
    """The table of regions by regions of one kind of rows; if no pair has more than one, or all have as many, a
    sentence."""
    words, key = context.words, CHARTS[table]
    names = [str(label) for label in context.regions.values()]
    columns = tuple(MatrixColumn(code, str(label), str(label), code) for code, label in context.regions.items())
    some = len(rows(context, table)) if table == "clusters" else total(rows(context, table))
    codes = list(context.regions)
    matrix = MatrixChart(
        key=key,
        texts=f"cooperation.{key}",
        table=heat_and_panels.matrix_rows(codes, names, names, pair_grid(pairs, table, codes, once=True)),
        columns=columns,
        first=words("charts.region"),
        empty=words(f"cooperation.{key}_none") if some else no_data(context),
        rule=words(f"cooperation.{key}_rule"),
        highlight=context.selection.regions,
    )
    chart = heat_and_panels.heat_map(matrix, words)
    # In words each pair stands once, in the picture from both sides.
    whole = heat_and_panels.matrix_rows(codes, names, names, pair_grid(pairs, table, codes))
    chart = replace(chart, table=chart.table if chart.empty else whole)
    if not chart.empty and not is_worth_a_picture(pairs[table]):
        ones = pairs[pairs[table] > 0]
        listing = words.listing([_pair_name(context, row) for row in ones.to_dict("records")])
        chart = in_words(chart, words("cooperation.ones", n=words.number(len(ones)), pairs=listing))
    elif not chart.empty and pairs[table].nunique() == 1:
        numbers = {"n": words.number(int(pairs[table].iloc[0])), "base": words.number(len(pairs))}
        chart = in_words(chart, words("cooperation.alike", **numbers))
    return replace(chart, counted_rows=CountedRows((table,), ("regions",), minimum=2))


def _never_met(context: SectionContext, pairs: pd.DataFrame) -> ItemList:
    """The pairs without any joint event, a line for each region that is the first of some."""
    words, items = context.words, []
    apart = pairs[pairs["events"] == 0]
    for code, label in context.regions.items():
        others = [str(context.regions[other]) for other in apart.loc[apart["a"] == code, "b"]]
        if others:
            items.append(Item(None, str(label), words("cooperation.never_with", names=words.listing(others))))
    if not total(context.filtered["events"]):
        return ItemList("never", words("cooperation.never"), (), no_data(context))
    numbers = {"n": words.number(len(apart)), "base": words.number(len(pairs))}
    note = words("cooperation.never_note", **numbers) if items else ""
    return ItemList("never", words("cooperation.never"), tuple(items), words("cooperation.never_none"), note=note)


def _of_selection(context: SectionContext, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with a selected region; all if none is selected."""
    chosen = context.selection.regions
    return pairs[pairs["a"].isin(chosen) | pairs["b"].isin(chosen)] if chosen else pairs


def _change_item(context: SectionContext, row: Mapping[Any, Any], spans: dict[str, str]) -> Item:
    """A pair with its joint events now and before."""
    numbers = {name: context.words.number(int(row[name])) for name in ("now", "before")}
    text = context.words("cooperation.change", **numbers, years=spans["now"], years_before=spans["before"])
    return Item(None, _pair_name(context, row), text)


def _pair_name(context: SectionContext, row: Mapping[Any, Any]) -> str:
    """Both regions of a pair by name, with a dash between."""
    names = (str(context.regions[row[end]]) for end in ("a", "b"))
    return f" {DASH} ".join(names)
