"""The keys of a table's rows: which are made, which row keeps a key that several have, which look converted."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any

from analysis.intake.cells.published_rows import NO_ROWS, WITH_WRITTEN_KEYS, PublishedRows
from analysis.intake.issues import Finding, RowFinding
from analysis.intake.tables.made_keys import KeyMaker
from analysis.intake.text import key_forms, normalize
from analysis.schema import Table

WITH_MADE_KEYS = frozenset({"events", "stories", "materials", "clusters"})
"""The tables whose rows get a key if they have none."""
_BETWEEN_PARTS = "\x1f"
_DIGITS_LOST = 1e15
"""From here on spreadsheet programs do not keep all digits of a whole number."""
# As programs write large and small numbers: one digit before the comma, a sign and two digits in the exponent.
_EXPONENT = re.compile("[+-]?[0-9](?:[.,][0-9]+)?[eE][+-][0-9]{2,3}")
_MAYBE_EXPONENT = ("e+", "e-", "E+", "E-")

Values = Mapping[str, Sequence[Any]]
"""The typed columns of a whole table by internal name."""


@dataclass(frozen=True)
class KeyColumn:
    """The first column of a table's key, the sheets one after the other.

    ``cells``: as the files have them; ``blank``: the positions of rows without a key; ``faulty``: of all rows with an
    error in their key, those included; ``published``: the table's rows before.
    """

    cells: Sequence[Any]
    blank: Collection[int] = ()
    faulty: Collection[int] = ()
    published: PublishedRows = NO_ROWS


@dataclass(frozen=True)
class RowKeys:
    """The keys of a table's rows, by position of the row.

    ``column``: the key's first column as it is published. ``new``: keys that were made. ``elsewhere``: of rows whose
    key is another row's or looks converted, the key under which their name and day are published. ``findings``: in the
    key's cells.
    """

    column: list[Any]
    new: Mapping[int, str] = field(default_factory=dict)
    elsewhere: Mapping[int, str] = field(default_factory=dict)
    findings: tuple[RowFinding, ...] = ()


def row_keys(table: Table, values: Values, column: KeyColumn) -> RowKeys:
    """The keys of a whole table; ``values``: its typed columns. Keys in the published spelling are one key with it."""
    first = table.key[0]
    spellings = column.published.spellings(values[first]) if column.published.keys else {}
    keys = [spellings.get(key, key) for key in values[first]] if spellings else list(values[first])
    rows = _NamedRows(table, {**values, first: keys}, column.published)
    doubled = rows.doubled(column.faulty)
    if table.name not in WITH_WRITTEN_KEYS:
        return RowKeys(keys, findings=tuple((at, _finding("duplicate-key", first, None)) for at in doubled))
    converted = converted_cells(column.cells)
    blank = [at for at in sorted(column.blank) if rows.names[at]] if table.name in WITH_MADE_KEYS else []
    if not (doubled or converted or blank):
        return RowKeys(keys)
    maker = KeyMaker(table.name, column.published, filter(None, keys))
    new = rows.published_keys(blank, maker)
    elsewhere = rows.published_keys([at for at in sorted({*converted, *doubled}) if not rows.is_published(at)], maker)
    new |= rows.new_keys([at for at in blank if at not in new], maker)
    # A code that somebody else gives is not made up.
    unnamed = [at for at in doubled if at not in elsewhere and first == "id"]
    likely = elsewhere | rows.new_keys(unnamed, maker)
    findings = [(at, _finding("unlikely-key", first, elsewhere.get(at))) for at in converted]
    findings += [(at, _finding("made-key", first, new[at])) for at in blank]
    findings += [(at, _finding("duplicate-key", first, likely.get(at))) for at in doubled]
    return RowKeys([new.get(at, key) for at, key in enumerate(keys)], new, elsewhere, tuple(findings))


def key_parts(table: Table, values: Values) -> list[tuple[str, ...]]:
    """The key of each row as text, "" for a part that is empty or could not be read."""
    length = max(map(len, values.values()), default=0)
    parts = [values.get(name, [None] * length) for name in table.key]
    return list(zip(*(["" if value is None else str(value) for value in part] for part in parts), strict=True))


def converted_cells(cells: Sequence[Any]) -> list[int]:
    """The positions of cells that hold a day, a time, a number with a fraction or one with an exponent."""
    if set(map(type, cells)) <= {str}:
        all_texts = "\0".join(cells)
        if not any(sign in all_texts for sign in _MAYBE_EXPONENT):
            return []
    return [at for at, cell in enumerate(cells) if _is_converted(cell)]


def _is_converted(cell: Any) -> bool:
    match cell:
        case str():
            return _EXPONENT.fullmatch(normalize(cell)) is not None
        case date() | time() | timedelta():
            return True
        case int() | float():
            return not (abs(cell) < _DIGITS_LOST and abs(cell - round(cell)) < 1e-9)
    return False


def _finding(code: str, column: str, suggestion: str | None) -> Finding:
    """A finding in the cell of a key; a row with another's key is held back."""
    return Finding(code, severity="error" if code == "duplicate-key" else None, suggestion=suggestion, column=column)


@dataclass(frozen=True)
class _NamedRows:
    """The rows of a table by key, name and day, beside those that are published."""

    table: Table
    values: Values
    published: PublishedRows

    @cached_property
    def names(self) -> Sequence[str | None]:
        """The name of each row; none in a table whose rows are known by their key alone."""
        empty: list[Any] = [None] * len(self.values[self.table.key[0]])
        return self.values.get(self.table.label, empty) if self.table.label not in self.table.key else empty

    @cached_property
    def days(self) -> Sequence[str | None]:
        """The day of each row."""
        return self.values.get(self.table.day or "", [None] * len(self.names))

    def doubled(self, faulty: Collection[int]) -> list[int]:
        """The positions of rows whose key another row keeps: the one that is published under it, else the first.

        A key that lacks a required part, or has an error in it (``faulty``), is none.
        """
        first = self.values[self.table.key[0]]
        if len(set(key_forms(map(str, first)))) == len(first):
            return []
        keys = key_parts(self.table, self.values)
        forms = key_forms(map(_BETWEEN_PARTS.join, keys))
        required = [place for place, name in enumerate(self.table.key) if self.table.column(name).required]
        by_form: dict[str, list[int]] = {}
        for at, (form, key) in enumerate(zip(forms, keys, strict=True)):
            if at not in faulty and all(key[place] for place in required):
                by_form.setdefault(form, []).append(at)
        doubled = []
        for rows in (rows for rows in by_form.values() if len(rows) > 1):
            keeper = next(filter(self.is_published, rows), rows[0])
            doubled += [at for at in rows if at != keeper]
        return doubled

    def is_published(self, at: int) -> bool:
        """Whether the row at a position is published under its key with its name and its day."""
        return self.published.is_row(self.values[self.table.key[0]][at], self.names[at], self.days[at])

    def published_keys(self, rows: Sequence[int], maker: KeyMaker) -> dict[int, str]:
        """The keys under which rows are published, of those that are under a key that no row of the upload has.

        Rows without a day, which are known by their name alone, come after the others.
        """
        in_order = sorted(rows, key=lambda at: not self.days[at])
        keys = {at: maker.published_key(name, self.days[at]) for at in in_order if (name := self.names[at])}
        return {at: key for at, key in keys.items() if key}

    def new_keys(self, rows: Sequence[int], maker: KeyMaker) -> dict[int, str]:
        """A key made for each of the rows that have a name."""
        return {at: maker.new_key(name, self.days[at]) for at in rows if (name := self.names[at])}
