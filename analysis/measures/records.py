"""Rows of a table as arrays by column: much faster than frames for the many questions that a page asks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

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
