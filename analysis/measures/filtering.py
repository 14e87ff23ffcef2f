"""Filters: which rows match a selection, which of them count, and for how much."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd

from analysis.measures.records import Records, records
from analysis.schema import Tables
from analysis.selection import FILTERS, Selection

RecordsByTable = Mapping[str, Records]
"""The tables of activity as records: split by ``day`` (ISO, of any precision) and by the table's lists and choices;
events have ``ends`` and ``participants``. An event counts for its occasions, any other row once."""

DAY = {"events": "starts", "stories": "published", "materials": "published"}
SPLIT = {
    "events": ("regions", "themes", "priorities", "kind", "form", "status", "ends"),
    "stories": ("regions", "themes", "form"),
    "materials": ("themes", "kind"),
}
UNCOUNTED_STATUSES = ("cancelled", "postponed")
LIMITS: dict[str, dict[str, str]] = {
    "events": {"years": "year", "regions": "regions", "themes": "themes", "priorities": "priorities", "kinds": "kind"},
    "stories": {"years": "year", "regions": "regions", "themes": "themes"},
    "materials": {"years": "year", "themes": "themes"},
    "clusters": {"regions": "regions", "priorities": "priorities"},
}
"""By table: the filters that limit it, and the column of each. A filter for which a table has no column does not limit
it: materials have no region, only events have kinds, and clusters are a directory of today."""


def activity_records(tables: Tables) -> RecordsByTable:
    """The tables of activity as records; the same for every selection of a revision."""
    by_table = {}
    for name, day in DAY.items():
        frame = tables[name]
        by_table[name] = records(
            frame.index,
            year=pd.to_numeric(frame[day].str.slice(0, 4)).astype("Int64"),
            count=frame["occasions"].fillna(1) if "occasions" in frame else None,
            numbers={each: frame[each] for each in ("participants",) if each in frame},
            split={"day": frame[day], **{column: frame[column] for column in SPLIT[name]}},
        )
    return MappingProxyType(by_table)


def matching_records(tables: RecordsByTable, name: str, selection: Selection) -> Records:
    """The rows of a table that match the selection, whatever their status.

    A row matches a filter if it has any of the filter's values; a row without a year matches no years.
    """
    rows = tables[name]
    for each, column in LIMITS[name].items():
        values = getattr(selection, each)
        if values and each == "years":
            rows = rows.where((rows[column] >= values[0]) & (rows[column] <= values[1]))
        elif values:
            rows = rows.having(column, values)
    return rows


def uncounted_mask(rows: Records) -> np.ndarray:
    """Which rows do not count because they are cancelled or postponed: a boolean array."""
    if "status" not in rows.values:
        return np.zeros(len(rows), dtype=bool)
    return rows.value_mask("status", lambda status: not set(status).isdisjoint(UNCOUNTED_STATUSES))


def counted_records(tables: RecordsByTable, selection: Selection) -> RecordsByTable:
    """The rows of every table that match the selection and count: all but cancelled and postponed events."""
    matching = {name: matching_records(tables, name, selection) for name in tables}
    return MappingProxyType({name: rows.where(~uncounted_mask(rows)) for name, rows in matching.items()})


def filters_without_effect(name: str, selection: Selection) -> tuple[str, ...]:
    """The filters that are set but do not limit a table."""
    return tuple(each for each in FILTERS if getattr(selection, each) and each not in LIMITS[name])
