"""The profile of one region: how much, what, since when, on what themes, and whom to ask."""

from dataclasses import replace

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, joint_events, known_sum, total, total_without_value
from analysis.measures.ordering import newest_day
from analysis.measures.records import filters_without_effect
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.charts.ranked_bars import RankedBars, rank, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import events_by_year
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context, without_filter
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics.metrics import compared_metric, with_definitions
from analysis.sections.model.model import Item, ItemList, Metric, Section
from analysis.sections.records.list_items import cluster_items, newest_list
from analysis.sections.records.record_order import clusters_by_name
from analysis.selection import Selection
from analysis.words import Translator

HALF_HEIGHT = 290
"""Height of the charts that are beside each other."""
TABLES = ("events", "stories")


def region_profile(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section | None:
    """All that the selection leaves of the one region in it; None if it has none or several."""
    context = section_context(tables, selection, words, today)
    if len(selection.regions) != 1 or selection.regions[0] not in context.regions:
        return None
    code, day = selection.regions[0], newest_day(context.filtered["events"], today)
    titles = {name: (words(f"regions.profile_{name}"), words(f"regions.no_{name}")) for name in TABLES}
    lists = [newest_list(context, name, context.filtered[name], *titles[name]) for name in TABLES]
    return Section(
        key="region",
        title=str(context.regions[code]),
        filter_summary=filter_summary(context, ("events",)),
        subtitle=words("regions.profile_subtitle"),
        metrics=with_definitions(_metrics(context), words),
        sentences=(words("regions.latest", day=words.day(day)) if day else words("regions.latest_none"),),
        charts=(events_by_year(context), _by_theme(context)),
        lists=(_clusters(context), *lists, _council(context, code)),
    )


def _metrics(context: SectionContext) -> tuple[Metric, ...]:
    events = context.filtered["events"]
    values = {
        "events": total(events),
        "joint": total(joint_events(events)),
        "participants": known_sum(events, "participants"),
        "stories": total(context.filtered["stories"]),
        "clusters": len(rows(context, "clusters")),
    }
    metrics = (Metric(key, context.words(f"regions.fact_{key}"), value) for key, value in values.items())
    # The clusters are a directory of today, which no period limits.
    return tuple(each if each.key == "clusters" else compared_metric(context, each) for each in metrics)


def _by_theme(context: SectionContext) -> Chart:
    words, filtered, codes = context.words, without_filter(context, "themes", TABLES).filtered, list(context.themes)
    records, counts = [filtered[name] for name in TABLES], {}
    for name in TABLES:
        counts[name] = by_values(filtered[name], "themes", codes)
    table = value_table(code_labels.row_names(codes, context.themes), **counts)
    fields = (
        Field("name", words("charts.theme"), language="language"),
        *(Field(name, words(f"charts.{name}"), "number") for name in TABLES),
        Field("total", words("charts.total"), "number"),
    )
    base, without = sum(map(total, records)), sum(total_without_value(each, "themes") for each in records)
    rule = words("regions.rule_themes", n=words.number(without), base=words.number(base)) if without else ""
    bars = RankedBars(
        key="region_themes",
        table=rank(table.assign(total=table[list(TABLES)].sum(axis="columns").astype("int64")), "total"),
        fields=fields,
        value="total",
        base=base,
        empty=words("charts.themes_none") if base and without == base else no_data(context),
        rule=rule,
        filters="themes",
        height=HALF_HEIGHT,
        counted_rows=CountedRows(TABLES, ("themes",), ("themes",)),
        selected=context.selection.themes,
    )
    return replace(ranked_bar_chart(bars, words), key="themes")


def _clusters(context: SectionContext) -> ItemList:
    words, items = (
        context.words,
        cluster_items(context, clusters_by_name(context.tables, context.selection), with_area=False),
    )
    note = words("regions.limit_clusters") if filters_without_effect("clusters", context.selection) else ""
    return ItemList("clusters", words("regions.profile_clusters"), items, words("regions.no_clusters"), note=note)


def _council(context: SectionContext, code: str) -> ItemList:
    """The regional council with its address."""
    words, regions, items = context.words, context.tables["regions"], []
    for row in regions[regions["code"] == code].head(1).to_dict("records"):
        council, contact = text_or_none(row["council"]), text_or_none(row["contact"])
        address = (contact or "").removeprefix("mailto:")
        if council or contact:
            items.append(Item(None, council or address, address if council else "", contact))
    return ItemList("council", words("regions.council"), tuple(items), words("regions.no_council"))
