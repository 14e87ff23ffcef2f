"""The clusters as rows that count, like those of activity. They are a directory of today: no year limits them."""

from functools import partial

import pandas as pd

from analysis.measures.lists import bearing, listed
from analysis.schema import Tables
from analysis.selection import Selection

LIMITED = ("regions", "priorities")
"""The filters that limit clusters."""


def clusters(tables: Tables, selection: Selection) -> pd.DataFrame:
    """The clusters that a selection leaves, index as in the table: ``regions`` and ``priorities`` as categories of
    tuples (`measures.lists`) and ``count``, which is 1."""
    frame = tables["clusters"]
    rows = pd.DataFrame({"count": 1, **{name: listed(frame[name]) for name in LIMITED}}, index=frame.index)
    kept = pd.Series(True, index=rows.index)
    for name in LIMITED:
        if wanted := getattr(selection, name):
            kept &= bearing(rows[name], partial(_any_of, frozenset(wanted)))
    return rows[kept]


def left_whole(selection: Selection) -> tuple[str, ...]:
    """The filters that are chosen but do not limit clusters."""
    return tuple(name for name in ("themes", "years", "kinds") if getattr(selection, name))


def _any_of(wanted: frozenset[str], bears: tuple[str, ...]) -> bool:
    return not wanted.isdisjoint(bears)
