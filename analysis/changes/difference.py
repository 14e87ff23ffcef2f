"""Types of a difference: rows added, removed and changed, cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Key = tuple[str, ...]


@dataclass(frozen=True)
class RowChange:
    """A row that is added or removed: its key and the name by which a person knows it."""

    key: Key
    label: str


@dataclass(frozen=True)
class CellChange:
    """A changed cell of a row that is in both: its column, and the value before and after (None if empty)."""

    key: Key
    label: str
    column: str
    before: Any
    after: Any


@dataclass(frozen=True)
class TableChange:
    """The difference of one table. ``renamed``: pairs (old key, new key) of rows that are otherwise equal; such rows
    are in ``added`` and ``removed`` too."""

    table: str
    added: tuple[RowChange, ...] = ()
    removed: tuple[RowChange, ...] = ()
    cells: tuple[CellChange, ...] = ()
    renamed: tuple[tuple[Key, Key], ...] = ()

    @property
    def keys(self) -> set[Key]:
        """The keys of all rows that differ, before and after."""
        keys = {row.key for row in (*self.added, *self.removed)}
        keys |= {cell.key for cell in self.cells}
        return keys

    @property
    def changed(self) -> int:
        """Number of rows with at least one changed cell."""
        return len({cell.key for cell in self.cells})


@dataclass(frozen=True)
class Changes:
    """The difference between two sets of tables: the tables that differ, in the declaration's order."""

    tables: Mapping[str, TableChange]

    def __bool__(self) -> bool:
        return bool(self.tables)

    def counts_by_kind(self) -> dict[str, dict[str, int]]:
        """Numbers of rows as people read them: one that only has a new key is "renamed", not one added and removed."""
        return {
            name: {
                "added": len(each.added) - len(each.renamed),
                "removed": len(each.removed) - len(each.renamed),
                "changed": each.changed,
                "renamed": len(each.renamed),
            }
            for name, each in self.tables.items()
        }

    def counts(self) -> dict[str, dict[str, int]]:
        """Numbers of rows as the command line gives them: ``{"events": {"added": 1, "removed": 0, "changed": 2}}``."""
        return {
            name: {"added": len(each.added), "removed": len(each.removed), "changed": each.changed}
            for name, each in self.tables.items()
        }
