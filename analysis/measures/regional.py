"""Participants by region, and beside the inhabitants. What nobody has reported is unknown, never 0."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.records import Records

BASE = 100_000
"""So many inhabitants a rate is told of."""


class Inhabitants(NamedTuple):
    """A region's inhabitants and the year that they were counted in; None where unknown."""

    number: int | None = None
    year: int | None = None


def participants_by_region(events: Records, regions: Sequence[str]) -> pd.Series:
    """The reported participants, Int64 by region; those of a joint event are told in each of its regions."""
    found = _summed(events, np.zeros(len(events), dtype="int64"), regions)
    return pd.Series([found.get((region, 0)) for region in regions], index=list(regions), dtype="Int64")


def participants_by_region_and_year(events: Records, regions: Sequence[str], years: range) -> pd.DataFrame:
    """The same by region and year: regions in rows, years in columns, missing where nobody reported."""
    found = _summed(events, events["year"], regions)
    columns = {year: pd.array([found.get((region, year)) for region in regions], dtype="Int64") for year in years}
    return pd.DataFrame(columns, index=list(regions))


def inhabitants(regions: pd.DataFrame) -> dict[str, Inhabitants]:
    """The inhabitants of each region of the sheet, by code."""
    rows = regions[["code", "population", "population_year"]].itertuples(index=False)
    return {str(code): Inhabitants(_number(number), _number(year)) for code, number, year in rows}


def rate(participants: int | None, living: Inhabitants) -> int | None:
    """Participants per 100,000 inhabitants, rounded half up; None where either is unknown."""
    if participants is None or not living.number:
        return None
    return (2 * participants * BASE + living.number) // (2 * living.number)


def _summed(events: Records, years: np.ndarray, regions: Sequence[str]) -> dict[tuple[str, int], int]:
    """By region and year: the participants, where any are reported."""
    known = events.known("participants")
    by = np.stack([events["regions"][known], years[known]])
    pairs, places = np.unique(by, axis=1, return_inverse=True)
    sums = np.bincount(places, weights=events["participants"][known])
    found: dict[tuple[str, int], int] = {}
    for code, year, number in zip(*pairs.tolist(), sums.tolist(), strict=True):
        for region in set(events.values["regions"][code]).intersection(regions):
            found[region, year] = found.get((region, year), 0) + int(number)
    return found


def _number(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
