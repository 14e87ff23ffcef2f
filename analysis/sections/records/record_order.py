"""The keys of the rows that a selection leaves, in the order in which lists have them: what is before and after one."""

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.ordering import reading_order, rows_by_day
from analysis.measures.records import matching_records
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import every_row
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.alphabet import sort_key


@cached_per_tables
def record_order(tables: Tables, name: str, selection: Selection, words: Translator) -> tuple[str, ...]:
    """The keys of the rows of a table: events and stories newest first, materials in reading order, clusters by name.

    ``name``: of the table; themes and regions are all of them, in the owner's order and in Statistics Finland's.
    """
    if name in ("themes", "regions"):
        return tuple(getattr(code_labels, name)(tables, words))
    frame = tables[name]
    if name == "clusters":
        rows = list(clusters_by_name(tables, selection).index)
    else:
        records = matching_records(every_row(tables), name, selection)
        rows = list(records.index if name == "materials" else rows_by_day(records, newest_first=True).index)
    if name == "materials":
        return tuple(reading_order(frame.loc[rows], tuple(code_labels.options(name, "kind", words)))["id"])
    return tuple(frame["id"].loc[rows])


def clusters_by_name(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The clusters of a selection, by name in the order of the Finnish alphabet."""
    frame = tables["clusters"].loc[clusters_in_selection(tables, selection).index]
    return frame.sort_values("name", kind="stable", key=lambda column: column.map(sort_key))


def neighbours(order: tuple[str, ...], id: str) -> tuple[str | None, str | None]:
    """The keys before and after one in an order; None where there is none, or the order does not have the ``id``."""
    if id not in order:
        return None, None
    place = order.index(id)
    return order[place - 1] if place else None, order[place + 1] if place + 1 < len(order) else None
