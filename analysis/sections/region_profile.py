"""The profile of one region: how much, what, since when, on what themes, and whom to ask."""

from dataclasses import replace

from analysis.charts import Chart, Counted, Field
from analysis.measures.clusters import clusters_of, left_whole
from analysis.measures.crossed import by_values
from analysis.measures.freshness import newest_day
from analysis.measures.latest import newest_first, past
from analysis.measures.participants import participants
from analysis.measures.totals import joint, total, without
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections import entries, labels
from analysis.sections.chosen import chosen
from analysis.sections.counted_numbers import ruled
from analysis.sections.finding import Split, bars, ranked, value_table
from analysis.sections.section import Item, Listing, Number, Section
from analysis.sections.view import View, no_data, view
from analysis.sections.years import years
from analysis.selection import Selection
from analysis.words import Words

BESIDE = 290
"""Height of the charts that stand beside each other."""
TEN = 10
SHOWS = ("events", "stories")


def region_profile(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> Section | None:
    """All that the selection leaves of the one region it names; None where it names none or several."""
    if len(selection.regions) != 1:
        return None
    context = view(tables, selection, words, today)
    code = selection.regions[0]
    if code not in context.regions:
        return None
    return Section(
        key="region",
        title=str(context.regions[code]),
        choice=chosen(context, ("events",)),
        subtitle=words("regions.profile_subtitle"),
        numbers=ruled(_numbers(context), words),
        sentences=(_latest(context),),
        charts=(years(context), _themes(context)),
        listings=(_clusters(context), *(_rows(context, name) for name in SHOWS), _council(context, code)),
    )


def _numbers(context: View) -> tuple[Number, ...]:
    words, events = context.words, context.shown["events"]
    found = participants(events)
    values = {
        "events": total(events),
        "joint": total(joint(events)),
        "participants": found,
        "stories": total(context.shown["stories"]),
        "clusters": len(clusters_of(context.tables, context.selection)),
    }
    return tuple(Number(key, words(f"regions.fact_{key}"), value) for key, value in values.items())


def _latest(context: View) -> str:
    words, day = context.words, newest_day(past(context.shown["events"], context.today))
    return words("regions.latest", day=words.day(day)) if day else words("regions.latest_none")


def _themes(context: View) -> Chart:
    words, codes = (
        context.words,
        [code for code in context.themes if code in (context.selection.themes or context.themes)],
    )
    counts = {name: by_values(context.shown[name], "themes", codes) for name in SHOWS}
    table = value_table(labels.theme_names(codes, context.themes), **counts)
    table = ranked(table.assign(total=table[list(SHOWS)].sum(axis="columns").astype("int64")), "total")
    fields = (
        Field("name", words("charts.theme"), language="language"),
        *(Field(name, words(f"charts.{name}"), "number") for name in SHOWS),
        Field("total", words("charts.total"), "number"),
    )
    base, bare = (
        sum(each(context.shown[name]) for name in SHOWS) for each in (total, lambda rows: without(rows, "themes"))
    )
    empty = words("charts.themes_none") if base and bare == base else no_data(context)
    rule = words("regions.rule_themes", n=words.number(bare), base=words.number(base)) if bare else ""
    split = Split(
        "region_themes", table, fields, "total", base, empty, rule, "themes", BESIDE, Counted(SHOWS, ("themes",))
    )
    return replace(bars(split, words), key="themes")


def _clusters(context: View) -> Listing:
    words, found = context.words, clusters_of(context.tables, context.selection)
    rows = context.tables["clusters"].loc[found.index]
    items = entries.clusters(context, rows, with_area=False)
    note = words("regions.limit_clusters") if left_whole(context.selection) else ""
    return Listing("clusters", words("regions.profile_clusters"), items, words("regions.no_clusters"), note=note)


def _rows(context: View, name: str) -> Listing:
    words, rows = context.words, context.shown[name]
    newest = context.tables[name].loc[newest_first(rows).index[:TEN]]
    shown, every = words.number(min(TEN, len(rows))), words.number(len(rows))
    note = words("regions.newest", shown=shown, total=every) if len(rows) > TEN else ""
    made = {"events": entries.events, "stories": entries.stories}[name](context, newest)
    title, empty = words(f"regions.profile_{name}"), words(f"regions.no_{name}")
    return Listing(name, title, made, empty, note=note, total=len(rows))


def _council(context: View, code: str) -> Listing:
    words, regions = context.words, context.tables["regions"]
    found = regions[regions["code"] == code]
    council = text_or_none(found["council"].iloc[0]) if len(found) else None
    contact = text_or_none(found["contact"].iloc[0]) if len(found) else None
    told = contact.removeprefix("mailto:") if contact else ""
    items = (Item(None, council or told, told if council else "", contact),) if council or contact else ()
    return Listing("council", words("regions.council"), items, words("regions.no_council"))
