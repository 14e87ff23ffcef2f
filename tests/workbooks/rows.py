"""Plain rows of csv as typed tables."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from analysis.schema import TABLES, typed_frame
from analysis.schema.aliases import SEVEN
from analysis.schema.kinds import Duration, Many, Whole, Year

FACTS = Path(__file__).parent / "facts"
Row = Mapping[str, str]


def facts(name: str) -> list[dict[str, str]]:
    """The rows of one file, cells as they stand."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def typed(table: str, rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as the frame of a table; a column that no row has is empty."""
    given = list(rows)
    columns = {
        each.name: [_value(each.kind, row.get(each.name, "")) for row in given] for each in TABLES[table].columns
    }
    return typed_frame(TABLES[table], columns)


def _value(kind: object, text: str) -> object:
    match kind:
        case Many(to="regions"):
            return tuple(code for code in SEVEN if code in text.split("; "))
        case Many():
            return tuple(text.split("; ")) if text else ()
        case Whole() | Year() | Duration():
            return int(text) if text else None
        case _:
            return text or None
