"""The tables of events, stories and clusters: some of the rows of a selection and a search, from a position on."""

from collections.abc import Iterable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from analysis.cache import cached_per_tables
from analysis.measures.clusters import label_is_valid
from analysis.measures.ordering import rows_by_day
from analysis.measures.records import UNCOUNTED_STATUSES, matching_records, uncounted_mask
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import RecordTable
from analysis.sections.records import list_items
from analysis.sections.records.record_order import clusters_by_name
from analysis.sections.records.text_search import COUNT, record_table, search_rows, search_texts
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.language import DASH


def event_table(
    tables: Tables, selection: Selection, words: Translator, first: int = 0, count: int = COUNT, search: str = ""
) -> RecordTable:
    """Events of ``tables`` that match ``selection`` and every word of ``search``, newest first, cancelled ones too.

    There are up to ``count`` rows from position ``first`` on, in the language of ``words``.
    Columns: ``when``, ``name``, ``kind``, ``regions``, ``participants`` (Int64, missing if unknown), ``status``
    (cancelled, postponed, or the occasions of a series; else empty), ``link`` and ``id``.
    """
    context = section_context(tables, selection, words)
    every = rows_by_day(matching_records(context.all_rows, "events", selection), newest_first=True)
    matches = search_rows(every.index, partial(_event_texts, tables, words), search, first, count)
    without_count = every.index[uncounted_mask(every)]
    notes = [words("events.rule_uncounted")] if np.isin(matches.index, without_count).any() else []
    rule = (matches.search_text(words), matches.page_text(words, "events"), *notes)
    rows = tables["events"].loc[matches.page]
    days = zip(map(text_or_none, rows["starts"]), map(text_or_none, rows["ends"]), strict=True)
    kinds = code_labels.options("events", "kind", words)
    texts: dict[str, list[Any]] = {
        "when": [words.days(starts, ends) if starts else DASH for starts, ends in days],
        "kind": [str(kinds[code]) for code in rows["kind"]],
        "regions": [code_labels.region_names(codes, context.regions, words) for codes in rows["regions"]],
        "status": _status(rows, words),
    }
    return record_table(context, "events", matches, texts, rule)


def story_table(
    tables: Tables, selection: Selection, words: Translator, first: int = 0, count: int = COUNT, search: str = ""
) -> RecordTable:
    """Stories of ``tables`` that match ``selection`` and every word of ``search``, newest first, undated ones last.

    There are up to ``count`` rows from position ``first`` on, in the language of ``words``.
    Columns: ``title``, ``published`` (ISO day at its precision), the names of ``cluster``, ``themes``, ``regions`` and
    ``form``, ``link`` and ``id``. ``items`` are the same stories as list items.
    """
    context = section_context(tables, selection, words)
    every = rows_by_day(matching_records(context.all_rows, "stories", selection), newest_first=True)
    matches = search_rows(every.index, partial(_story_texts, tables, words), search, first, count)
    rows = tables["stories"].loc[matches.page]
    rule = (matches.search_text(words), matches.page_text(words, "stories"))
    items = list_items.story_items(context, rows)
    return record_table(context, "stories", matches, _story_names(context, rows), rule, items)


def cluster_table(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    search: str = "",
    first: int = 0,
    count: int = COUNT,
) -> RecordTable:
    """Clusters of ``tables`` that match ``selection`` and every word of ``search``, by name.

    There are up to ``count`` rows from position ``first`` on, in the language of ``words``; ``today`` is an ISO day,
    without it no label is valid. Columns: ``name``, ``regions``, ``field``, ``founded`` and ``members`` (Int64),
    ``label`` in words, ``id`` and ``link`` (the cluster's own site).
    """
    context, clusters = section_context(tables, selection, words, today), tables["clusters"]
    every = clusters_by_name(tables, selection).index
    matches = search_rows(every, partial(_cluster_texts, tables, words, today), search, first, count)
    rows = clusters.loc[matches.page]
    texts: dict[str, list[Any]] = {
        "regions": [code_labels.region_names(codes, context.regions, words) for codes in rows["regions"]],
        "label": [cluster_label(row, context) or None for row in rows.itertuples(index=False)],
    }
    rule = matches.search_text(words) or matches.page_text(words, "clusters")
    return record_table(context, "clusters", matches, texts, (rule,))


def cluster_label(row: Any, context: SectionContext) -> str:
    """The label of a row of the clusters in words, valid only if that is certain; empty if it has none."""
    label, year = text_or_none(row.label), None if pd.isna(row.label_year) else int(row.label_year)
    if label is None:
        return ""
    name = str(code_labels.options("clusters", "label", context.words)[label])
    if year is None:
        return context.words("clusters.label_undated", label=name)
    key = "clusters.label_valid" if label_is_valid(label, year, context.today) else "clusters.label_awarded"
    return context.words(key, label=name, year=year)


def _status(events: pd.DataFrame, words: Translator) -> list[str]:
    """Cancelled or postponed, or the number of times that a series takes place; else empty."""
    names, texts = code_labels.options("events", "status", words), []
    for code, count in zip(events["status"].fillna(""), events["occasions"].fillna(1), strict=True):
        series = words.plural("events.series", int(count)) if count > 1 else ""
        texts.append(str(names[code]) if code in UNCOUNTED_STATUSES else series)
    return texts


def _story_names(context: SectionContext, rows: pd.DataFrame) -> dict[str, list[Any]]:
    """The names of each story's cluster, themes, regions and form; None if it has none."""
    clusters, words = context.tables["clusters"], context.words
    clusters_by_id = dict(zip(clusters["id"], clusters["name"], strict=True))
    forms = code_labels.options("stories", "form", words)
    codes, form_codes = map(text_or_none, rows["cluster"]), map(text_or_none, rows["form"])
    themes = [", ".join(str(context.themes[code]) for code in context.themes if code in own) for own in rows["themes"]]
    return {
        "cluster": [str(clusters_by_id.get(code, code)) if code else None for code in codes],
        "themes": [each or None for each in themes],
        "regions": [code_labels.region_names(own, context.regions, words) or None for own in rows["regions"]],
        "form": [str(forms[code]) if code else None for code in form_codes],
    }


@cached_per_tables
def _event_texts(tables: Tables, words: Translator) -> pd.Series:
    """The text of each event for the search: its own, and the names of its type, regions, themes and priorities."""
    events, kinds = tables["events"], code_labels.options("events", "kind", words)
    columns: list[Iterable[str]] = [
        *(events[name].fillna("") for name in ("name", "place", "summary")),
        (str(kinds.get(code, "")) for code in events["kind"]),
        (" ".join(organisers) for organisers in events["organisers"]),
    ]
    lists = (
        (events["regions"], code_labels.regions(tables, words)),
        (events["themes"], code_labels.themes(tables, words)),
        (events["priorities"], code_labels.priorities(tables, words)),
    )
    return search_texts(events.index, columns, lists)


@cached_per_tables
def _story_texts(tables: Tables, words: Translator) -> pd.Series:
    """The text of each story for the search: its own, and the names of its cluster, themes, regions and form."""
    context, stories = section_context(tables, Selection(), words), tables["stories"]
    names = ([each or "" for each in column] for column in _story_names(context, stories).values())
    columns: list[Iterable[str]] = [stories["title"], stories["summary"].fillna(""), *names]
    return search_texts(stories.index, columns, [(stories["regions"], context.regions)])


@cached_per_tables
def _cluster_texts(tables: Tables, words: Translator, today: str | None) -> pd.Series:
    """The text of each cluster for the search: name, field and label, and the names of its regions and priorities."""
    context, clusters = section_context(tables, Selection(), words, today), tables["clusters"]
    labels = [cluster_label(row, context) for row in clusters.itertuples(index=False)]
    lists = (
        (clusters["regions"], context.regions),
        (clusters["priorities"], code_labels.priorities(tables, words)),
    )
    return search_texts(clusters.index, (clusters["name"], clusters["field"].fillna(""), labels), lists)
