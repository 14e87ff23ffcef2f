"""The profile of one region: how much, what, since when, on what themes, and whom to ask."""

from dataclasses import replace

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.counts import by_values, joint_events, known_sum, total, total_without_value
from analysis.measures.ordering import newest_day, newest_first
from analysis.measures.records import filters_without_effect
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import events_by_year
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics.metrics import with_definitions
from analysis.sections.model.model import Item, ItemList, Metric, Section
from analysis.sections.records import list_items
from analysis.selection import Selection
from analysis.words import Translator

BESIDE = 290
"""Height of the charts that stand beside each other."""
TEN = 10
SHOWS = ("events", "stories")


def region_profile(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section | None:
    """All that the selection leaves of the one region it names; None where it names none or several."""
    if len(selection.regions) != 1:
        return None
    context = section_context(tables, selection, words, today)
    code = selection.regions[0]
    if code not in context.regions:
        return None
    return Section(
        key="region",
        title=str(context.regions[code]),
        filter_summary=filter_summary(context, ("events",)),
        subtitle=words("regions.profile_subtitle"),
        metrics=with_definitions(_numbers(context), words),
        sentences=(_latest(context),),
        charts=(events_by_year(context), _themes(context)),
        lists=(_clusters(context), *(_rows(context, name) for name in SHOWS), _council(context, code)),
    )


def _numbers(context: SectionContext) -> tuple[Metric, ...]:
    words, events = context.words, context.filtered["events"]
    found = known_sum(events, "participants")
    values = {
        "events": total(events),
        "joint": total(joint_events(events)),
        "participants": found,
        "stories": total(context.filtered["stories"]),
        "clusters": len(clusters_in_selection(context.tables, context.selection)),
    }
    return tuple(Metric(key, words(f"regions.fact_{key}"), value) for key, value in values.items())


def _latest(context: SectionContext) -> str:
    words, day = context.words, newest_day(context.filtered["events"], context.today)
    return words("regions.latest", day=words.day(day)) if day else words("regions.latest_none")


def _themes(context: SectionContext) -> Chart:
    words, codes = (
        context.words,
        [code for code in context.themes if code in (context.selection.themes or context.themes)],
    )
    counts = {name: by_values(context.filtered[name], "themes", codes) for name in SHOWS}
    table = value_table(code_labels.theme_names(codes, context.themes), **counts)
    table = ranked(table.assign(total=table[list(SHOWS)].sum(axis="columns").astype("int64")), "total")
    fields = (
        Field("name", words("charts.theme"), language="language"),
        *(Field(name, words(f"charts.{name}"), "number") for name in SHOWS),
        Field("total", words("charts.total"), "number"),
    )
    base, bare = (
        sum(each(context.filtered[name]) for name in SHOWS)
        for each in (total, lambda rows: total_without_value(rows, "themes"))
    )
    empty = words("charts.themes_none") if base and bare == base else no_data(context)
    rule = words("regions.rule_themes", n=words.number(bare), base=words.number(base)) if bare else ""
    split = RankedBars(
        "region_themes", table, fields, "total", base, empty, rule, "themes", BESIDE, CountedRows(SHOWS, ("themes",))
    )
    return replace(ranked_bar_chart(split, words), key="themes")


def _clusters(context: SectionContext) -> ItemList:
    words, found = context.words, clusters_in_selection(context.tables, context.selection)
    rows = context.tables["clusters"].loc[found.index]
    items = list_items.cluster_items(context, rows, with_area=False)
    note = words("regions.limit_clusters") if filters_without_effect("clusters", context.selection) else ""
    return ItemList("clusters", words("regions.profile_clusters"), items, words("regions.no_clusters"), note=note)


def _rows(context: SectionContext, name: str) -> ItemList:
    words, rows = context.words, context.filtered[name]
    newest = context.tables[name].loc[newest_first(rows).index[:TEN]]
    shown, every = words.number(min(TEN, len(rows))), words.number(len(rows))
    note = words("regions.newest", shown=shown, total=every) if len(rows) > TEN else ""
    made = {"events": list_items.event_items, "stories": list_items.story_items}[name](context, newest)
    title, empty = words(f"regions.profile_{name}"), words(f"regions.no_{name}")
    return ItemList(name, title, made, empty, note=note, total=len(rows))


def _council(context: SectionContext, code: str) -> ItemList:
    words, regions = context.words, context.tables["regions"]
    found = regions[regions["code"] == code]
    council = text_or_none(found["council"].iloc[0]) if len(found) else None
    contact = text_or_none(found["contact"].iloc[0]) if len(found) else None
    told = contact.removeprefix("mailto:") if contact else ""
    items = (Item(None, council or told, told if council else "", contact),) if council or contact else ()
    return ItemList("council", words("regions.council"), items, words("regions.no_council"))
