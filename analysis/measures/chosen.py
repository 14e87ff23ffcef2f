"""Which rows a selection leaves, and how much each of them counts."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

import numpy as np
import pandas as pd

from analysis.measures.lists import bearing, listed
from analysis.schema import Tables
from analysis.selection import Selection

Weighed = Mapping[str, pd.DataFrame]
"""The tables of activity, index as in the tables: days, ``participants`` and ``status`` as they are there, what rows
are split by as categories of tuples (`measures.lists`), ``year`` (Int64, missing where no date is known) and ``count``,
what the row counts for (the occasions of an event, else 1)."""

DAY = {"events": "starts", "stories": "published", "materials": "published"}
KEPT = {"events": ["starts", "participants", "status"], "stories": ["published"], "materials": ["published"]}
SPLIT = {
    "events": ("regions", "themes", "priorities", "kind", "form"),
    "stories": ("regions", "themes", "form"),
    "materials": ("themes",),
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
    """The tables of activity with ``year`` and ``count``; the same for every selection of a revision."""
    return MappingProxyType({name: _weighed(tables[name], name) for name in DAY})


def chosen(activity: Weighed, name: str, selection: Selection) -> pd.DataFrame:
    """The rows of a table that the selection leaves, whatever their status.

    A filter of several values leaves the rows that bear any of them; chosen years leave no row without a year.
    """
    frame = activity[name]
    kept = np.ones(len(frame), dtype=bool)
    for each, column in LIMITS[name].items():
        if values := getattr(selection, each):
            kept &= bearing(frame[column], partial(_any_of, frozenset(values))).to_numpy()
    if selection.years:
        kept &= dated(frame, selection.years)
    return frame if kept.all() else frame[kept]


def within(frame: pd.DataFrame, years: tuple[int, int] | None) -> pd.DataFrame:
    """The rows of the years from the first to the last; all where years is None."""
    return frame[dated(frame, years)] if years else frame


def dated(frame: pd.DataFrame, years: tuple[int, int]) -> np.ndarray:
    """Which rows are of the years from the first to the last: a boolean array."""
    year = frame["year"].to_numpy(dtype="float64", na_value=np.nan)
    found: np.ndarray = (year >= years[0]) & (year <= years[1])
    return found


def counts(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: all but cancelled and postponed events."""
    if "status" not in frame:
        return frame
    uncounted = frame["status"].isin(UNCOUNTED)
    return frame[~uncounted] if uncounted.any() else frame


def counted(activity: Weighed, selection: Selection) -> Weighed:
    """The rows of every table that the selection leaves and that count."""
    return MappingProxyType({name: counts(chosen(activity, name, selection)) for name in activity})


def unlimited(name: str, selection: Selection) -> tuple[str, ...]:
    """The filters that are chosen but leave a table whole."""
    every = LIMITS["events"]
    return tuple(each for each in every if getattr(selection, each) and each not in LIMITS[name])


def _weighed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    year = pd.to_numeric(frame[DAY[name]].str.slice(0, 4)).astype("Int64")
    count = frame["occasions"].fillna(1).astype("int64") if "occasions" in frame else 1
    lists = {column: listed(frame[column]) for column in SPLIT[name]}
    return frame[KEPT[name]].assign(year=year, count=count, **lists)


def _any_of(wanted: frozenset[str], bears: tuple[str, ...]) -> bool:
    return not wanted.isdisjoint(bears)
