"""A sheet of the workbook as it is declared."""

from dataclasses import dataclass

from analysis.schema.columns import Column
from analysis.schema.names import Names, names


@dataclass(frozen=True)
class Table:
    """One sheet: internal name, sheet names, columns in order, the key, and further sheet names it is known by."""

    name: str
    headers: Names
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    synonyms: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of an internal name; KeyError if there is none."""
        for each in self.columns:
            if each.name == name:
                return each
        raise KeyError(name)

    @property
    def label(self) -> str:
        """The column by which a person knows a row: its name or title, else its key."""
        columns = {each.name for each in self.columns}
        return next((name for name in ("name", "title", "name_fi") if name in columns), self.key[0])


def table(name: str, line: str, *columns: Column, key: tuple[str, ...] = (), synonyms: tuple[str, ...] = ()) -> Table:
    """A table from its internal name and a line of sheet names; the first column is the key unless one is given."""
    return Table(name, names(line), columns, key or (columns[0].name,), synonyms)
