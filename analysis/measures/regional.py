"""Participants by region, and beside the inhabitants. What nobody has reported is unknown, never 0."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

BASE = 100_000
"""So many inhabitants a rate is told of."""


class Inhabitants(NamedTuple):
    """A region's inhabitants and the year that they were counted in; None where unknown."""

    number: int | None = None
    year: int | None = None


def participants_by_region(events: pd.DataFrame, regions: Sequence[str]) -> pd.Series:
    """The reported participants, Int64 by region; those of a joint event are told in each of its regions."""
    found = _summed(events, events["regions"].cat.codes, regions)
    return pd.Series([found.get((region, 0)) for region in regions], index=list(regions), dtype="Int64")


def participants_by_region_and_year(events: pd.DataFrame, regions: Sequence[str], years: range) -> pd.DataFrame:
    """The same by region and year: regions in rows, years in columns, missing where nobody reported."""
    dated = events[events["year"].notna()]
    found = _summed(dated, dated["regions"].cat.codes, regions, dated["year"].astype("int64"))
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


def _summed(
    events: pd.DataFrame, codes: pd.Series, regions: Sequence[str], years: pd.Series | None = None
) -> dict[tuple[str, int], int]:
    """By region and year (0 without years): the participants, where any are reported."""
    by = [codes.to_numpy(), years.to_numpy() if years is not None else codes.to_numpy() * 0]
    sums = events["participants"].groupby(by).sum(min_count=1).dropna()
    lists = events["regions"].cat.categories
    found: dict[tuple[str, int], int] = {}
    for (code, year), number in zip(sums.index.tolist(), sums.tolist(), strict=True):
        for region in regions:
            if region in lists[code]:
                found[region, year] = found.get((region, year), 0) + int(number)
    return found


def _number(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
