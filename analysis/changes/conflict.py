"""Conflicts of a merge, and how they are settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from analysis.changes.difference import Key

Side = Literal["mine", "theirs"]
"""The upload's side, and that of the published revision."""
Place = tuple[str, Key, str | None]
"""Table, key and column of a conflict; the column is None if the whole row is meant."""
Settlement = Side | Mapping[Place, Side]
"""The side that wins in every conflict, or in each one; a conflict that it lacks is open."""


@dataclass(frozen=True)
class MergeConflict:
    """What both sides changed, or what only breaks a rule once both changes are put together.

    ``column``: None if one side changed a row that the other removed. ``base``, ``current``, ``upload``: the plain
    values of the cell on each side, None where it is empty or the row is not there; of a whole row its name.
    ``together``: the columns of the rule; they are settled as one.
    """

    table: str
    key: Key
    label: str
    column: str | None
    base: Any = None
    current: Any = None
    upload: Any = None
    together: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """The place by which it is settled."""
        return self.table, self.key, self.column


def side_of(settlement: Settlement, conflict: MergeConflict) -> Side | None:
    """The side that wins in a conflict, None while it is open."""
    return settlement if isinstance(settlement, str) else settlement.get(conflict.place)
