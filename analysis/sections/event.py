"""One event with its recordings and materials."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.measures.chosen import UNCOUNTED
from analysis.measures.latest import reading_order
from analysis.schema import Tables
from analysis.sections import entries, labels
from analysis.sections.cells import text
from analysis.sections.detail import Detail, Fact, Told, address, sources
from analysis.sections.section import Listing
from analysis.sections.view import View, view
from analysis.selection import Selection
from analysis.words import Words

GROUPS = ("companies", "research", "public", "others")


def event(tables: Tables, id: str, words: Words, today: str | None = None) -> Detail | None:
    """All that the data says of an event, whatever is chosen; None where there is none of this key."""
    rows = tables["events"]
    found = rows[rows["id"] == id] if id else rows[:0]
    if not len(found):
        return None
    row, seen = next(found.itertuples(index=False)), view(tables, Selection(), words, today)
    return Detail(
        row=("events", id),
        title=str(row.name),
        facts=tuple(_facts(seen, row)),
        notice=words(f"events.notice_{row.status}") if text(row.status) in UNCOUNTED else "",
        summary=text(row.summary) or "",
        listings=(_materials(seen, id),),
    )


def _facts(seen: View, row: Any) -> Iterator[Fact]:
    words, starts = seen.words, text(row.starts)
    regions = [str(named) for code, named in seen.regions.items() if code in row.regions]
    yield Fact(words("events.when"), _told(words.days(starts, text(row.ends)) if starts else None))
    yield Fact(words("events.kind"), _choice(seen, "kind", row.kind))
    yield Fact(words("events.form"), _choice(seen, "form", row.form))
    yield Fact(words("events.regions"), _told(*regions))
    yield Fact(words("events.place"), _told(text(row.place)))
    yield Fact(words("events.organisers"), _told(*row.organisers))
    yield from _participants(seen, row)
    yield Fact(words("events.themes"), tuple(_named(seen.themes, code) for code in row.themes))
    yield Fact(words("events.priorities"), _priorities(seen, row.priorities))
    yield from _links(words, row)


def _participants(seen: View, row: Any) -> Iterator[Fact]:
    words = seen.words
    count = None if pd.isna(row.participants) else words.number(row.participants)
    yield Fact(words("events.participants"), _told(count))
    groups = [(name, getattr(row, f"from_{name}")) for name in GROUPS]
    told = [words(f"events.from_{name}", n=words.number(each)) for name, each in groups if pd.notna(each)]
    if told:
        yield Fact(words("events.groups"), _told(*told))
    if pd.notna(row.occasions) and row.occasions > 1:
        yield Fact(words("events.occasions"), _told(words.plural("events.series", int(row.occasions))))


def _links(words: Words, row: Any) -> Iterator[Fact]:
    yield Fact(words("events.recording"), (address(row.recording),) if text(row.recording) else ())
    if link := text(row.link):
        yield Fact(words("events.link"), (address(link),))
    if told := sources(text(row.source), words):
        yield told


def _told(*values: str | None) -> tuple[Told, ...]:
    return tuple(Told(value) for value in values if value)


def _choice(seen: View, column: str, value: Any) -> tuple[Told, ...]:
    code = text(value)
    return _told(labels.capital(str(labels.options("events", column, seen.words)[code]))) if code else ()


def _priorities(seen: View, codes: tuple[str, ...]) -> tuple[Told, ...]:
    named = labels.priorities(seen.tables, seen.words)
    return tuple(_named(named, code) for code in codes)


def _named(named: labels.Labels, code: str) -> Told:
    found = named.get(code, labels.Label(code))
    return Told(labels.capital(found.text), language=found.language)


def _materials(seen: View, id: str) -> Listing:
    """The talks of a recording in the order in which they are held, then all else in reading order."""
    words, rows = seen.words, seen.tables["materials"]
    ours = rows[(rows["event"] == id).fillna(False).astype(bool)]
    ordered = reading_order(ours, tuple(labels.options("materials", "kind", words)))
    ordered = ordered.sort_values("starts_at", kind="stable", na_position="last")
    return Listing(
        "materials", words("events.materials"), entries.materials(seen, ordered), words("events.no_materials")
    )
