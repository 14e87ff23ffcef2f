"""References in a merge: one side refers to a row that the other side removed."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.changes.compare import SEPARATOR, key_texts, plain_value
from analysis.changes.conflict import MergeConflict, Settlement, side_of
from analysis.schema import TABLES, Column, Table, Tables
from analysis.schema.kinds import One


def settle_references(
    merged: dict[str, pd.DataFrame], base: Tables, current: Tables, upload: Tables, settlement: Settlement
) -> Iterator[MergeConflict]:
    """The references of merged tables to rows that only one side has; each is settled in ``merged``.

    The side that refers wins with the row that it refers to, the one that removed this with its own value of the cell,
    none if that has no row either. While a conflict is open the current side wins.

    merged: the merged tables, changed in place.
    base, current, upload: the three sets of tables; the upload may lack some.
    settlement: which side wins.
    """
    upload = {**base, **upload}
    for table in TABLES.values():
        for column, to in ((each, each.kind.to) for each in table.columns if isinstance(each.kind, One)):
            reference = _Reference(table, column, TABLES[to], base, current, upload)
            for position in _broken(merged, reference):
                key = key_texts(table, merged[table.name].iloc[[position]])[0]
                if conflict := reference.conflict(key, str(merged[table.name][column.name].iat[position])):
                    reference.settle(merged, position, conflict, settlement)
                    yield conflict


@dataclass(frozen=True)
class _Reference:
    """A column that refers to rows of another table, on three sides."""

    table: Table
    column: Column
    to: Table
    base: Tables
    current: Tables
    upload: Tables

    def conflict(self, key: str, value: str) -> MergeConflict | None:
        """The conflict of a reference to a row that is not in the merged tables; None if neither side has that row."""
        if not any(value in set(side[self.to.name][self.to.key[0]]) for side in (self.current, self.upload)):
            return None
        base, current, upload = (
            self._cell(side, key, self.column.name) for side in (self.base, self.current, self.upload)
        )
        parts = tuple(key.split(SEPARATOR))
        label = self._label(key) or " ".join(filter(None, parts))
        return MergeConflict(self.table.name, parts, label, self.column.name, base, current, upload)

    def settle(
        self, merged: dict[str, pd.DataFrame], position: int, conflict: MergeConflict, settlement: Settlement
    ) -> None:
        """Give the cell its winner's value, and bring back the row that it then refers to.

        merged: the tables; position: of the row; conflict: of its cell; settlement: which side wins.
        """
        is_mine = side_of(settlement, conflict) == "mine"
        value = conflict.upload if is_mine else conflict.current
        target = (self.upload if is_mine else self.current)[self.to.name]
        row = target[target[self.to.key[0]] == value]
        frame = merged[self.table.name].copy()
        frame[self.column.name] = frame[self.column.name].where(
            pd.RangeIndex(len(frame)) != position, value if len(row) else None
        )
        merged[self.table.name] = frame
        known = merged[self.to.name]
        if len(row) and not (known[self.to.key[0]] == value).any():
            merged[self.to.name] = pd.concat([known, row.iloc[:1]], ignore_index=True)

    def _label(self, key: str) -> str | None:
        if self.table.label in self.table.key:
            return None
        names = (self._cell(side, key, self.table.label) for side in (self.upload, self.current))
        return next(filter(None, names), None)

    def _cell(self, side: Tables, key: str, column: str) -> str | None:
        rows = side[self.table.name]
        cells = rows[column][key_texts(self.table, rows) == key]
        return plain_value(cells.iat[0]) if len(cells) else None


def _broken(merged: dict[str, pd.DataFrame], reference: _Reference) -> list[int]:
    """The positions of the rows whose cell refers to a row that is not there."""
    cells = merged[reference.table.name][reference.column.name]
    unknown = set(cells.dropna().unique()) - set(merged[reference.to.name][reference.to.key[0]])
    broken: list[int] = cells.isin(unknown).to_numpy().nonzero()[0].tolist() if unknown else []
    return broken
