"""Which rows a selection leaves, and how much each of them counts."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from analysis.measures.records import Records, records
from analysis.schema import Tables
from analysis.selection import Selection

Weighed = Mapping[str, Records]
"""The tables of activity as records: split by ``day`` (ISO, of the precision known) and by the lists and choices of the
table; of events ``ends`` and ``participants``. A row counts for the occasions of an event, else once."""

DAY = {"events": "starts", "stories": "published", "materials": "published"}
SPLIT = {
    "events": ("regions", "themes", "priorities", "kind", "form", "status", "ends"),
    "stories": ("regions", "themes", "form"),
    "materials": ("themes", "kind"),
}
UNCOUNTED = ("cancelled", "postponed")
LIMITS: dict[str, dict[str, str]] = {
    "events": {"regions": "regions", "themes": "themes", "priorities": "priorities", "kinds": "kind"},
    "stories": {"regions": "regions", "themes": "themes"},
    "materials": {"themes": "themes"},
}
"""By table: the filters that limit it and the column each looks at. A filter that a table has no column for leaves it
whole: materials are of no region, priorities and kinds are told of events alone. Years limit all three."""


def weighed(tables: Tables) -> Weighed:
    """The tables of activity as records; the same for every selection of a revision."""
    return MappingProxyType({name: _weighed(tables[name], name) for name in DAY})


def chosen(activity: Weighed, name: str, selection: Selection) -> Records:
    """The rows of a table that the selection leaves, whatever their status.

    A filter of several values leaves the rows that bear any of them; chosen years leave no row without a year.
    """
    return within(limited(activity[name], LIMITS[name], selection), selection.years)


def limited(rows: Records, limits: Mapping[str, str], selection: Selection) -> Records:
    """The rows that bear any of the values of each chosen filter; ``limits``: the column that each filter looks at."""
    kept = np.ones(len(rows), dtype=bool)
    for each, column in limits.items():
        if values := getattr(selection, each):
            kept &= rows.bearing(column, partial(any_of, frozenset(values)))
    return rows.where(kept)


def within(rows: Records, years: tuple[int, int] | None) -> Records:
    """The rows of the years from the first to the last; all where years is None."""
    return rows.where((rows["year"] >= years[0]) & (rows["year"] <= years[1])) if years else rows


def uncounted(rows: Records) -> np.ndarray:
    """Which rows do not count, since they are cancelled or postponed: a boolean array."""
    if "status" not in rows:
        return np.zeros(len(rows), dtype=bool)
    return rows.bearing("status", partial(any_of, frozenset(UNCOUNTED)))


def counts(rows: Records) -> Records:
    """The rows that count: all but cancelled and postponed events."""
    return rows.where(~uncounted(rows))


def counted(activity: Weighed, selection: Selection) -> Weighed:
    """The rows of every table that the selection leaves and that count."""
    return MappingProxyType({name: counts(chosen(activity, name, selection)) for name in activity})


def unlimited(name: str, selection: Selection) -> tuple[str, ...]:
    """The filters that are chosen but leave a table whole."""
    every = LIMITS["events"]
    return tuple(each for each in every if getattr(selection, each) and each not in LIMITS[name])


def any_of(wanted: frozenset[str], bears: tuple[str, ...]) -> bool:
    """Whether a list bears any of what is wanted."""
    return not wanted.isdisjoint(bears)


def _weighed(frame: pd.DataFrame, name: str) -> Records:
    days = frame[DAY[name]]
    return records(
        frame.index,
        year=pd.to_numeric(days.str.slice(0, 4)).astype("Int64"),
        count=frame["occasions"].fillna(1) if "occasions" in frame else None,
        numbers={each: frame[each] for each in ("participants",) if each in frame},
        split={"day": days, **{column: frame[column] for column in SPLIT[name]}},
    )
