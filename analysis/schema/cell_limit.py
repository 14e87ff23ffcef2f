"""The longest text that a cell of Excel holds, and what of a longer one stands in a workbook."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.schema.kinds import Link, Many, Text
from analysis.schema.tables import Table

LONGEST_CELL = 32_767
"""In units of UTF-16, as Excel counts."""
CUT_MARK = "…"


def first_units(text: str, units: int) -> str:
    """The start of a text in so many units of UTF-16; no sign is divided."""
    if len(text) * 2 <= units:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore")


def cell_text(text: str) -> str:
    """A text as a cell of Excel holds it: whole, or its start and a mark."""
    if first_units(text, LONGEST_CELL) == text:
        return text
    return first_units(text, LONGEST_CELL - len(CUT_MARK)) + CUT_MARK


def joined_text(value: Any) -> str:
    """A text, or a list of texts as a workbook writes it; empty for a missing value."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return value if isinstance(value, str) else ""


def long_values(table: Table, frame: pd.DataFrame) -> Mapping[str, list[Any]]:
    """Column → its values (texts, or tuples of texts) that a cell of Excel does not hold whole, if it has any."""
    found = {}
    for column in table.columns:
        values = frame[column.name]
        match column.kind:
            case Text() | Link():
                lengths = values.str.len()
            case Many(to=None):
                lengths = pd.Series([sum(map(len, value)) + 2 * len(value) for value in values], index=values.index)
            case _:
                continue
        # A sign has one unit or two. Hardly any column has such a text: the rest is not looked at further.
        if not len(values) or not lengths.max() > LONGEST_CELL // 2:
            continue
        perhaps = values[(lengths > LONGEST_CELL // 2).fillna(False).to_numpy(dtype=bool)]
        texts = [each for each in perhaps if cell_text(joined_text(each)) != joined_text(each)]
        if texts:
            found[column.name] = texts
    return found
