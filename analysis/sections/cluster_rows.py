"""The directory of clusters."""

from functools import partial
from typing import Any

import pandas as pd

from analysis.charts import Field
from analysis.measures.clusters import clusters_of, holds
from analysis.schema import Tables
from analysis.sections import labels
from analysis.sections.cells import text
from analysis.sections.same import kept
from analysis.sections.searching import folded, matching
from analysis.sections.section import Rows
from analysis.sections.view import View, no_data, view
from analysis.selection import Selection
from analysis.words import Words
from analysis.words.alphabet import order
from analysis.words.formats import DASH

COUNT = 100
COLUMNS = {"name": "text", "regions": "text", "field": "text", "founded": "year", "members": "number", "label": "text"}


def cluster_rows(
    tables: Tables,
    selection: Selection,
    words: Words,
    today: str | None = None,
    search: str = "",
    first: int = 0,
    count: int = COUNT,
) -> Rows:
    """So many clusters of the selection and the search from the position ``first`` on, by name.

    Columns: ``name``, ``regions``, ``field``, ``founded`` and ``members`` (Int64), ``label`` as it is told, ``id`` and
    ``link`` (the cluster's own site).
    """
    return rows(view(tables, selection, words, today), search, first, count)


def rows(context: View, search: str = "", first: int = 0, count: int = COUNT) -> Rows:
    """The same of a view."""
    words, every = context.words, context.tables["clusters"]
    ours = every.loc[clusters_of(context.tables, context.selection).index]
    found = matching(ours, partial(_written, context.tables, words, context.today), search)
    found = found.sort_values("name", kind="stable", key=lambda names: names.map(order))
    some = found.iloc[first : first + count]
    fields = tuple(
        Field(name, words(f"clusters.{name}"), kind, link="link" if name == "name" else None)  # type: ignore[arg-type]
        for name, kind in COLUMNS.items()
    )
    empty = words("items.found_none", search=search) if search else no_data(context)
    rule = _rule(context, len(found), len(ours), search, first, len(some))
    return Rows("clusters", words("clusters.rows"), _table(context, some), fields, len(found), first, rule, empty)


def label(row: Any, context: View) -> str:
    """A cluster's label as it is told: as valid only where that is certain; nothing where it has none."""
    given, year = text(row.label), None if pd.isna(row.label_year) else int(row.label_year)
    if given is None:
        return ""
    name = str(labels.options("clusters", "label", context.words)[given])
    if year is None:
        return context.words("clusters.label_undated", label=name)
    key = "clusters.label_valid" if holds(given, year, context.today) else "clusters.label_awarded"
    return context.words(key, label=name, year=year)


def _table(context: View, some: pd.DataFrame) -> pd.DataFrame:
    told = [label(row, context) or None for row in some.itertuples(index=False)]
    regions = [labels.area(codes, context.regions, context.words) for codes in some["regions"]]
    plain = some[["name", "field", "founded", "members", "id"]].reset_index(drop=True)
    return plain.assign(
        regions=pd.Series(regions, dtype="str"),
        label=pd.Series(told, dtype="str"),
        link=some["website"].reset_index(drop=True),
    )


@kept(4)
def _written(tables: Tables, words: Words, today: str | None) -> pd.Series:
    """What each cluster is looked for by: name, field and label, and what its regions and priorities are called."""
    context, clusters = view(tables, Selection(), words, today), tables["clusters"]
    return folded(clusters.index, (_text(context, row) for row in clusters.itertuples(index=False)))


def _text(context: View, row: Any) -> str:
    named = labels.priorities(context.tables, context.words)
    regions = [str(context.regions[code]) for code in row.regions if code in context.regions]
    priorities = [str(named[code]) for code in row.priorities if code in named]
    return " ".join((row.name, text(row.field) or "", label(row, context), *regions, *priorities))


def _rule(context: View, found: int, ours: int, search: str, first: int, count: int) -> str:
    words = context.words
    if not found:
        return ""
    if search:
        return words("items.found", search=search, found=words.number(found), total=words.number(ours))
    if count < found:
        shown = f"{words.number(first + 1)}{DASH}{words.number(first + count)}"
        return words("clusters.some_rows", shown=shown, total=words.number(found))
    return words.plural("clusters.all_rows", found)
