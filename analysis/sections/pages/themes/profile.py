"""The profile of one theme or priority: how much, when, where, and what there is to read and to visit."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, by_year, total, year_span, years_in_selection
from analysis.measures.ordering import newest_first, reading_order
from analysis.schema import Tables
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context
from analysis.sections.filters.filter_summary import filter_summary as told_of
from analysis.sections.metrics.metrics import with_definitions
from analysis.sections.model.model import Item, ItemList, Metric, Section
from analysis.sections.pages.themes.groups import TermGroup
from analysis.sections.records import list_items
from analysis.selection import Selection
from analysis.words import Translator

BESIDE = 290
"""Height of the charts that stand beside each other."""
TEN = 10


def term_profile(
    tables: Tables, selection: Selection, words: Translator, terms: TermGroup, today: str | None = None
) -> Section | None:
    """All that the selection leaves of the one term of the group it names; None where it names none or several."""
    chosen = getattr(selection, terms.column)
    if len(chosen) != 1 or chosen[0] not in terms.labels:
        return None
    context, label = section_context(tables, selection, words, today), terms.labels[chosen[0]]
    long, _ = full_text(context, terms, chosen[0])
    return Section(
        key="term",
        title=code_labels.capital(label.text),
        filter_summary=told_of(context, terms.tables),
        subtitle=long,
        metrics=with_definitions(tuple(_number(context, name) for name in terms.tables), words),
        charts=(_years(context, terms), _regions(context, terms)),
        lists=tuple(_listing(context, name) for name in terms.tables),
    )


def _number(context: SectionContext, name: str) -> Metric:
    return Metric(name, context.words(f"themes.column_{name}"), total(rows(context, name)))


def full_text(context: SectionContext, terms: TermGroup, code: str) -> tuple[str, str | None]:
    """What a term means in the owner's words, where that says more than its name, and its language where foreign."""
    frame, language = context.tables[terms.column], context.words.language
    row = frame[frame["id"] == code].iloc[0]
    order = (f"description_{language}", f"name_{language}", "description_fi", "name_fi")
    column = next(each for each in order if pd.notna(row[each]))
    told = "" if row[column] == code_labels.capital(terms.labels[code].text) else str(row[column])
    return told, None if column.endswith(f"_{language}") else "fi"


def meanings(context: SectionContext, terms: TermGroup) -> ItemList:
    """The terms of the group and what they mean."""
    items = []
    for code, label in terms.labels.items():
        long, _ = full_text(context, terms, code)
        items.append(Item(None, code_labels.capital(label.text), long, None, label.language))
    return ItemList("meanings", terms.name, tuple(items), context.words("themes.no_terms"))


def _years(context: SectionContext, terms: TermGroup) -> Chart:
    """Events, stories and materials of the term by year, those without a year left out."""
    words, dated = context.words, [name for name in terms.tables if name in context.filtered]
    spanned = years_in_selection(year_span(*(context.counted[name] for name in dated)), context.selection)
    sums = sum(by_year(context.filtered[name], spanned)["count"].to_numpy() for name in dated)
    yearly = YearlyCounts(
        key="years",
        table=pd.DataFrame({"year": list(spanned), "contents": pd.Series(sums, dtype="int64")}),
        value="contents",
        fields=(Field("year", words("charts.year"), "year"), Field("contents", words("themes.contents"), "number")),
        empty=words("regions.undated") if any(total(context.filtered[name]) for name in dated) else no_data(context),
        filters="years",
        height=BESIDE,
        counted=CountedRows(tuple(dated), ("year",)),
        texts="themes.profile",
    )
    return column_chart(yearly, words)


def _regions(context: SectionContext, terms: TermGroup) -> Chart:
    words, placed = context.words, [name for name in terms.tables if name != "materials"]
    codes = [code for code in context.regions if code in (context.selection.regions or context.regions)]
    names = code_labels.plain_names({code: context.regions[code] for code in codes})
    table = value_table(names, **{name: by_values(rows(context, name), "regions", codes) for name in placed})
    table = ranked(table.assign(total=table[placed].sum(axis="columns").astype("int64")), "total")
    fields = (
        Field("name", words("charts.region")),
        *(Field(name, words(f"themes.column_{name}"), "number") for name in placed),
        Field("total", words("charts.total"), "number"),
    )
    rule = words(f"themes.rule_regions_{terms.column}")
    base = sum(total(rows(context, name)) for name in placed)
    split = RankedBars("term_regions", table, fields, "total", base, no_data(context), rule, "regions", BESIDE)
    split = replace(split, counted=CountedRows(tuple(placed), ("regions",)))
    return replace(ranked_bar_chart(split, words), key="regions")


def _listing(context: SectionContext, name: str) -> ItemList:
    words, ours = context.words, rows(context, name)
    held = context.tables[name].loc[ours.index]
    note = words("regions.newest", shown=words.number(TEN), total=words.number(len(held))) if len(held) > TEN else ""
    if name == "clusters":
        items = list_items.cluster_items(context, held)
        return ItemList(name, words("themes.column_clusters"), items, words("themes.no_clusters"))
    if name == "materials":
        kinds = tuple(code_labels.options("materials", "kind", words))
        some = list_items.material_items(context, reading_order(held, kinds).head(TEN))
        told = words("themes.first", shown=words.number(TEN), total=words.number(len(held))) if note else ""
        title, empty = words("themes.column_materials"), words("themes.no_materials")
        return ItemList(name, title, some, empty, note=told, total=len(held))
    newest = context.tables[name].loc[newest_first(ours).index[:TEN]]
    made = {"events": list_items.event_items, "stories": list_items.story_items}[name](context, newest)
    title, empty = words(f"themes.column_{name}"), words(f"themes.no_{name}")
    return ItemList(name, title, made, empty, note=note, total=len(held))
