"""Clusters: those that match a selection, their members, their quality labels, the events related to one."""

import numpy as np
import pandas as pd

from analysis.measures.records import Records, matching_records, records
from analysis.schema import Tables
from analysis.selection import Selection

SPLIT = ("regions", "priorities", "label")
LABEL_YEARS = {"bronze": 2}
"""Years for which a quality label is valid, if that is known (docs/workbook.md)."""


def cluster_records(clusters: pd.DataFrame) -> Records:
    """A row a cluster, each counts once: split by ``regions``, ``priorities`` and ``label``, with ``members`` and
    ``label_year`` as numbers; ``year`` is the one in which it was founded."""
    return records(
        clusters.index,
        year=clusters["founded"],
        numbers={name: clusters[name] for name in ("members", "label_year")},
        split={name: clusters[name] for name in SPLIT},
    )


def clusters_in_selection(tables: Tables, selection: Selection) -> Records:
    """The clusters that match a selection. They are a directory of today: no year limits them."""
    return matching_records({"clusters": cluster_records(tables["clusters"])}, "clusters", selection)


def label_is_valid(label: str | None, year: int | None, today: str | None) -> bool:
    """Whether a label is certainly valid: its term is known and was not over when the year of ``today`` began.

    The day of the award is not known, so a label is not called valid in the year in which its term ends.
    """
    if label not in LABEL_YEARS or year is None or today is None:
        return False
    return 0 <= int(today[:4]) - year < LABEL_YEARS[label]


def number_with_valid_label(clusters: Records, label: str, today: str | None) -> int:
    """How many of the clusters have this label and it is certainly valid."""
    years = clusters.having("label", (label,))["label_year"]
    return sum(label_is_valid(label, int(year), today) for year in years[~np.isnan(years)].tolist())


def related_events(events: pd.DataFrame, regions: tuple[str, ...], priorities: tuple[str, ...]) -> pd.DataFrame:
    """The events of any of the regions that share a priority (without priorities: all of them), newest first."""
    near = [not set(regions).isdisjoint(each) for each in events["regions"]]
    alike = [not priorities or not set(priorities).isdisjoint(each) for each in events["priorities"]]
    matches = np.array(near, dtype=bool) & np.array(alike, dtype=bool)
    return events[matches].sort_values("starts", ascending=False, kind="stable", na_position="last")
