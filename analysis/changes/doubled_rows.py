"""Rows that each side of a merge added under a key of its own, and that look like the same thing."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd
from rapidfuzz import fuzz

from analysis.changes.compare import SEPARATOR, frame_by_key
from analysis.changes.difference import Key
from analysis.schema import Table

ALIKE = 90
"""Names that are more alike than this, of 100, are nearly the same."""


def doubled_rows(
    table: Table, base: pd.DataFrame, current: pd.DataFrame, upload: pd.DataFrame
) -> Iterator[tuple[Key, Key]]:
    """The keys of such rows, in the upload and in the current table: one day, a shared region, nearly one name."""
    day = table.day
    if not day or "regions" not in {each.name for each in table.columns}:
        return
    before, theirs, mine = (frame_by_key(table, frame) for frame in (base, current, upload))
    theirs, mine = (
        frame[~frame.index.isin(before.index) & ~frame.index.isin(other.index) & frame[day].notna()]
        for frame, other in ((theirs, mine), (mine, theirs))
    )
    by_day: dict[str, list[tuple[str, str, set[str]]]] = defaultdict(list)
    for key, name, date, regions in zip(theirs.index, theirs[table.label], theirs[day], theirs["regions"], strict=True):
        by_day[date].append((key, str(name).casefold(), set(regions)))
    for key, name, date, regions in zip(mine.index, mine[table.label], mine[day], mine["regions"], strict=True):
        for other, its_name, its_regions in by_day[date]:
            if its_regions & set(regions) and fuzz.ratio(str(name).casefold(), its_name) > ALIKE:
                yield tuple(key.split(SEPARATOR)), tuple(other.split(SEPARATOR))
                break
