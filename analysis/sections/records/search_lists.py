"""The hits of a search as lists, one a table, and the rows that a selection leaves to be searched."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from analysis.cache import cached_per_tables
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.records import matching_records
from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.search import Hit
from analysis.sections.context.section_context import every_row, section_context
from analysis.sections.model.model import Item, ItemList
from analysis.sections.records.list_items import ITEMS
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.glossary import glossary

GLOSSARY = "glossary"
MOST_IN_LIST = 20
"""Hits of one table that are shown."""


@cached_per_tables
def selected_rows(tables: Tables, selection: Selection) -> Mapping[str, np.ndarray]:
    """By table that filters can limit: a boolean array that says of each row whether it matches the selection."""
    activity = every_row(tables)
    matches = {name: matching_records(activity, name, selection).index for name in activity}
    matches["clusters"] = clusters_in_selection(tables, selection).index
    return {name: tables[name].index.isin(labels) for name, labels in matches.items()}


def search_lists(tables: Tables, words: Translator, today: str, hits: Iterable[Hit]) -> tuple[ItemList, ...]:
    """The hits by table, the one with the best hit first, within it the best first.

    tables: of the revision; words: of the reader; today: an ISO day; hits: the best first.
    """
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.table, []).append(hit)
    lists = []
    for name, some in groups.items():
        title = words("glossary.title") if name == GLOSSARY else words.name(TABLES[name].headers)
        items = _items(tables, words, today, name, some[:MOST_IN_LIST])
        note = words("search.first", n=MOST_IN_LIST) if len(some) > MOST_IN_LIST else ""
        lists.append(ItemList(f"search_{name}", title, items, note=note, total=len(some)))
    return tuple(lists)


def _items(tables: Tables, words: Translator, today: str, name: str, hits: list[Hit]) -> tuple[Item, ...]:
    """The hits of one table as items."""
    if name == GLOSSARY:
        terms = {each.key: each.definition for each in glossary(words.language)}
        return tuple(Item(None, each.title, "", row=(name, each.key), summary=terms[each.key]) for each in hits)
    frame = tables[name].set_index(TABLES[name].key[0], drop=False)
    rows = frame.loc[[each.key for each in hits]]
    if name in ITEMS:
        return ITEMS[name](section_context(tables, Selection(), words, today), rows)
    return tuple(
        Item(None, hit.title, "", row=(name, hit.key), summary=_description(row, words.language))
        for hit, (_, row) in zip(hits, rows.iterrows(), strict=True)
    )


def _description(row: pd.Series, language: str) -> str:
    """What a theme or priority is about, in a language, else in the first that says it."""
    texts = (row[f"description_{each}"] for each in dict.fromkeys((language, *LANGUAGES)))
    return next((str(each) for each in texts if pd.notna(each)), "")
