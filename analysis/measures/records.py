"""Records: the rows of a table as arrays by column, and those of them that match a selection and count.

Arrays are much faster than frames for the many questions that a page asks.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from analysis.schema import Tables
from analysis.selection import FILTERS, Selection

List = tuple[str, ...]
Values = tuple[Any, ...]
Arrays = Mapping[str, np.ndarray]

UNKNOWN = 0
"""The year of rows whose year is not known."""


@dataclass(frozen=True, eq=False)
class Records:
    """Some rows of a table, by the name of a column: ``records["count"]`` is an array with a value a row.

    Every table has ``index`` (the labels in the table), ``count`` (what a row counts for) and ``year`` (`UNKNOWN` if it
    is), int64. Further numbers are float64, NaN if unknown. The array of a column that rows are split by has places in
    its ``values``, which are those of the whole table: a workbook has few different lists, so each question is asked
    once a list. ``at``: which rows of ``whole``.
    """

    whole: Arrays
    values: Mapping[str, Values]
    at: np.ndarray
    _some: dict[str, np.ndarray] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.at)

    def __sizeof__(self) -> int:
        """As many bytes as the rows take beside ``whole`` once each column was asked for."""
        return object.__sizeof__(self) + self.at.nbytes * len(self.whole)

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self._some:
            self._some[name] = self.whole[name][self.at]
        return self._some[name]

    @property
    def index(self) -> np.ndarray:
        """The labels of the rows in their table."""
        return self["index"]

    def where(self, rows: np.ndarray) -> "Records":
        """The rows for which a boolean array says True, or those at some places, in the order of these."""
        if rows.dtype == bool and rows.all():
            return self
        return Records(self.whole, self.values, self.at[rows])

    def having(self, name: str, values: Iterable[str]) -> "Records":
        """The rows whose list in a column has any of these values."""
        any_of = frozenset(values)
        return self.where(self.value_mask(name, lambda each: not any_of.isdisjoint(each)))

    def known_mask(self, name: str) -> np.ndarray:
        """For which rows a column is known: a boolean array."""
        if name in self.values:
            return self.value_mask(name, bool)
        mask: np.ndarray = self[name] != UNKNOWN if name == "year" else ~np.isnan(self[name])
        return mask

    def value_mask(self, name: str, holds: Callable[[Any], bool]) -> np.ndarray:
        """For which rows a condition is true of the column's value: a boolean array. It is asked once a value."""
        answers = np.array([holds(value) for value in self.values[name]], dtype=bool)
        mask: np.ndarray = answers[self[name]] if len(answers) else np.zeros(len(self), dtype=bool)
        return mask

    def count_by_value(self, name: str) -> dict[Any, int]:
        """What the rows count for together, by value of a column; a value of no row is left out."""
        codes = self[name]
        sums = np.bincount(codes, weights=self["count"])
        values = self.values[name]
        return {values[code]: int(sums[code]) for code in np.flatnonzero(np.bincount(codes)).tolist()}


def records(
    index: pd.Index,
    year: pd.Series,
    count: pd.Series | None = None,
    numbers: Mapping[str, pd.Series] | None = None,
    split: Mapping[str, pd.Series] | None = None,
) -> Records:
    """All rows of a table.

    - ``index``: the labels of the rows.
    - ``year``: Int64.
    - ``count``: what a row counts for, Int64 without gaps; without it each row counts once.
    - ``numbers``: Int64 by name.
    - ``split``: columns of lists, of single values (lists of one) or of days (`listed`) by name.
    """
    columns = {name: lists_and_places(column) for name, column in (split or {}).items()}
    whole = {
        "index": index.to_numpy(),
        "year": year.to_numpy(dtype="int64", na_value=UNKNOWN),
        "count": np.ones(len(index), dtype="int64") if count is None else count.to_numpy(dtype="int64"),
        **{name: column.to_numpy(dtype="float64", na_value=np.nan) for name, column in (numbers or {}).items()},
        **{name: codes for name, (_, codes) in columns.items()},
    }
    return Records(whole, {name: values for name, (values, _) in columns.items()}, np.arange(len(index)))


def lists_and_places(column: pd.Series) -> tuple[tuple[List, ...], np.ndarray]:
    """The lists of a column of lists, or of single values, as tuples, and the place of each row's own among them.

    A missing value is an empty tuple. They are sorted, so that places compare as the lists do.
    """
    lists: list[List] = column.tolist()
    if column.dtype != object:
        lists = [() if pd.isna(value) else (str(value),) for value in column.tolist()]
    values = tuple(sorted(set(lists)))
    places = {value: place for place, value in enumerate(values)}
    return values, np.fromiter((places[each] for each in lists), dtype="int64", count=len(lists))


RecordsByTable = Mapping[str, Records]
"""The tables of activity as records: split by ``day`` (ISO, of any precision) and by the table's lists and choices;
events have ``ends``, ``participants`` and those of each of the `GROUPS`. Of the links in `LINKS` records say only
whether they are known. An event counts for its occasions, any other row once."""

DAY = {"events": "starts", "stories": "published", "materials": "published"}
SPLIT = {
    "events": ("regions", "themes", "priorities", "kind", "form", "status", "ends", "organisers"),
    "stories": ("regions", "themes", "form"),
    "materials": ("themes", "kind", "language", "captions"),
}
LINKS = ("link", "recording")
GROUPS = ("from_companies", "from_research", "from_public", "from_others")
"""The groups of participants: the columns of events that give them."""
UNCOUNTED_STATUSES = ("cancelled", "postponed")
LIMITS: dict[str, dict[str, str]] = {
    "events": {"years": "year", "regions": "regions", "themes": "themes", "priorities": "priorities", "kinds": "kind"},
    "stories": {"years": "year", "regions": "regions", "themes": "themes"},
    "materials": {"years": "year", "themes": "themes"},
    "clusters": {"regions": "regions", "priorities": "priorities"},
}
"""By table: the filters that limit it, and the column of each. A filter for which a table has no column does not limit
it: materials have no region, only events have kinds, and clusters are a directory of today."""


def activity_records(tables: Tables) -> RecordsByTable:
    """The tables of activity as records; the same for every selection of a revision."""
    by_table = {}
    for name, day in DAY.items():
        frame = tables[name]
        ones = pd.Series(1, index=frame.index, dtype="Int64")
        links = {each: ones.where(frame[each].notna()) for each in LINKS if each in frame}
        by_table[name] = records(
            frame.index,
            year=pd.to_numeric(frame[day].str.slice(0, 4)).astype("Int64"),
            count=frame["occasions"].fillna(1) if "occasions" in frame else None,
            numbers={each: frame[each] for each in ("participants", *GROUPS) if each in frame} | links,
            split={"day": frame[day], **{column: frame[column] for column in SPLIT[name]}},
        )
    return MappingProxyType(by_table)


def matching_records(tables: RecordsByTable, name: str, selection: Selection) -> Records:
    """The rows of a table that match the selection, whatever their status.

    A row matches a filter if it has any of the filter's values; a row without a year matches no years.
    """
    rows = tables[name]
    for each, column in LIMITS[name].items():
        values = getattr(selection, each)
        if values and each == "years":
            rows = rows.where((rows[column] >= values[0]) & (rows[column] <= values[1]))
        elif values:
            rows = rows.having(column, values)
    return rows


def uncounted_mask(rows: Records) -> np.ndarray:
    """Which rows do not count because they are cancelled or postponed: a boolean array."""
    if "status" not in rows.values:
        return np.zeros(len(rows), dtype=bool)
    return rows.value_mask("status", lambda status: not set(status).isdisjoint(UNCOUNTED_STATUSES))


def counted_records(tables: RecordsByTable, selection: Selection) -> RecordsByTable:
    """The rows of every table that match the selection and count: all but cancelled and postponed events."""
    matching = {name: matching_records(tables, name, selection) for name in tables}
    return MappingProxyType({name: rows.where(~uncounted_mask(rows)) for name, rows in matching.items()})


def older_mask(rows: Records, years: int, today: str | None) -> np.ndarray:
    """Which rows are surely older than so many ``years``: a boolean array. None is without an ISO day of ``today``."""
    if today is None:
        return np.zeros(len(rows), dtype=bool)
    # "~" is greater than all that may follow in an ISO day: a year or month counts by its end.
    limit = f"{int(today[:4]) - years}{today[4:]}"
    return rows.value_mask("day", lambda day: bool(day) and f"{day[0]}~" < limit)


def filters_without_effect(name: str, selection: Selection) -> tuple[str, ...]:
    """The filters that are set but do not limit a table."""
    return tuple(each for each in FILTERS if getattr(selection, each) and each not in LIMITS[name])
