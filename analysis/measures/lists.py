"""Columns of lists as categories: a workbook holds few different lists, so what is asked of a list is asked once."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

List = tuple[str, ...]


def listed(column: pd.Series) -> pd.Series:
    """A column of lists, or of single values, as a categorical one of tuples; a missing value is an empty tuple."""
    given: list[List] = column.tolist() if column.dtype == object else [_single(each) for each in column.tolist()]
    known = {bears: code for code, bears in enumerate(dict.fromkeys(given))}
    categories = pd.Index(list(known), dtype=object, tupleize_cols=False)
    codes = np.fromiter((known[bears] for bears in given), dtype="int64", count=len(given))
    return pd.Series(pd.Categorical.from_codes(codes, categories=categories), index=column.index)


def bearing(column: pd.Series, holds: Callable[[List], bool]) -> pd.Series:
    """Whether a condition holds of each row's list: a boolean column."""
    answers = np.array([holds(bears) for bears in column.cat.categories], dtype=bool)
    found = answers[column.cat.codes] if len(answers) else np.zeros(len(column), dtype=bool)
    return pd.Series(found, index=column.index)


def summed(frame: pd.DataFrame, column: str) -> dict[List, int]:
    """What the rows count for together, by the list that they bear; lists that no row bears are left out."""
    codes, counts = frame[column].cat.codes.to_numpy(), frame["count"].to_numpy()
    sums = np.bincount(codes, weights=counts)
    categories = frame[column].cat.categories
    return {categories[code]: int(sums[code]) for code in np.flatnonzero(np.bincount(codes)).tolist()}


def _single(value: Any) -> List:
    return () if pd.isna(value) else (str(value),)
