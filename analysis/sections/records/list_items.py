"""List items: events, stories, materials and clusters as lines of a list, with all that the data says of them."""

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from analysis.measures.records import UNCOUNTED_STATUSES
from analysis.schema import LANGUAGES
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Item
from analysis.sections.model.typed_values import Days, Position
from analysis.words.language import clock

NAME = {"events": "name", "stories": "title", "materials": "title", "clusters": "name"}
"""By table: the column with the name of a row."""


def event_items(context: SectionContext, rows: pd.DataFrame) -> tuple[Item, ...]:
    """Rows of the events as items; cancelled and postponed ones are marked as such."""
    kinds, states = (code_labels.options("events", column, context.words) for column in ("kind", "status"))
    items = []
    for row in _each(rows):
        status = text_or_none(row.status)
        meta = (
            str(states[status]) if status in UNCOUNTED_STATUSES else "",
            code_labels.capital(str(kinds[row.kind])) if text_or_none(row.kind) else "",
            code_labels.region_names(row.regions, context.regions, context.words),
            text_or_none(row.place) or "",
        )
        days = Days(text_or_none(row.starts), text_or_none(row.ends))
        items.append(_item(context, "events", row, days, meta, None, text_or_none(row.summary)))
    return tuple(items)


def story_items(context: SectionContext, rows: pd.DataFrame, with_cluster: bool = True) -> tuple[Item, ...]:
    """Rows of the stories as items, each with the name of its cluster unless that is left out."""
    clusters = context.tables["clusters"]
    names = dict(zip(clusters["id"], clusters["name"], strict=True))
    forms = code_labels.options("stories", "form", context.words)
    items = []
    for row in _each(rows):
        cluster, form, link = text_or_none(row.cluster), text_or_none(row.form), text_or_none(row.link)
        meta = (
            code_labels.capital(str(forms[form])) if form else "",
            str(names.get(cluster, cluster)) if cluster and (with_cluster or cluster not in names) else "",
            code_labels.region_names(row.regions, context.regions, context.words),
            "" if link else context.words("sections.not_online"),
        )
        items.append(
            _item(context, "stories", row, Days(text_or_none(row.published)), meta, link, text_or_none(row.summary))
        )
    return tuple(items)


def material_items(context: SectionContext, rows: pd.DataFrame, numbered: bool = False) -> tuple[Item, ...]:
    """Rows of the materials as items, their day within the line, if ``numbered`` with their place in the order."""
    words, kinds = context.words, code_labels.options("materials", "kind", context.words)
    items = []
    for place, row in enumerate(_each(rows), 1):
        language, link, published = text_or_none(row.language), text_or_none(row.link), text_or_none(row.published)
        meta = (
            str(kinds[row.kind]) if text_or_none(row.kind) else "",
            words(f"items.language.{language}") if language else "",
            words("items.minutes", n=words.number(row.duration_min)) if pd.notna(row.duration_min) else "",
            words(f"items.captions.{row.captions}") if pd.notna(row.captions) else "",
            words("items.starts_at", place=clock(int(row.starts_at))) if pd.notna(row.starts_at) else "",
            words.day(published) if published else "",
            "" if link else words("sections.not_online"),
        )
        position = Position(place) if numbered else None
        items.append(_item(context, "materials", row, position, meta, link, text_or_none(row.summary)))
    return tuple(items)


def cluster_items(context: SectionContext, rows: pd.DataFrame, with_area: bool = True) -> tuple[Item, ...]:
    """Rows of the clusters as items: each with its regions, or with its field, founding year and members."""
    words, items = context.words, []
    for row in _each(rows):
        facts = (
            text_or_none(row.field) or "",
            words("regions.founded", year=int(row.founded)) if pd.notna(row.founded) else "",
            words.plural("regions.members", int(row.members)) if pd.notna(row.members) else "",
        )
        line = (
            code_labels.region_names(row.regions, context.regions, words)
            if with_area
            else " · ".join(filter(None, facts))
        )
        items.append(Item(None, str(row.name), line, text_or_none(row.website), None, ("clusters", str(row.id))))
    return tuple(items)


def mixed_item(context: SectionContext, table: str, row: Any, day: str) -> Item:
    """A row of events, stories or materials for a list that holds several tables: the line says what the row is."""
    words, link = context.words, text_or_none(row.link)
    if table == "materials":
        kind = str(code_labels.options("materials", "kind", words)[row.kind])
        meta = [kind, "" if link else words("sections.not_online")]
    else:
        meta = [code_labels.region_names(row.regions, context.regions, words)]
    days = Days(day, text_or_none(row.ends) if table == "events" else None)
    return _item(context, table, row, days, (words(f"sections.one_{table}"), *meta), link, None)


def _each(rows: pd.DataFrame) -> Iterator[Any]:
    return rows.itertuples(index=False)


def _item(
    context: SectionContext,
    table: str,
    row: Any,
    when: Days | Position | None,
    meta: Iterable[str],
    link: str | None,
    summary: str | None,
) -> Item:
    """The item of a row: ``meta`` are the parts of its line, of which empty ones are left out."""
    language = text_or_none(row.language) if table == "materials" else None
    foreign = language if language in LANGUAGES and language != context.words.language else None
    line = code_labels.capital(" · ".join(filter(None, meta)))
    return Item(when, getattr(row, NAME[table]), line, link, foreign, (table, row.id), summary or "")
