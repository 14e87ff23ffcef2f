"""The clusters: which of them a selection leaves, their age, their members, and whether a quality label still holds."""

from functools import partial

import pandas as pd

from analysis.measures.lists import bearing, listed
from analysis.selection import Selection

LIMITS = {"regions": "regions", "priorities": "priorities"}
"""The filters that limit clusters, and the column each looks at. Clusters are of no theme, type or year of activity."""
SPLIT = ("regions", "priorities", "label")
HOLDS = {"bronze": 2}
"""Years that a quality label holds, where that is known (docs/workbook.md)."""


def weighed(clusters: pd.DataFrame) -> pd.DataFrame:
    """A row a cluster, index as in the table: ``regions``, ``priorities`` and ``label`` as categories of tuples,
    ``members``, ``label_year``, ``year`` (when it was founded) and ``count``, which is 1."""
    lists = {column: listed(clusters[column]) for column in SPLIT}
    return clusters[["members", "label_year"]].assign(year=clusters["founded"], count=1, **lists)


def chosen(clusters: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The weighed rows that the selection leaves: those that bear any of a filter's values."""
    kept = pd.Series(True, index=clusters.index)
    for each, column in LIMITS.items():
        if values := frozenset(getattr(selection, each)):
            kept &= bearing(clusters[column], partial(_any_of, values))
    return clusters[kept]


def members(clusters: pd.DataFrame) -> int | None:
    """The members that clusters have told together; None where none has told any. Who is in two counts twice."""
    found = clusters["members"].sum(min_count=1)
    return None if pd.isna(found) else int(found)


def telling(clusters: pd.DataFrame, column: str) -> int:
    """Of how many clusters a column is known."""
    return int(clusters[column].notna().sum())


def holds(label: str | None, year: int | None, today: str | None) -> bool:
    """Whether a label holds for certain: its term is known and was not over when the year of ``today`` began.

    The day of the award is not known, so a label is not called valid in the year in which its term ends.
    """
    if label not in HOLDS or year is None or today is None:
        return False
    return 0 <= int(today[:4]) - year < HOLDS[label]


def holding(clusters: pd.DataFrame, label: str, today: str | None) -> int:
    """How many of the clusters bear a label that holds for certain."""
    ours = clusters[bearing(clusters["label"], lambda bears: label in bears)]
    years = [None if pd.isna(year) else int(year) for year in ours["label_year"]]
    return sum(holds(label, year, today) for year in years)


def _any_of(wanted: frozenset[str], bears: tuple[str, ...]) -> bool:
    return not wanted.isdisjoint(bears)
