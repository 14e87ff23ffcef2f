"""Filters: which rows match a selection, which of them count, and for how much."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from analysis.measures.records import Records, records
from analysis.schema import Tables
from analysis.selection import Selection

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
    "events": {"regions": "regions", "themes": "themes", "priorities": "priorities", "kinds": "kind"},
    "stories": {"regions": "regions", "themes": "themes"},
    "materials": {"themes": "themes"},
}
"""By table: the filters that limit it, and the column of each. A filter for which a table has no column does not limit
it: materials have no region, only events have priorities and kinds. Years limit all three."""


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


def matching_records(activity: RecordsByTable, name: str, selection: Selection) -> Records:
    """The rows of a table that match the selection, whatever their status.

    A row matches a filter if it has any of the filter's values; a row without a year matches no years.
    """
    return records_in_years(limit_records(activity[name], LIMITS[name], selection), selection.years)


def limit_records(rows: Records, limits: Mapping[str, str], selection: Selection) -> Records:
    """The rows that have any of the values of each filter that is set; ``limits``: the column of each filter."""
    matches = np.ones(len(rows), dtype=bool)
    for each, column in limits.items():
        if values := getattr(selection, each):
            matches &= rows.value_mask(column, partial(has_any_of, frozenset(values)))
    return rows.where(matches)


def records_in_years(rows: Records, years: tuple[int, int] | None) -> Records:
    """The rows of the years from the first to the last; all if years is None."""
    return rows.where((rows["year"] >= years[0]) & (rows["year"] <= years[1])) if years else rows


def uncounted_mask(rows: Records) -> np.ndarray:
    """Which rows do not count because they are cancelled or postponed: a boolean array."""
    if "status" not in rows:
        return np.zeros(len(rows), dtype=bool)
    return rows.value_mask("status", partial(has_any_of, frozenset(UNCOUNTED_STATUSES)))


def counting_records(rows: Records) -> Records:
    """The rows that count: all but cancelled and postponed events."""
    return rows.where(~uncounted_mask(rows))


def counted_records(activity: RecordsByTable, selection: Selection) -> RecordsByTable:
    """The rows of every table that match the selection and count."""
    return MappingProxyType({name: counting_records(matching_records(activity, name, selection)) for name in activity})


def filters_without_effect(name: str, selection: Selection) -> tuple[str, ...]:
    """The filters that are set but do not limit a table."""
    every = LIMITS["events"]
    return tuple(each for each in every if getattr(selection, each) and each not in LIMITS[name])


def has_any_of(wanted: frozenset[str], values: tuple[str, ...]) -> bool:
    """Whether a list has any of the values that are wanted."""
    return not wanted.isdisjoint(values)
