"""The type of the tables: one pandas frame a sheet, columns named and typed by the declaration."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa

from analysis.schema.kinds import Clock, Duration, Kind, Many, Whole, Year
from analysis.schema.tables import Table

Tables = Mapping[str, pd.DataFrame]
"""All sheets by internal name; a sheet that nobody has filled in is an empty frame. Never changed in place.

Columns by kind: whole numbers, years, minutes and seconds are ``Int64``; lists are tuples of str in an object column,
empty if the cell is; all else is pandas' ``str``, missing if empty. Days are ISO 8601 text at the precision that is
known.
"""


class TableSet(Mapping[str, pd.DataFrame]):
    """Tables that cannot be replaced. ``derived`` holds what was computed from them, which is freed with them."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = dict(frames)
        self.derived: dict[str, Any] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._frames[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)


def typed_series(kind: Kind, values: Sequence[Any]) -> pd.Series:
    """A column of values (None if empty) as the kind's pandas type."""
    match kind:
        case Whole() | Year() | Clock() | Duration():
            return pd.Series(values, dtype="Int64")
        case Many():
            return pd.Series([tuple(value or ()) for value in values], dtype=object)
        case _:
            texts = pa.array(values, pa.large_string(), from_pandas=True)
            return pd.Series(pd.array(texts, dtype="str"))


def _empty_series(kind: Kind, length: int) -> pd.Series:
    """A column of empty cells."""
    if isinstance(kind, Many):
        return typed_series(kind, [None] * length)
    return pd.Series(None, index=range(length), dtype=typed_series(kind, []).dtype)


def typed_frame(table: Table, columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """A typed frame of a table from plain values by column; columns that are missing are empty."""
    length = max((len(values) for values in columns.values()), default=0)
    series = (
        typed_series(each.kind, columns[each.name]) if each.name in columns else _empty_series(each.kind, length)
        for each in table.columns
    )
    return pd.DataFrame(dict(zip((each.name for each in table.columns), series, strict=True)))


def all_tables(frames: Tables, declared: Mapping[str, Table]) -> Tables:
    """All declared tables, missing ones as empty frames."""
    complete = {name: frames[name] if name in frames else typed_frame(table, {}) for name, table in declared.items()}
    return TableSet(complete)


def text_or_none(value: Any) -> str | None:
    """The text of a single cell; None if the cell is empty."""
    return None if pd.isna(value) else str(value)
