"""Tables as the key of what is made from them."""

from dataclasses import dataclass

from analysis.schema import Tables


@dataclass(frozen=True, eq=False)
class Same:
    """Tables by what they are, not what they hold: they are never changed in place."""

    tables: Tables

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.tables is other.tables

    def __hash__(self) -> int:
        return id(self.tables)
