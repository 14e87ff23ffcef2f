"""A difference between two sets of tables: as a workbook of numbers, rows and cells, and as one line of text."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from analysis.changes import Changes, TableChange
from analysis.exports.excel.cells import HEADER_STYLE, SheetCell, cell_writer
from analysis.exports.excel.column_help import ReferenceNames, merged_names
from analysis.exports.excel.data_sheet import OpenWorkbook, open_workbook, table_sheet
from analysis.schema import TABLES, Tables
from analysis.words import Translator
from analysis.words.revision_notes import change_lines

Row = tuple[SheetCell | None, ...]
NUMBER_HEADERS = ("table", "added", "removed", "changed", "renamed")
CHANGE_HEADERS = ("table", "key", "label", "what", "column", "before", "after")
MOST_ROWS = 1_000_000


def changes_workbook(
    changes: Changes,
    words: Translator,
    tables: Sequence[Tables] = (),
    *,
    origin: str = "",
    timestamp: datetime | None = None,
) -> bytes:
    """An xlsx file of a difference: how many rows changed in each table, and each row and cell.

    A row that only has a new key is in the list once, as renamed; in the numbers it is added and removed too, as
    everywhere. Rows after the first million of the list are left out.

    ``changes``: the difference. ``words``: the language. ``tables``: whole sets from which regions, themes, priorities
    and clusters get their names, a later set before an earlier one; without any, their keys are shown. ``origin``: a
    line on what was compared with what. ``timestamp``: the time of the file.
    """
    buffer, names = io.BytesIO(), merged_names(tuple(tables), words)
    with open_workbook(buffer, words, words("difference.title"), origin, timestamp=timestamp, names=names) as book:
        numbers: list[Row] = []
        for name, counts in changes.counts().items():
            row = (*(counts[what] for what in ("added", "removed", "changed")), len(changes.tables[name].renamed))
            numbers.append((SheetCell(words.name(TABLES[name].headers)), *(SheetCell(each, "number") for each in row)))
        _add_sheet(book, "numbers", NUMBER_HEADERS, numbers)
        rows = [row for change in changes.tables.values() for row in _changed_rows(change, words, names)]
        _add_sheet(book, "changes", CHANGE_HEADERS, rows)
    return buffer.getvalue()


def _add_sheet(book: OpenWorkbook, name: str, headers: Sequence[str], rows: Sequence[Row]) -> None:
    """Add a sheet of rows; ``name`` and ``headers`` are keys of texts."""
    cells = {(0, at): SheetCell(book.words(f"difference.head.{each}"), HEADER_STYLE) for at, each in enumerate(headers)}
    for place, row in enumerate(rows[:MOST_ROWS], start=1):
        cells |= {(place, at): cell for at, cell in enumerate(row) if cell is not None}
    table_sheet(book, book.words(f"difference.sheet.{name}"), cells, len(headers), len(rows))


def _changed_rows(change: TableChange, words: Translator, names: ReferenceNames) -> Iterator[Row]:
    """The rows of one table: renamed, removed, added, and then each changed cell."""
    table = TABLES[change.table]
    old, new = ({pair[side] for pair in change.renamed} for side in (0, 1))
    labels = {each.key: each.label for each in change.added}

    def head(key: tuple[str, ...], label: str, what: str) -> Row:
        key_cell = SheetCell(" ".join(filter(None, key)), "code")
        what_cell = SheetCell(words(f"difference.what.{what}"))
        return SheetCell(words.name(table.headers)), key_cell, SheetCell(label, "prose"), what_cell

    for before, after in change.renamed:
        key_header = SheetCell(words.name(table.column(table.key[0]).headers))
        keys = (SheetCell(" ".join(filter(None, key)), "code") for key in (before, after))
        yield (*head(after, labels.get(after, ""), "renamed"), key_header, *keys)
    for what, rows, renamed in (("removed", change.removed, old), ("added", change.added, new)):
        for row in rows:
            if row.key not in renamed:
                yield (*head(row.key, row.label, what), None, None, None)
    for cell in change.cells:
        column = table.column(cell.column)
        write = cell_writer(column.kind, words, names)
        values = (None if value is None else write(value) for value in (cell.before, cell.after))
        yield (*head(cell.key, cell.label, "changed"), SheetCell(words.name(column.headers)), *values)


def changes_note(changes: Changes, words: Translator) -> str:
    """The changes of each table in one line: "Tapahtumat: 2 uutta, 1 muuttunut; Tarinat: 1 poistettu". Empty if none.

    A row that only has a new key counts as renamed, and not as one added and one removed.
    """
    return "; ".join(change_lines(changes.counts_by_kind(), words))
