"""The lists of materials: what to start with, then by kind, last what is not online; a theme's stories and events."""

from dataclasses import replace

import pandas as pd

from analysis.measures.ordering import reading_order
from analysis.measures.reading_path import PathStep, path_steps
from analysis.measures.reading_time import reading_times
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import ItemList
from analysis.sections.pages.toolkit.material_choice import KINDS
from analysis.sections.records.list_items import TEN, material_items, newest_list, step_items, time_text

FIVE = 5
ANY_TIME = 1_000_000


def material_lists(context: SectionContext, materials: pd.DataFrame) -> list[ItemList]:
    """What to start with, numbered, then the other ``materials`` by kind, last those that are not online.

    Lists without items are left out; each material is in one list.
    """
    ordered = reading_order(materials, KINDS)
    online = ordered["link"].notna()
    start, first = _start(context, ordered[online])
    rest = ordered[online & ~ordered.index.isin(first)]
    titles = {kind: context.words(f"toolkit.{kind}") for kind in KINDS}
    lists = [start]
    lists += [
        ItemList(kind, title, material_items(context, rest[rest["kind"].isin([kind])]))
        for kind, title in titles.items()
    ]
    offline = ordered[~online]
    title = context.words.plural("toolkit.offline", len(offline))
    lists.append(ItemList("offline", title, material_items(context, offline), is_closed=True))
    return [each for each in lists if each.items]


def newest(context: SectionContext, table: str) -> ItemList:
    """The ten newest stories or events of the selection, with the way to all if there are more."""
    words, rows = context.words, context.filtered[table]
    items = newest_list(context, table, rows, words(f"sections.{table}"), words(f"toolkit.no_{table}"))
    return replace(items, note="", more=words(f"toolkit.all_{table}") if items.total > TEN else "")


def _start(context: SectionContext, online: pd.DataFrame) -> tuple[ItemList, list[int]]:
    """The list to start with, and the labels of the materials in it.

    Those that the owner marked, in that order, at most five; if none is marked, the newest guide, story and recording
    of each theme in turn.
    """
    words, marked = context.words, online[online["start_here"].notna()].head(FIVE)
    if len(marked):
        times = reading_times("materials", marked)
        rows = zip(marked.index, times["minutes"], times["estimate"], strict=True)
        steps: tuple[PathStep, ...] = tuple(PathStep("materials", row, int(m), bool(e)) for row, m, e in rows)
    else:
        steps = _unmarked_steps(context, online)
    estimate = any(each.estimate for each in steps)
    time = time_text(sum(each.minutes for each in steps), words, estimate=estimate)
    note = words("toolkit.start_note" if len(marked) else "toolkit.start_rule", time=time)
    first = [each.row for each in steps if each.table == "materials"]
    return ItemList("start", words("toolkit.start"), step_items(context, steps), note=note), first


def _unmarked_steps(context: SectionContext, online: pd.DataFrame) -> tuple[PathStep, ...]:
    """The first steps of a path through the themes that are selected, else through all."""
    themes = context.selection.themes or tuple(context.themes)
    rows = {name: context.tables[name].loc[context.filtered[name].index] for name in ("stories", "events")}
    steps = path_steps({**rows, "materials": online}, themes, ANY_TIME)[:FIVE]
    return steps if any(each.table == "materials" for each in steps) else ()
