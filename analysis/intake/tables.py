"""One table from the sheets that hold it: columns typed, rules held, rows with errors held back."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from analysis.intake import rules, strays
from analysis.intake.body import body_of
from analysis.intake.cells.text import shown
from analysis.intake.checked import TableRead
from analysis.intake.found import Found
from analysis.intake.headers import missing
from analysis.intake.known import Known
from analysis.intake.parts import Part, joined, of_cells, parts_of, places, positions
from analysis.intake.rules import Broken
from analysis.intake.sheets import Sheet, of_headers
from analysis.intake.typed import empty
from analysis.schema import Table, frame


def table_read(
    table: Table, sheets: Sequence[Sheet], known: Known, today: date
) -> tuple[TableRead | None, list[Found]]:
    """A table and all that is to be said of it; None where its sheets hold no rows."""
    bodies = [body_of(sheet) for sheet in sheets]
    found = [total for body in bodies for total in body.totals]
    found += [said for sheet, body in zip(sheets, bodies, strict=True) for said in strays.beside(sheet, body.left_out)]
    filled = [(sheet, body) for sheet, body in zip(sheets, bodies, strict=True) if len(body.numbers)]
    if not filled:
        first = sheets[0].where
        return None, [*found, Found("empty-table", "info", first, table=table.name, value=first.sheet)]
    parts = parts_of(filled, known, today)
    found += [said for sheet, _ in filled for said in of_headers(sheet)]
    found += [said for part in parts for said in of_cells(part)]
    values = joined(table, parts)
    unsure = positions(parts, [each for each in _errors(found) if each.column in table.key])
    broken = list(rules.broken(table, values, unsure))
    found += [_said(table, parts, each) for each in broken]
    publishable = all(sheet.header and not missing(table, sheet.header) for sheet, _ in filled)
    held = positions(parts, _errors(found))
    return _read(table, _without_early_ends(values, broken), parts, held, publishable), found


def _errors(found: Sequence[Found]) -> list[Found]:
    return [each for each in found if each.severity == "error" and each.row]


def _said(table: Table, parts: Sequence[Part], broken: Broken) -> Found:
    """A broken rule as a finding, in the first of its cells that is filled."""
    part = next(part for part in parts if broken.position < part.end)
    filled = (name for name in broken.named if not empty(part.cell(broken.position, name)))
    named = next(filled, broken.named[-1])
    value = shown(part.cell(broken.position, named))
    return part.said(broken.code, broken.severity, broken.position, named, broken.column, value)


def _without_early_ends(values: dict[str, list[Any]], broken: Sequence[Broken]) -> dict[str, list[Any]]:
    early = {(each.column, each.position) for each in broken if each.code == "ends-before-starts"}
    columns = {column for column, _ in early}
    return values | {
        name: [None if (name, position) in early else value for position, value in enumerate(values[name])]
        for name in columns
    }


def _read(
    table: Table, values: dict[str, list[Any]], parts: Sequence[Part], held: set[int], publishable: bool
) -> TableRead:
    length = parts[-1].end if parts else 0
    filled, rows = rules.with_defaults(table, values, length), places(parts)
    sound = [position for position in range(length) if position not in held] if publishable else []
    if len(sound) < length:
        filled = {name: [column[position] for position in sound] for name, column in filled.items()}
        rows = rows.iloc[sound].reset_index(drop=True)
    columns = {(part.sheet.where.file, part.sheet.where.sheet or ""): dict(part.columns) for part in parts}
    keys = tuple(_held_keys(table, values, held))
    return TableRead(table.name, frame(table, filled), rows, columns, len(held), keys, publishable)


def _held_keys(table: Table, values: dict[str, list[Any]], held: set[int]) -> Iterator[tuple[str, ...]]:
    """The keys of the rows held back, but for those that a sound row has too."""
    if not held:
        return
    keys = rules.keys(table, values)
    sound = {key for position, key in enumerate(keys) if position not in held}
    for key in dict.fromkeys(keys[position] for position in sorted(held)):
        if any(key) and key not in sound:
            yield key
