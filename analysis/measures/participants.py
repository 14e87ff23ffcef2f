"""Participants of counted events by year and by region; inhabitants of regions. Unreported is unknown, never 0."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.counts import known_sum
from analysis.measures.records import Records

BASE = 100_000
"""Inhabitants to whom a rate refers."""
YEARS = 10_000
"""Greater than every year."""


class Inhabitants(NamedTuple):
    """A region's inhabitants and the year in which they were counted; None if unknown."""

    number: int | None = None
    year: int | None = None


def participants_by_year(events: Records, years: range) -> pd.DataFrame:
    """``year``, ``count`` (Int64): a row a year of ``years``, missing if no event has reported any number."""
    sums = [known_sum(events.where(events["year"] == year), "participants") for year in years]
    return pd.DataFrame({"year": list(years), "count": pd.array(sums, dtype="Int64")})


def participants_by_region(events: Records, regions: Sequence[str]) -> pd.Series:
    """The reported participants, Int64, index the regions; those of a joint event count in each of its regions."""
    sums = _sums(events, np.zeros(len(events), dtype="int64"), regions)
    return pd.Series([sums.get((region, 0)) for region in regions], index=list(regions), dtype="Int64")


def participants_by_region_and_year(events: Records, regions: Sequence[str], years: range) -> pd.DataFrame:
    """The reported participants by region and year, Int64: regions in rows, years in columns, missing if unreported."""
    sums = _sums(events, events["year"], regions)
    columns = {year: pd.array([sums.get((region, year)) for region in regions], dtype="Int64") for year in years}
    return pd.DataFrame(columns, index=list(regions))


def inhabitants(regions: pd.DataFrame) -> dict[str, Inhabitants]:
    """The inhabitants of each region of the sheet, by code."""
    by_code = {}
    for row in regions[["code", "population", "population_year"]].to_dict("records"):
        number, year = (None if pd.isna(row[name]) else int(row[name]) for name in ("population", "population_year"))
        by_code[str(row["code"])] = Inhabitants(number, year)
    return by_code


def _sums(events: Records, years: np.ndarray, regions: Sequence[str]) -> dict[tuple[str, int], int]:
    """By region and year of ``years`` (a year a row): the participants, if any are reported."""
    mask = events.known_mask("participants")
    pairs, places = np.unique(events["regions"][mask] * YEARS + years[mask], return_inverse=True)
    sums = np.bincount(places, weights=events["participants"][mask])
    by_region: dict[tuple[str, int], int] = {}
    for pair, number in zip(pairs.tolist(), sums.tolist(), strict=True):
        code, year = divmod(pair, YEARS)
        for region in set(events.values["regions"][code]).intersection(regions):
            by_region[region, year] = by_region.get((region, year), 0) + int(number)
    return by_region
