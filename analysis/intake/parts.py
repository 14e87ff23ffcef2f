"""The sheets of one table, one after the other: where each row of the table stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.intake.body import Body
from analysis.intake.found import Found
from analysis.intake.known import Known
from analysis.intake.sheets import Sheet
from analysis.intake.typed import Typed, typed
from analysis.schema import Table


@dataclass(frozen=True)
class Part:
    """One sheet of a table: its rows begin at position ``start`` of the table."""

    sheet: Sheet
    columns: Mapping[str, int]
    body: Body
    typed: Typed
    start: int

    @property
    def length(self) -> int:
        """The number of its rows."""
        return len(self.body.numbers)

    @property
    def end(self) -> int:
        """The position after its last row."""
        return self.start + self.length

    def cell(self, position: int, name: str) -> Any:
        """What stands in a row's cell; "" where the sheet has no such column."""
        column = self.body.cells.get(name)
        return "" if column is None else column[position - self.start]

    def said(
        self, code: str, severity: Any, position: int, named: str, column: str, value: str, likely: str | None = None
    ) -> Found:
        """A finding in the cell that a row has in the column ``named``, about ``column``."""
        row, number = self.body.numbers[position - self.start], self.columns[named]
        return Found(code, severity, self.sheet.where, row, number, self.sheet.table.name, column, value, likely)


def parts_of(filled: Sequence[tuple[Sheet, Body]], known: Known, today: date) -> list[Part]:
    """The sheets whose headers are known, their columns typed."""
    parts: list[Part] = []
    for sheet, body in filled:
        if sheet.header:
            start = parts[-1].end if parts else 0
            parts.append(Part(sheet, sheet.header.columns, body, typed(sheet, body, known, today), start))
    return parts


def joined(table: Table, parts: Sequence[Part]) -> dict[str, list[Any]]:
    """The columns of all sheets one after the other, those that any sheet has."""
    names = [column.name for column in table.columns if any(column.name in part.typed.values for part in parts)]
    return {
        name: [value for part in parts for value in part.typed.values.get(name) or [None] * part.length]
        for name in names
    }


def of_cells(part: Part) -> Iterator[Found]:
    """What is to be said of the cells of a sheet."""
    for column, pairs in part.typed.findings.items():
        for named, each in pairs:
            place = part.start + each.position
            yield part.said(each.code, each.severity, place, named, column, each.value, each.suggestion)


def positions(parts: Sequence[Part], found: Sequence[Found]) -> set[int]:
    """The positions of the rows in whose cells something was found."""
    rows = {(each.where.order, each.row) for each in found}
    if not rows:
        return set()
    return {
        position
        for part in parts
        for position, row in enumerate(part.body.numbers, part.start)
        if (part.sheet.where.order, row) in rows
    }


def places(parts: Sequence[Part]) -> pd.DataFrame:
    """File, sheet and row of each position."""
    return pd.DataFrame(
        {
            "file": _repeated(part.sheet.where.file for part in parts for _ in range(part.length)),
            "sheet": _repeated(part.sheet.where.sheet for part in parts for _ in range(part.length)),
            "row": pd.Series([row for part in parts for row in part.body.numbers], dtype="int64"),
        }
    )


def _repeated(names: Iterator[str | None]) -> pd.Series:
    return pd.Series(list(names), dtype="str")
