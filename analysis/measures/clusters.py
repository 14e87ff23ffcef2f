"""The clusters: which of them a selection leaves, their age, their members, and whether a quality label still holds."""

import pandas as pd

from analysis.measures.chosen import limited
from analysis.measures.participants import summed
from analysis.measures.records import Records, records
from analysis.schema import Tables
from analysis.selection import FILTERS, Selection

LIMITS = {"regions": "regions", "priorities": "priorities"}
"""The filters that limit clusters, and the column each looks at. Clusters are of no theme, type or year of activity."""
SPLIT = ("regions", "priorities", "label")
HOLDS = {"bronze": 2}
"""Years that a quality label holds, where that is known (docs/workbook.md)."""


def weighed(clusters: pd.DataFrame) -> Records:
    """A row a cluster, which counts once: split by ``regions``, ``priorities`` and ``label``; ``members``,
    ``label_year``, and as its ``year`` the one in which it was founded."""
    return records(
        clusters.index,
        year=clusters["founded"],
        numbers={name: clusters[name] for name in ("members", "label_year")},
        split={name: clusters[name] for name in SPLIT},
    )


def clusters_of(tables: Tables, selection: Selection) -> Records:
    """The clusters that a selection leaves. They are a directory of today: no year limits them."""
    return chosen(weighed(tables["clusters"]), selection)


def left_whole(selection: Selection) -> tuple[str, ...]:
    """The filters that are chosen but do not limit clusters."""
    return tuple(name for name in FILTERS if name not in LIMITS and getattr(selection, name))


def chosen(clusters: Records, selection: Selection) -> Records:
    """The rows that the selection leaves: those that bear any of a filter's values."""
    return limited(clusters, LIMITS, selection)


def members(clusters: Records) -> int | None:
    """The members that clusters have told together; None where none has told any. Who is in two counts twice."""
    return summed(clusters["members"])


def telling(clusters: Records, column: str) -> int:
    """Of how many clusters a column is known."""
    return int(clusters.known(column).sum())


def holds(label: str | None, year: int | None, today: str | None) -> bool:
    """Whether a label holds for certain: its term is known and was not over when the year of ``today`` began.

    The day of the award is not known, so a label is not called valid in the year in which its term ends.
    """
    if label not in HOLDS or year is None or today is None:
        return False
    return 0 <= int(today[:4]) - year < HOLDS[label]


def holding(clusters: Records, label: str, today: str | None) -> int:
    """How many of the clusters bear a label that holds for certain."""
    ours = clusters.where(clusters.bearing("label", lambda bears: label in bears) & clusters.known("label_year"))
    return sum(holds(label, int(year), today) for year in ours["label_year"].tolist())
