"""Co-operation over the borders of regions: joint events by year, pairs of regions, organisers that bridge them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.measures.counts import by_year, joint_events, whole_number_grid
from analysis.measures.records import Records

SPAN = 2
"""So many years are set against as many before them."""
Pair = tuple[str, str]


def joint_by_year(events: Records, years: range) -> pd.DataFrame:
    """``year``, ``joint``, ``all`` (int64) and ``share``: a row a year; the share is 0–1, missing without events.

    A joint event is of at least two regions; a series counts for its occasions.
    """
    frame = by_year(joint_events(events), years).rename(columns={"count": "joint"})
    frame["all"] = by_year(events, years)["count"]
    return frame.assign(share=(frame["joint"] / frame["all"].where(frame["all"] > 0)).round(4))


def region_pairs(tables: Mapping[str, Records], regions: Sequence[str]) -> pd.DataFrame:
    """``a``, ``b`` and a column for each of the tables: a row for each pair of regions, ``a`` before ``b`` in order.

    The column says what the rows of both regions count for together.
    """
    pairs = list(combinations(regions, 2))
    columns = {}
    for name, rows in tables.items():
        counts = _pair_counts(rows)
        columns[name] = pd.Series([counts[frozenset(pair)] for pair in pairs], dtype="int64")
    return pd.DataFrame(pairs, columns=["a", "b"], dtype="str").assign(**columns)


def pair_grid(pairs: pd.DataFrame, column: str, regions: Sequence[str], *, once: bool = False) -> pd.DataFrame:
    """A column of `region_pairs` as a table of its regions by regions, Int64: symmetric, missing on the diagonal.

    ``once``: a pair stands only in the row of its first region.
    """
    # The pairs of `region_pairs` are the places above the diagonal, row by row.
    first, second = np.triu_indices(len(regions), 1)
    numbers = np.zeros((len(regions), len(regions)), dtype="int64")
    known = np.zeros(numbers.shape, dtype=bool)
    ends = [(first, second)] if once else [(first, second), (second, first)]
    for row, other in ends:
        numbers[row, other], known[row, other] = pairs[column].to_numpy(), True
    return whole_number_grid(numbers, known, regions, regions)


def pair_changes(events: Records, regions: Sequence[str], year: int) -> pd.DataFrame:
    """``a``, ``b``, ``before``, ``now``: the joint events of each pair in the two years up to ``year``, and before."""
    first = year - SPAN + 1
    spans = {"before": (first - SPAN, first - 1), "now": (first, year)}
    parts = {
        name: events.where((events["year"] >= start) & (events["year"] <= end)) for name, (start, end) in spans.items()
    }
    return region_pairs(parts, regions)


def bridging_organisers(events: Records) -> pd.DataFrame:
    """``name``, ``regions`` (a tuple), ``events``, ``joint``: the organisers whose events cover at least two regions.

    Those that cover the most regions come first, then those with the most events, then by name.
    """
    size = max(len(events.values["regions"]), 1)
    both, places = np.unique(events["organisers"] * size + events["regions"], return_inverse=True)
    sums = np.bincount(places, weights=events["count"], minlength=len(both)).tolist()
    every, joint, covered = Counter[str](), Counter[str](), dict[str, set[str]]()
    for each, number in zip(both.tolist(), sums, strict=True):
        left, right = divmod(each, size)
        regions = set(events.values["regions"][right])
        for name in set(events.values["organisers"][left]):
            every[name] += int(number)
            joint[name] += int(number) if len(regions) > 1 else 0
            covered.setdefault(name, set()).update(regions)
    names = [name for name, regions in covered.items() if len(regions) > 1]
    names.sort(key=lambda name: (-len(covered[name]), -every[name], name))
    columns = {
        "name": pd.Series(names, dtype="str"),
        "regions": pd.Series([tuple(sorted(covered[name])) for name in names], dtype=object),
        "events": pd.Series([every[name] for name in names], dtype="int64"),
        "joint": pd.Series([joint[name] for name in names], dtype="int64"),
    }
    return pd.DataFrame(columns)


def _pair_counts(rows: Records) -> Counter[frozenset[str]]:
    """What the rows of each pair of regions count for together."""
    counts = Counter[frozenset[str]]()
    for regions, number in rows.count_by_value("regions").items():
        for pair in combinations(sorted(set(regions)), 2):
            counts[frozenset(pair)] += number
    return counts
