"""The profile of one cluster."""

from typing import Any

import pandas as pd

from analysis.measures.clusters import related_events
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import Detail, Fact, FactValue, ItemList, address, fact, sources
from analysis.sections.model.typed_values import Year
from analysis.sections.records import list_items
from analysis.sections.records.cluster_table import label
from analysis.selection import Selection
from analysis.words import Translator

TEN = 10


def cluster_detail(tables: Tables, id: str, words: Translator, today: str | None = None) -> Detail | None:
    """All that the data says of a cluster, whatever is chosen; None if there is no cluster with this key."""
    rows = tables["clusters"]
    rows = rows[rows["id"] == id]
    if not len(rows):
        return None
    row, context = next(rows.itertuples(index=False)), section_context(tables, Selection(), words, today)
    lists = (_stories(context, id), _events(context, row))
    return Detail(("clusters", id), str(row.name), _facts(context, row), listings=lists)


def _facts(context: SectionContext, row: Any) -> tuple[Fact, ...]:
    words, names = context.words, code_labels.priorities(context.tables, context.words)
    quality = label(row, context)
    priorities = [names.get(code, code_labels.Label(code)) for code in row.priorities]
    links = [("website", text_or_none(row.website)), ("eccp", text_or_none(row.eccp))]
    facts = (
        fact(words("clusters.regions"), *(str(name) for code, name in context.regions.items() if code in row.regions)),
        fact(words("clusters.field"), text_or_none(row.field)),
        Fact(words("clusters.priorities"), tuple(FactValue(each.text, language=each.language) for each in priorities)),
        fact(words("clusters.founded"), None if pd.isna(row.founded) else Year(int(row.founded))),
        fact(words("clusters.members"), None if pd.isna(row.members) else int(row.members)),
        fact(words("clusters.label"), code_labels.capital(quality) if quality else words("clusters.label_none")),
        *(Fact(words(f"clusters.{name}"), (address(link),)) for name, link in links if link),
        sources(text_or_none(row.source), words),
    )
    return tuple(each for each in facts if each)


def _stories(context: SectionContext, id: str) -> ItemList:
    words, rows = context.words, context.tables["stories"]
    rows = rows[(rows["cluster"] == id).fillna(False).astype(bool)]
    newest = rows.sort_values("published", ascending=False, kind="stable", na_position="last")
    items = list_items.story_items(context, newest, with_cluster=False)
    return ItemList("stories", words("clusters.stories"), items, words("clusters.no_stories"))


def _events(context: SectionContext, row: Any) -> ItemList:
    words = context.words
    shown = context.tables["events"].loc[context.filtered["events"].index]
    related = related_events(shown, row.regions, row.priorities)
    note = words("clusters.events_both" if row.priorities else "clusters.events_region")
    if len(related) > TEN:
        note = f"{note} {words('clusters.newest', shown=words.number(TEN), total=words.number(len(related)))}"
    items, empty = list_items.event_items(context, related.head(TEN)), words("clusters.no_events")
    return ItemList("events", words("clusters.events"), items, empty, note=note, total=len(related))
