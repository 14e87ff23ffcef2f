"""A table's frame made comparable: rows by their key, cells such that equal means the same."""

from functools import reduce
from typing import Any

import pandas as pd

from analysis.schema import Column, Table
from analysis.schema.kinds import Choice, Many

SEPARATOR = "\x1f"


def keyed(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every declared column, its index the row's key (parts joined by `SEPARATOR`).

    A list of regions, themes or priorities is brought to one order, since theirs says nothing; that of organisers
    stays. A choice that is not filled is its default. Of rows of one key the first counts.
    """
    first, *rest = (frame[name].astype("str").fillna("") for name in table.key)
    joined = reduce(lambda left, right: left + SEPARATOR + right, rest, first)
    columns = {each.name: _comparable(each, frame[each.name]) for each in table.columns}
    rows = pd.DataFrame(columns).set_axis(pd.Index(joined, dtype=object), axis=0)
    return rows[~rows.index.duplicated()]


def key_of(joined: str) -> tuple[str, ...]:
    """The parts of a key; a part that is not filled is empty."""
    return tuple(joined.split(SEPARATOR))


def plain(value: Any) -> Any:
    """A cell's value as plain Python: str, int or a filled tuple; None where the cell is empty."""
    if isinstance(value, tuple):
        return value or None
    if pd.isna(value):
        return None
    return value if isinstance(value, str) else int(value)


def _comparable(column: Column, values: pd.Series) -> pd.Series:
    match column.kind:
        case Many(to=str()):
            return pd.Series([tuple(sorted(value)) for value in values], index=values.index, dtype=object)
        case Choice(default=str(default)):
            return values.fillna(default)
        case _:
            return values
