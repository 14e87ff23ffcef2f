"""How whole each of the last revisions is: the share of filled cells in the tables that are shown."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.measures.quality import filled_cells

TABLES = ("events", "stories", "materials", "clusters")
"""The tables whose cells are counted; the others explain them."""


@dataclass(frozen=True)
class RevisionShare:
    """A revision: its id, the ISO day it was published, how many of its cells have a value, and of how many."""

    revision: str
    published: str
    values: int
    cells: int


def revision_share(revision: str, published: str, frames: Mapping[str, pd.DataFrame]) -> RevisionShare:
    """The share of a revision, counted over its ``frames`` of `TABLES`."""
    counts = filled_cells({name: frames[name] for name in TABLES})
    values, cells = int(counts["filled"].sum()), int(counts["rows"].sum())
    return RevisionShare(revision, published, values, cells)
