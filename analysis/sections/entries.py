"""Rows of activity as entries of lists: what they are, when, and all that the data says of them in a line."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.measures.chosen import UNCOUNTED
from analysis.sections import labels
from analysis.sections.cells import text
from analysis.sections.section import Item
from analysis.sections.view import View
from analysis.words.formats import DASH, clock

LANGUAGES = ("fi", "en", "sv")


def materials(view: View, rows: pd.DataFrame, numbered: bool = False) -> tuple[Item, ...]:
    """Materials as entries, their day told with the rest; ``numbered``: with their place in the reading order."""
    return tuple(
        _material(view, row, f"{place}." if numbered else "")
        for place, row in enumerate(rows.itertuples(index=False), 1)
    )


def stories(view: View, rows: pd.DataFrame, named: bool = True) -> tuple[Item, ...]:
    """Stories as entries; ``named``: each with its cluster."""
    clusters = dict(zip(view.tables["clusters"]["id"], view.tables["clusters"]["name"], strict=True))
    forms = labels.options("stories", "form", view.words)
    told = clusters if named else dict.fromkeys(clusters, "")
    return tuple(_story(view, row, told, forms) for row in rows.itertuples(index=False))


def events(view: View, rows: pd.DataFrame) -> tuple[Item, ...]:
    """Events as entries, cancelled and postponed ones said to be so."""
    kinds, states = (labels.options("events", column, view.words) for column in ("kind", "status"))
    return tuple(_event(view, row, kinds, states) for row in rows.itertuples(index=False))


def _material(view: View, row: Any, when: str) -> Item:
    words, language, link = view.words, text(row.language), text(row.link)
    kind = str(labels.options("materials", "kind", words)[row.kind]) if text(row.kind) else ""
    meta = (
        kind,
        words(f"items.language.{language}") if language else "",
        words("items.minutes", n=words.number(row.duration_min)) if pd.notna(row.duration_min) else "",
        words(f"items.captions.{row.captions}") if pd.notna(row.captions) else "",
        words("items.starts_at", place=clock(int(row.starts_at))) if pd.notna(row.starts_at) else "",
        words.day(row.published) if text(row.published) else "",
        "" if link else words("sections.not_online"),
    )
    spoken = language if language in LANGUAGES and language != words.language else None
    return Item(when, row.title, _joined(meta), link, spoken, ("materials", row.id), text(row.summary) or "")


def _story(view: View, row: Any, clusters: dict[str, str], forms: labels.Labels) -> Item:
    cluster, form = text(row.cluster), text(row.form)
    meta = (
        labels.capital(str(forms[form])) if form else "",
        clusters.get(cluster, cluster) if cluster else "",
        labels.area(row.regions, view.regions, view.words),
        "" if text(row.link) else view.words("sections.not_online"),
    )
    when, summary = _day(view, row.published), text(row.summary) or ""
    return Item(when, row.title, _joined(meta), text(row.link), None, ("stories", row.id), summary)


def _event(view: View, row: Any, kinds: labels.Labels, states: labels.Labels) -> Item:
    words, starts, status = view.words, text(row.starts), text(row.status)
    meta = (
        str(states[status]) if status in UNCOUNTED else "",
        labels.capital(str(kinds[row.kind])) if text(row.kind) else "",
        labels.area(row.regions, view.regions, words),
        text(row.place) or "",
    )
    when = words.days(starts, text(row.ends)) if starts else DASH
    return Item(when, row.name, _joined(meta), None, None, ("events", row.id), text(row.summary) or "")


def _day(view: View, day: Any) -> str:
    return view.words.day(day) if text(day) else DASH


def _joined(parts: Iterable[str]) -> str:
    return labels.capital(" · ".join(filter(None, parts)))
