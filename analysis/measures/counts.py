"""Totals and splits of counted rows (`counted_records`) as tidy frames, the years they cover, the compared year."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.records import UNKNOWN, Records, RecordsByTable
from analysis.selection import Selection


def total(rows: Records) -> int:
    """What the rows count for together; each counts once."""
    return int(rows["count"].sum())


def total_without_value(rows: Records, column: str) -> int:
    """What the rows count for together whose value in a column ("year" among them) is unknown."""
    return int(rows["count"][~rows.known_mask(column)].sum())


def known_sum(rows: Records, column: str) -> int | None:
    """The sum of the known numbers of a column, such as participants; None if none is known: unknown is never 0."""
    numbers = rows[column][rows.known_mask(column)]
    return int(numbers.sum()) if len(numbers) else None


def by_year(rows: Records, years: range) -> pd.DataFrame:
    """``year``, ``count``: a row a year of ``years``, 0 if the data has none."""
    inside = (rows["year"] >= years.start) & (rows["year"] < years.stop)
    places, counts = rows["year"][inside] - years.start, rows["count"][inside]
    sums = np.bincount(places, weights=counts, minlength=len(years)).astype("int64")
    return pd.DataFrame({"year": list(years), "count": sums[: len(years)]})


def values_in_use(rows: Records, column: str) -> tuple[str, ...]:
    """The values that occur in a column, sorted."""
    return tuple(sorted(set().union(*rows.count_by_value(column))))


def joint_events(events: Records) -> Records:
    """The events of at least two regions."""
    return events.where(events.value_mask("regions", lambda regions: len(set(regions)) > 1))


def by_values(rows: Records, column: str, values: Sequence[str]) -> pd.Series:
    """How many by value, int64, index the values in their order, 0 if the data has none.

    A row counts once in each value of its list, so the sum may exceed the total.
    """
    sums = dict.fromkeys(values, 0)
    for row_values, count in rows.count_by_value(column).items():
        for value in sums.keys() & set(row_values):
            sums[value] += count
    return pd.Series(sums, dtype="int64")


def crosstab(
    records: Records, row: str, rows: Sequence[str], column: str, columns: Sequence[str] | Sequence[int]
) -> pd.DataFrame:
    """How many of ``records`` by the values of two columns: int64, 0 if there are none.

    - ``row``: a column of lists; ``rows``: its values, the rows of the result.
    - ``column``: another one, or "year"; ``columns``: its values, the columns of the result.
    """
    down, left, right = records.values[row], records[row], records[column]
    across = records.values.get(column)
    cells, in_rows, in_columns = dict.fromkeys(product(rows, columns), 0), set(rows), set(columns)
    size = int(right.max()) + 1 if len(records) else 1
    pairs, places = np.unique(left * size + right, return_inverse=True)
    sums = np.bincount(places, weights=records["count"]).tolist()
    for pair, count in zip(pairs.tolist(), sums, strict=True):
        first, second = divmod(pair, size)
        others = (second,) if across is None else across[second]
        for cell in product(in_rows.intersection(down[first]), in_columns.intersection(others)):
            cells[cell] += int(count)
    numbers = np.array(list(cells.values()), dtype="int64").reshape(len(rows), len(columns))
    return pd.DataFrame(numbers, index=list(rows), columns=list(columns))


def whole_number_grid(
    numbers: np.ndarray, known: np.ndarray, rows: Sequence[str], columns: Sequence[str]
) -> pd.DataFrame:
    """A frame of whole numbers, Int64, missing where they are not known; quicker than from lists with gaps.

    ``numbers`` (int64) and ``known`` (boolean) have a row for each of ``rows`` and a column for each of ``columns``.
    """
    arrays = {name: pd.arrays.IntegerArray(numbers[:, at], ~known[:, at]) for at, name in enumerate(columns)}
    return pd.DataFrame(arrays, index=list(rows))


@dataclass(frozen=True)
class ComparedYear:
    """The year that is compared, and the one before it (None if the data begins later or the year is not over).

    ``running``: the year is not over, so that it cannot be set against a whole one.
    """

    year: int
    before: int | None
    running: bool = False


def year_span(*tables: Records) -> range:
    """From the first to the last year of records; an empty range if no row has a year."""
    years = years_with_records(*tables)
    return range(years[0], years[-1] + 1) if years else range(0)


def years_with_records(*tables: Records) -> list[int]:
    """The years with any row, in order."""
    years = {year for rows in tables for year in np.unique(rows["year"]).tolist()}
    return sorted(years - {UNKNOWN})


def years_in_selection(years: range, selection: Selection) -> range:
    """The part of the years that the selection has."""
    if not selection.years:
        return years
    first, last = selection.years
    return range(max(first, years.start), max(min(last + 1, years.stop), first, years.start))


def compared_year(activity: RecordsByTable, selection: Selection, today: str | None = None) -> ComparedYear | None:
    """The year that is compared: the last of the selected years that is over and has any row.

    ``activity`` is all that counts, without filters: all tables, regions and themes share the year, so that numbers
    beside each other are of the same year. If only the running year is left, that one and no year before; None if
    nothing is left. ``today`` is an ISO day; without it every year counts as over.
    """
    every, span = years_with_records(*activity.values()), selection.years
    years = [year for year in every if span is None or span[0] <= year <= span[1]]
    now = int(today[:4]) if today else None
    over = [year for year in years if now is None or year < now]
    if over:
        return ComparedYear(over[-1], over[-1] - 1 if over[-1] > every[0] else None)
    return ComparedYear(now, None, running=True) if now and now in years else None
