"""The places of the cells of an upload, by which issues of a merge name them."""

from analysis.changes import Key
from analysis.intake import TableResult
from analysis.publishing.merge import keys
from analysis.schema import Issue, Severity, Table


class CellPlaces:
    """The places of the cells of one table of an upload, by key and column; none if the upload has no such table."""

    def __init__(self, table: Table, result: TableResult | None) -> None:
        self.table, self.result = table, result
        row_keys = keys(table, result.frame) if result else ()
        self.positions = {key: position for position, key in enumerate(row_keys)}

    def issue(
        self, code: str, severity: Severity, key: Key, column: str, value: str | None, suggestion: str | None = None
    ) -> Issue:
        """An issue at a cell, without a place if the upload has no such row.

        code, severity: of the issue.
        key, column: of the cell.
        value, suggestion: its texts.
        """
        position = self.positions.get(key)
        place = self.result.place(position, column) if self.result and position is not None else (None, None, None)
        file, sheet, cell = place
        return Issue(code, severity, file, self.table.name, sheet, cell, column, value, suggestion)
