"""The profile of one cluster."""

from typing import Any

import pandas as pd

from analysis.measures.clusters import related_events
from analysis.schema import Tables
from analysis.sections import entries, labels
from analysis.sections.cells import text
from analysis.sections.cluster_rows import label
from analysis.sections.detail import Detail, Fact, Told, address, sources
from analysis.sections.section import Listing
from analysis.sections.view import View, view
from analysis.selection import Selection
from analysis.words import Words

TEN = 10


def cluster(tables: Tables, id: str, words: Words, today: str | None = None) -> Detail | None:
    """All that the data says of a cluster, whatever is chosen; None where there is none of this key."""
    rows = tables["clusters"]
    found = rows[rows["id"] == id]
    if not len(found):
        return None
    row, seen = next(found.itertuples(index=False)), view(tables, Selection(), words, today)
    return Detail(("clusters", id), str(row.name), _facts(seen, row), listings=(_stories(seen, id), _events(seen, row)))


def _facts(seen: View, row: Any) -> tuple[Fact, ...]:
    words, named = seen.words, labels.priorities(seen.tables, seen.words)
    told = label(row, seen)
    links = [("website", text(row.website)), ("eccp", text(row.eccp))]
    every = (
        Fact(
            words("clusters.regions"),
            _told(*(str(named) for code, named in seen.regions.items() if code in row.regions)),
        ),
        Fact(words("clusters.field"), _told(text(row.field))),
        Fact(words("clusters.priorities"), tuple(_named(named, code) for code in row.priorities)),
        Fact(words("clusters.founded"), _told(None if pd.isna(row.founded) else str(int(row.founded)))),
        Fact(words("clusters.members"), _told(None if pd.isna(row.members) else words.number(row.members))),
        Fact(words("clusters.label"), _told(labels.capital(told) if told else words("clusters.label_none"))),
        *(Fact(words(f"clusters.{name}"), (address(link),)) for name, link in links if link),
        sources(text(row.source), words),
    )
    return tuple(each for each in every if each)


def _told(*values: str | None) -> tuple[Told, ...]:
    return tuple(Told(value) for value in values if value)


def _named(named: labels.Labels, code: str) -> Told:
    found = named.get(code, labels.Label(code))
    return Told(found.text, language=found.language)


def _stories(seen: View, id: str) -> Listing:
    words, rows = seen.words, seen.tables["stories"]
    ours = rows[(rows["cluster"] == id).fillna(False).astype(bool)]
    newest = ours.sort_values("published", ascending=False, kind="stable", na_position="last")
    empty = words("clusters.no_stories")
    return Listing("stories", words("clusters.stories"), entries.stories(seen, newest, named=False), empty)


def _events(seen: View, row: Any) -> Listing:
    words = seen.words
    held = seen.tables["events"].loc[seen.shown["events"].index]
    related = related_events(held, row.regions, row.priorities)
    kind = "both" if row.priorities else "region"
    note = words(f"clusters.events_{kind}")
    if len(related) > TEN:
        note = f"{note} {words('clusters.newest', shown=words.number(TEN), total=words.number(len(related)))}"
    items = entries.events(seen, related.head(TEN))
    empty = words("clusters.no_events")
    return Listing("events", words("clusters.events"), items, empty, note=note, total=len(related))
