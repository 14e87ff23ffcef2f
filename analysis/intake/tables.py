"""One table from the sheets that hold it: columns typed, rules held, rows with errors held back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from analysis.intake import rules, strays
from analysis.intake.body import Body, body_of
from analysis.intake.cells.text import shown
from analysis.intake.checked import TableRead
from analysis.intake.found import Found
from analysis.intake.headers import missing
from analysis.intake.known import Known
from analysis.intake.sheets import Sheet, of_headers
from analysis.intake.typed import Typed, empty, typed
from analysis.schema import Table, frame


@dataclass(frozen=True)
class Part:
    """One sheet of a table: its rows begin at position ``start`` of the table."""

    sheet: Sheet
    body: Body
    typed: Typed
    start: int

    @property
    def end(self) -> int:
        """The position after its last row."""
        return self.start + len(self.body.numbers)

    def place(self, position: int, name: str) -> tuple[int, int]:
        """Row and column number, in the sheet, of a row's cell."""
        assert self.sheet.header
        return self.body.numbers[position - self.start], self.sheet.header.columns[name]


def table_read(
    table: Table, sheets: Sequence[Sheet], known: Known, today: date
) -> tuple[TableRead | None, list[Found]]:
    """A table and all that is to be said of it; None where its sheets hold no rows."""
    bodies = [body_of(sheet) for sheet in sheets]
    found = [total for body in bodies for total in body.totals]
    filled = [(sheet, body) for sheet, body in zip(sheets, bodies, strict=True) if len(body.numbers)]
    if not filled:
        first = sheets[0].where
        return None, [*found, Found("empty-table", "info", first, table=table.name, value=first.sheet)]
    parts = _parts(filled, known, today)
    values = _joined(table, parts)
    found += [said for sheet, _ in filled for said in of_headers(sheet)]
    found += [said for part in parts for said in _of_cells(part)]
    found += [said for sheet, body in filled for said in strays.beside(sheet, body.left_out)]
    found += _of_rows(table, values, parts, found)
    publishable = all(sheet.header and not missing(table, sheet.header) for sheet, _ in filled)
    return _read(table, values, parts, _held(found, parts), publishable), found


def _parts(filled: Sequence[tuple[Sheet, Body]], known: Known, today: date) -> list[Part]:
    parts: list[Part] = []
    for sheet, body in filled:
        if sheet.header:
            start = parts[-1].end if parts else 0
            parts.append(Part(sheet, body, typed(sheet, body, known, today), start))
    return parts


def _joined(table: Table, parts: Sequence[Part]) -> dict[str, list[Any]]:
    """The columns of all sheets one after the other, those that any sheet has."""
    names = [column.name for column in table.columns if any(column.name in part.typed.values for part in parts)]
    return {
        name: [value for part in parts for value in part.typed.values.get(name) or [None] * len(part.body.numbers)]
        for name in names
    }


def _of_cells(part: Part) -> Iterator[Found]:
    sheet = part.sheet
    for column, pairs in part.typed.findings.items():
        for named, each in pairs:
            row, number = part.place(part.start + each.position, named)
            said = (sheet.table.name, column, each.value, each.suggestion)
            yield Found(each.code, each.severity, sheet.where, row, number, *said)


def _of_rows(
    table: Table, values: dict[str, list[Any]], parts: Sequence[Part], found: Sequence[Found]
) -> Iterator[Found]:
    """What the rules between cells and rows find; ends that come too early are taken out of the values."""
    unsure = _held([each for each in found if each.column in table.key], parts)
    for each in list(rules.broken(table, values, unsure)):
        if each.code == "ends-before-starts":
            values[each.column][each.position] = None
        part = next(part for part in parts if each.position < part.end)
        place = each.position - part.start
        cells = {name: part.body.cells[name][place] for name in each.named if name in part.body.cells}
        named = next((name for name, cell in cells.items() if not empty(cell)), each.named[-1])
        row, number = part.place(each.position, named)
        said = (table.name, each.column, shown(cells[named]))
        yield Found(each.code, each.severity, part.sheet.where, row, number, *said)


def _held(found: Sequence[Found], parts: Sequence[Part]) -> set[int]:
    """The positions of rows in which an error was found."""
    faulty = {(each.where.order, each.row) for each in found if each.severity == "error" and each.row}
    if not faulty:
        return set()
    return {
        position
        for part in parts
        for position, row in enumerate(part.body.numbers, part.start)
        if (part.sheet.where.order, row) in faulty
    }


def _read(
    table: Table, values: dict[str, list[Any]], parts: Sequence[Part], held: set[int], publishable: bool
) -> TableRead:
    length = parts[-1].end if parts else 0
    filled = rules.with_defaults(table, values, length)
    sound = [position for position in range(length) if position not in held] if publishable else []
    if len(sound) < length:
        filled = {name: [column[position] for position in sound] for name, column in filled.items()}
    return TableRead(
        table.name,
        frame(table, filled),
        _places(parts).iloc[sound].reset_index(drop=True) if len(sound) < length else _places(parts),
        {(part.sheet.where.file, part.sheet.where.sheet or ""): _columns(part) for part in parts},
        len(held),
        _held_keys(table, values, held),
        publishable,
    )


def _places(parts: Sequence[Part]) -> pd.DataFrame:
    """File, sheet and row of each position."""
    frames = [
        pd.DataFrame(
            {
                "file": pd.Series([part.sheet.where.file], dtype="str").repeat(len(part.body.numbers)).array,
                "sheet": pd.Series([part.sheet.where.sheet], dtype="str").repeat(len(part.body.numbers)).array,
                "row": pd.Series(part.body.numbers, dtype="int64"),
            }
        )
        for part in parts
    ]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["file", "sheet", "row"])


def _columns(part: Part) -> Mapping[str, int]:
    return dict(part.sheet.header.columns) if part.sheet.header else {}


def _held_keys(table: Table, values: dict[str, list[Any]], held: set[int]) -> tuple[tuple[str, ...], ...]:
    """The keys of the rows held back, but for those that a sound row has too."""
    if not held:
        return ()
    keys = rules.keys(table, values)
    sound = {key for position, key in enumerate(keys) if position not in held}
    return tuple(dict.fromkeys(key for position in sorted(held) if any(key := keys[position]) and key not in sound))
