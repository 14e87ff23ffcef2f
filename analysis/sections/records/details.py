"""All that the data says of one event or one cluster, with the lists that belong to it."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.measures.clusters import related_events
from analysis.measures.ordering import reading_order
from analysis.measures.records import UNCOUNTED_STATUSES
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.schema.row_rules import PARTICIPANT_GROUPS
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import Detail, Fact, FactValue, ItemList, address, fact, sources
from analysis.sections.model.typed_values import Days, YearValue
from analysis.sections.records import list_items
from analysis.sections.records.content_details import region_fact, theme_fact
from analysis.sections.records.record_tables import cluster_label
from analysis.selection import Selection
from analysis.words import Translator

TEN = 10


def event_detail(tables: Tables, id: str, words: Translator, today: str | None = None) -> Detail | None:
    """An event, its recordings and its materials, whatever the filters; None if no event has this key."""
    rows = tables["events"]
    row: Any = next(rows[rows["id"].isin([id])].itertuples(index=False), None)
    if row is None:
        return None
    context = section_context(tables, Selection(), words, today)
    materials = tables["materials"][tables["materials"]["event"].isin([id])]
    ordered = reading_order(materials, tuple(code_labels.options("materials", "kind", words)))
    # The talks of a recording are in the order in which they begin, all else follows in reading order.
    ordered = ordered.sort_values("starts_at", kind="stable", na_position="last")
    items = list_items.material_items(context, ordered)
    return Detail(
        row=("events", id),
        title=str(row.name),
        facts=tuple(_event_facts(context, row)),
        notice=words(f"events.notice_{row.status}") if text_or_none(row.status) in UNCOUNTED_STATUSES else "",
        summary=text_or_none(row.summary) or "",
        listings=(ItemList("materials", words("events.materials"), items, words("events.no_materials")),),
    )


def cluster_detail(tables: Tables, id: str, words: Translator, today: str | None = None) -> Detail | None:
    """A cluster, its stories and the events near it, whatever the filters; None if no cluster has this key."""
    rows = tables["clusters"]
    row: Any = next(rows[rows["id"].isin([id])].itertuples(index=False), None)
    if row is None:
        return None
    context = section_context(tables, Selection(), words, today)
    stories = tables["stories"][tables["stories"]["cluster"].isin([id])]
    newest = stories.sort_values("published", ascending=False, kind="stable", na_position="last")
    items = list_items.story_items(context, newest, with_cluster=False)
    story_list = ItemList("stories", words("clusters.stories"), items, words("clusters.no_stories"))
    return Detail(
        ("clusters", id), str(row.name), _cluster_facts(context, row), listings=(story_list, _events_near(context, row))
    )


def _event_facts(context: SectionContext, row: Any) -> Iterator[Fact]:
    words, starts = context.words, text_or_none(row.starts)
    yield fact(words("events.when"), Days(starts, text_or_none(row.ends)) if starts else None)
    for column in ("kind", "form"):
        code, names = text_or_none(getattr(row, column)), code_labels.options("events", column, words)
        yield fact(words(f"events.{column}"), code_labels.capital(str(names[code])) if code else None)
    yield region_fact(context, "events", row.regions)
    yield fact(words("events.place"), text_or_none(row.place))
    yield fact(words("events.organisers"), *row.organisers)
    yield fact(words("events.participants"), None if pd.isna(row.participants) else int(row.participants))
    counts = {name: getattr(row, name) for name in PARTICIPANT_GROUPS if pd.notna(getattr(row, name))}
    if counts:
        yield fact(words("events.groups"), *(words(f"events.{name}", n=words.number(n)) for name, n in counts.items()))
    if pd.notna(row.occasions) and row.occasions > 1:
        yield fact(words("events.occasions"), words.plural("events.series", int(row.occasions)))
    yield theme_fact(context, "events", row.themes)
    names = code_labels.priorities(context.tables, words)
    labels = [names.get(code, code_labels.Label(code)) for code in row.priorities]
    values = (FactValue(code_labels.capital(label.text), language=label.language) for label in labels)
    yield Fact(words("events.priorities"), tuple(values))
    yield Fact(words("events.recording"), (address(row.recording),) if text_or_none(row.recording) else ())
    if link := text_or_none(row.link):
        yield Fact(words("events.link"), (address(link),))
    if source := sources(text_or_none(row.source), words):
        yield source


def _cluster_facts(context: SectionContext, row: Any) -> tuple[Fact, ...]:
    words, names = context.words, code_labels.priorities(context.tables, context.words)
    label = cluster_label(row, context)
    priorities = [names.get(code, code_labels.Label(code)) for code in row.priorities]
    links = {name: text_or_none(getattr(row, name)) for name in ("website", "eccp")}
    facts = (
        region_fact(context, "clusters", row.regions),
        fact(words("clusters.field"), text_or_none(row.field)),
        Fact(words("clusters.priorities"), tuple(FactValue(each.text, language=each.language) for each in priorities)),
        fact(words("clusters.founded"), None if pd.isna(row.founded) else YearValue(int(row.founded))),
        fact(words("clusters.members"), None if pd.isna(row.members) else int(row.members)),
        fact(words("clusters.label"), code_labels.capital(label) if label else words("clusters.label_none")),
        *(Fact(words(f"clusters.{name}"), (address(link),)) for name, link in links.items() if link),
        sources(text_or_none(row.source), words),
    )
    return tuple(each for each in facts if each)


def _events_near(context: SectionContext, row: Any) -> ItemList:
    """The ten newest events of the cluster's regions, those of its priorities if it has any."""
    words, events = context.words, context.tables["events"].loc[context.filtered["events"].index]
    related = related_events(events, row.regions, row.priorities)
    note = words("clusters.events_both" if row.priorities else "clusters.events_region")
    if len(related) > TEN:
        note = f"{note} {words('clusters.newest', shown=words.number(TEN), total=words.number(len(related)))}"
    items, empty = list_items.event_items(context, related.head(TEN)), words("clusters.no_events")
    return ItemList("events", words("clusters.events"), items, empty, note=note, total=len(related))
