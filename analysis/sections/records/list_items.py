"""List items: events, stories, materials and clusters as lines of a list, with all that the data says of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis.measures.ordering import DatedRow, rows_by_day
from analysis.measures.reading_path import PathStep
from analysis.measures.reading_time import reading_times
from analysis.measures.records import UNCOUNTED_STATUSES, Records
from analysis.schema import LANGUAGES
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Item, ItemList, ItemOrigin
from analysis.sections.model.typed_values import Days, Position
from analysis.sections.records.talk_start import link_at
from analysis.words import Translator
from analysis.words.language import NO_BREAK, clock

TEN = 10


def event_items(context: SectionContext, rows: pd.DataFrame) -> tuple[Item, ...]:
    """Rows of the events as items without an address; the line says if one is cancelled or postponed."""
    kinds, states = (code_labels.options("events", column, context.words) for column in ("kind", "status"))
    items = []
    row: Any
    for row in rows.itertuples(index=False):
        status = text_or_none(row.status)
        meta = (
            str(states[status]) if status in UNCOUNTED_STATUSES else "",
            code_labels.capital(str(kinds[row.kind])) if text_or_none(row.kind) else "",
            code_labels.region_names(row.regions, context.regions, context.words),
            text_or_none(row.place) or "",
        )
        item = _item(context, "events", row, Days(text_or_none(row.starts), text_or_none(row.ends)), meta)
        items.append(replace(item, link=None))
    return tuple(items)


def story_items(context: SectionContext, rows: pd.DataFrame, with_cluster: bool = True) -> tuple[Item, ...]:
    """Rows of the stories as items, each with the name of its cluster unless that is left out."""
    clusters = context.tables["clusters"]
    names = dict(zip(clusters["id"], clusters["name"], strict=True))
    forms = code_labels.options("stories", "form", context.words)
    items = []
    row: Any
    for row in rows.itertuples(index=False):
        cluster, form = text_or_none(row.cluster), text_or_none(row.form)
        meta = (
            code_labels.capital(str(forms[form])) if form else "",
            str(names.get(cluster, cluster)) if cluster and (with_cluster or cluster not in names) else "",
            code_labels.region_names(row.regions, context.regions, context.words),
            "" if text_or_none(row.link) else context.words("sections.not_online"),
        )
        items.append(_item(context, "stories", row, Days(text_or_none(row.published)), meta))
    return tuple(items)


def material_items(context: SectionContext, rows: pd.DataFrame, numbered: bool = False) -> tuple[Item, ...]:
    """Rows of the materials as items, their day within the line, if ``numbered`` with their place in the order."""
    words, kinds = context.words, code_labels.options("materials", "kind", context.words)
    items, names = [], _names_of(context.tables["events"], rows["event"].dropna())
    times = reading_times("materials", rows)
    row: Any
    for place, (row, minutes, estimate) in enumerate(
        zip(rows.itertuples(index=False), times["minutes"], times["estimate"], strict=True), 1
    ):
        language, published, link = (text_or_none(each) for each in (row.language, row.published, row.link))
        meta = (
            str(kinds[row.kind]) if text_or_none(row.kind) else "",
            words(f"items.language.{language}") if language else "",
            time_text(int(minutes), words, estimate=bool(estimate)) if link or not estimate else "",
            words(f"items.captions.{row.captions}") if pd.notna(row.captions) else "",
            words("items.starts_at", place=clock(int(row.starts_at))) if pd.notna(row.starts_at) else "",
            words.day(published) if published else "",
            "" if link else words("sections.not_online"),
        )
        item = _item(context, "materials", row, Position(place) if numbered else None, meta)
        event = text_or_none(row.event)
        origin = ItemOrigin(words("items.origin", name=names[event]), ("events", event)) if event in names else None
        at = link_at(link, int(row.starts_at)) if link and pd.notna(row.starts_at) else link
        items.append(replace(item, link=at, origin=origin))
    return tuple(items)


def step_items(context: SectionContext, steps: Iterable[PathStep]) -> tuple[Item, ...]:
    """The steps of a path as numbered items, each with the time that it takes; an event leads to its recording."""
    items = []
    for place, step in enumerate(steps, 1):
        rows = context.tables[step.table].loc[[step.row]]
        item = ITEMS[step.table](context, rows)[0]
        if step.table != "materials":
            parts = [time_text(step.minutes, context.words, estimate=step.estimate), item.meta]
            item = replace(item, meta=code_labels.capital(" · ".join(filter(None, parts))))
        if step.table == "events":
            name, key = str(rows["name"].iloc[0]), str(rows["id"].iloc[0])
            origin = ItemOrigin(context.words("items.origin", name=name), ("events", key))
            item = replace(item, link=str(rows["recording"].iloc[0]), origin=origin, row=("recordings", key))
        items.append(replace(item, when=Position(place)))
    return tuple(items)


def time_text(minutes: int, words: Translator, *, estimate: bool = False) -> str:
    """A time in hours and minutes: "1 h 20 min"; if it is an ``estimate``, it says so."""
    hours, rest = divmod(minutes, 60)
    parts = [words("items.hours", n=words.number(hours))] if hours else []
    if rest or not hours:
        parts.append(words("items.minutes", n=words.number(rest)))
    text = NO_BREAK.join(parts)
    return words("items.estimate", time=text) if estimate else text


def _names_of(events: pd.DataFrame, keys: Iterable[Any]) -> dict[str, str]:
    """The names of events by key, of those of the keys that there are."""
    ours = events[events["id"].isin(set(keys))]
    return dict(zip(ours["id"].astype(str), ours["name"].astype(str), strict=True))


def cluster_items(context: SectionContext, rows: pd.DataFrame, with_area: bool = True) -> tuple[Item, ...]:
    """Rows of the clusters as items: each with its regions, or with its field, founding year and members."""
    words, items = context.words, []
    row: Any
    for row in rows.itertuples(index=False):
        facts = (
            text_or_none(row.field) or "",
            words("regions.founded", year=int(row.founded)) if pd.notna(row.founded) else "",
            words.plural("regions.members", int(row.members)) if pd.notna(row.members) else "",
        )
        regions = code_labels.region_names(row.regions, context.regions, words)
        line = regions if with_area else " · ".join(filter(None, facts))
        items.append(Item(None, str(row.name), line, text_or_none(row.website), None, ("clusters", str(row.id))))
    return tuple(items)


ITEMS: Mapping[str, Callable[[SectionContext, pd.DataFrame], tuple[Item, ...]]] = {
    "events": event_items,
    "stories": story_items,
    "materials": material_items,
    "clusters": cluster_items,
}
"""By table: the function that makes the items of its rows."""


def newest_list(context: SectionContext, table: str, rows: Records, title: str, empty: str) -> ItemList:
    """The ten newest of the ``rows`` of a ``table`` in the language of ``context``, with a note if there are more.

    ``title`` is the heading, ``empty`` the sentence of a list without items.
    """
    newest = context.tables[table].loc[rows_by_day(rows, newest_first=True).index[:TEN]]
    words, items = context.words, ITEMS[table](context, newest)
    note = words("regions.newest", shown=words.number(TEN), total=words.number(len(rows))) if len(rows) > TEN else ""
    return ItemList(table, title, items, empty, note=note, total=len(rows))


def mixed_item(context: SectionContext, entry: DatedRow) -> Item:
    """A row for a list of several tables, without summary: the line says what the row is."""
    words, table = context.words, entry.table
    row: Any = next(context.tables[table].loc[[entry.row]].itertuples(index=False))
    if table == "materials":
        kind = str(code_labels.options("materials", "kind", words)[row.kind])
        meta = [kind, "" if text_or_none(row.link) else words("sections.not_online")]
    else:
        meta = [code_labels.region_names(row.regions, context.regions, words)]
    days = Days(entry.day, text_or_none(row.ends) if table == "events" else None)
    return replace(_item(context, table, row, days, (words(f"sections.one_{table}"), *meta)), summary="")


def _item(context: SectionContext, table: str, row: Any, when: Days | Position | None, meta: Iterable[str]) -> Item:
    """The item of a row of a table; ``meta`` are the parts of its line, of which empty ones are left out."""
    language = text_or_none(row.language) if table == "materials" else None
    return Item(
        when=when,
        what=row.name if table == "events" else row.title,
        meta=code_labels.capital(" · ".join(filter(None, meta))),
        link=text_or_none(row.link),
        language=language if language in LANGUAGES and language != context.words.language else None,
        row=(table, row.id),
        summary=text_or_none(row.summary) or "",
    )
