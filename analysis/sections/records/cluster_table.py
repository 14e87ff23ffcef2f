"""The directory of clusters."""

from functools import partial
from typing import Any

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.charts import Field
from analysis.measures.clusters import clusters_in_selection, label_is_valid
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, section_context
from analysis.sections.model.model import RecordTable
from analysis.sections.records.text_search import COUNT, folded, matching, named, row_count, search_result
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.alphabet import sort_key

COLUMNS = {"name": "text", "regions": "text", "field": "text", "founded": "year", "members": "number", "label": "text"}


def cluster_table(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    search: str = "",
    first: int = 0,
    count: int = COUNT,
) -> RecordTable:
    """Clusters of the selection and the search, by name: ``count`` of them from the position ``first`` on.

    Columns: ``name``, ``regions``, ``field``, ``founded`` and ``members`` (Int64), ``label`` in words, ``id`` and
    ``link`` (the cluster's own site).
    """
    context, clusters = section_context(tables, selection, words, today), tables["clusters"]
    every = clusters.loc[clusters_in_selection(tables, selection).index]
    matches = matching(every, partial(_texts, tables, words, today), search)
    matches = matches.sort_values("name", kind="stable", key=lambda names: names.map(sort_key))
    page = matches.iloc[first : first + count]
    fields = tuple(
        Field(name, words(f"clusters.{name}"), kind, link="link" if name == "name" else None)  # type: ignore[arg-type]
        for name, kind in COLUMNS.items()
    )
    rule = search_result(words, search, len(matches), len(every))
    return RecordTable(
        key="clusters",
        title=words("clusters.rows"),
        table=_table(context, page),
        fields=fields,
        total=len(matches),
        first=first,
        rule=rule or row_count(words, "clusters", len(matches), first, len(page)),
        empty=words("items.found_none", search=search) if search else no_data(context),
    )


def label(row: Any, context: SectionContext) -> str:
    """A cluster's label as it is told: as valid only where that is certain; nothing where it has none."""
    given, year = text_or_none(row.label), None if pd.isna(row.label_year) else int(row.label_year)
    if given is None:
        return ""
    name = str(code_labels.options("clusters", "label", context.words)[given])
    if year is None:
        return context.words("clusters.label_undated", label=name)
    key = "clusters.label_valid" if label_is_valid(given, year, context.today) else "clusters.label_awarded"
    return context.words(key, label=name, year=year)


def _table(context: SectionContext, some: pd.DataFrame) -> pd.DataFrame:
    told = [label(row, context) or None for row in some.itertuples(index=False)]
    regions = [code_labels.region_names(codes, context.regions, context.words) for codes in some["regions"]]
    plain = some[["name", "field", "founded", "members", "id"]].reset_index(drop=True)
    return plain.assign(
        regions=pd.Series(regions, dtype="str"),
        label=pd.Series(told, dtype="str"),
        link=some["website"].reset_index(drop=True),
    )


@cached_per_tables
def _texts(tables: Tables, words: Translator, today: str | None) -> pd.Series:
    """The text of each cluster for the search: name, field and label, and the names of its regions and priorities."""
    context, clusters = section_context(tables, Selection(), words, today), tables["clusters"]
    return folded(
        clusters.index,
        clusters["name"],
        clusters["field"].fillna(""),
        [label(row, context) for row in clusters.itertuples(index=False)],
        named(clusters["regions"], context.regions),
        named(clusters["priorities"], code_labels.priorities(tables, words)),
    )
