"""One event with its recordings and materials."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis.measures.ordering import reading_order
from analysis.measures.records import UNCOUNTED_STATUSES
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import Detail, Fact, FactValue, ItemList, address, fact, sources
from analysis.sections.model.typed_values import Days
from analysis.sections.records import list_items
from analysis.selection import Selection
from analysis.words import Translator

GROUPS = ("companies", "research", "public", "others")
"""By whom participants are counted: the columns ``from_companies`` and so on."""


def event_detail(tables: Tables, id: str, words: Translator, today: str | None = None) -> Detail | None:
    """All that the data says of an event, whatever is chosen; None if there is no event with this key."""
    rows = tables["events"]
    rows = rows[rows["id"] == id] if id else rows[:0]
    if not len(rows):
        return None
    row, context = next(rows.itertuples(index=False)), section_context(tables, Selection(), words, today)
    return Detail(
        row=("events", id),
        title=str(row.name),
        facts=(*_description(context, row), *_participants(words, row), *_themes(context, row), *_links(words, row)),
        notice=words(f"events.notice_{row.status}") if text_or_none(row.status) in UNCOUNTED_STATUSES else "",
        summary=text_or_none(row.summary) or "",
        listings=(_materials(context, id),),
    )


def _description(context: SectionContext, row: Any) -> Iterator[Fact]:
    words, starts = context.words, text_or_none(row.starts)
    yield fact(words("events.when"), Days(starts, text_or_none(row.ends)) if starts else None)
    for column in ("kind", "form"):
        code = text_or_none(getattr(row, column))
        names = code_labels.options("events", column, words)
        yield fact(words(f"events.{column}"), code_labels.capital(str(names[code])) if code else None)
    yield fact(words("events.regions"), *(str(label) for code, label in context.regions.items() if code in row.regions))
    yield fact(words("events.place"), text_or_none(row.place))
    yield fact(words("events.organisers"), *row.organisers)


def _participants(words: Translator, row: Any) -> Iterator[Fact]:
    yield fact(words("events.participants"), None if pd.isna(row.participants) else int(row.participants))
    counts = [(name, getattr(row, f"from_{name}")) for name in GROUPS]
    groups = [words(f"events.from_{name}", n=words.number(count)) for name, count in counts if pd.notna(count)]
    if groups:
        yield fact(words("events.groups"), *groups)
    if pd.notna(row.occasions) and row.occasions > 1:
        yield fact(words("events.occasions"), words.plural("events.series", int(row.occasions)))


def _themes(context: SectionContext, row: Any) -> Iterator[Fact]:
    priorities = code_labels.priorities(context.tables, context.words)
    for column, names, codes in (("themes", context.themes, row.themes), ("priorities", priorities, row.priorities)):
        chosen = [names.get(code, code_labels.Label(code)) for code in codes]
        values = tuple(FactValue(code_labels.capital(label.text), language=label.language) for label in chosen)
        yield Fact(context.words(f"events.{column}"), values)


def _links(words: Translator, row: Any) -> Iterator[Fact]:
    yield Fact(words("events.recording"), (address(row.recording),) if text_or_none(row.recording) else ())
    if link := text_or_none(row.link):
        yield Fact(words("events.link"), (address(link),))
    if source := sources(text_or_none(row.source), words):
        yield source


def _materials(context: SectionContext, id: str) -> ItemList:
    """The talks of a recording in the order in which they are held, then all else in reading order."""
    words, rows = context.words, context.tables["materials"]
    rows = rows[(rows["event"] == id).fillna(False).astype(bool)]
    ordered = reading_order(rows, tuple(code_labels.options("materials", "kind", words)))
    ordered = ordered.sort_values("starts_at", kind="stable", na_position="last")
    items = list_items.material_items(context, ordered)
    return ItemList("materials", words("events.materials"), items, words("events.no_materials"))
