"""A difference as a workbook: a sheet of numbers, and one with a row a thing that changed."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from analysis.changes import Changes, RowChange, TableChange
from analysis.exports.called import Called, called
from analysis.exports.layout import widths
from analysis.exports.looks import HEAD, Looks
from analysis.exports.sheets import Book, foot, put_all
from analysis.exports.told import UNTOLD
from analysis.exports.values import Written, writer
from analysis.schema import TABLES, Column, Table, Tables
from analysis.words import Words

Row = tuple[Written | None, ...]
COUNTED = ("table", "added", "removed", "changed", "renamed")
TOLD = ("table", "key", "label", "what", "column", "before", "after")


def difference_book(
    changes: Changes, words: Words, tables: Sequence[Tables] = (), *, origin: str = "", made: datetime | None = None
) -> bytes:
    """An xlsx file of a difference, in the language of ``words``: how many rows a table, and each row and cell.

    ``tables``: whole sets from which regions, themes, priorities and clusters get their names, the later set before the
    earlier; without any their keys are told. ``origin``: a line on what was compared with what. A row that keeps all
    but its key stands once, as such; in the numbers it is added and removed too, as everywhere. Excel takes a million
    rows of a sheet; what is over is not told.
    """
    packed = io.BytesIO()
    title = words("difference.title")
    with Workbook(packed, {"in_memory": True}) as file:
        file.set_properties({"title": title, "comments": origin, "created": made or UNTOLD})
        names = _names(tables, words)
        book = Book(file, words, names, {}, Looks(file), foot(title, origin, words))
        _sheet(book, "numbers", COUNTED, list(_numbers(changes, words)))
        _sheet(book, "changes", TOLD, [row for each in changes.tables.values() for row in _told(each, words, names)])
    return packed.getvalue()


def _names(tables: Sequence[Tables], words: Words) -> Called:
    found: dict[str, dict[str, str]] = {}
    for each in tables:
        for table, spelt in called(each, words).items():
            found.setdefault(table, {}).update(spelt)
    return found


def _sheet(book: Book, name: str, headers: Sequence[str], rows: Sequence[Row]) -> None:
    sheet = book.file.add_worksheet(book.words(f"difference.sheet.{name}"))
    cells = {(0, at): Written(book.words(f"difference.head.{each}"), HEAD) for at, each in enumerate(headers)}
    for place, row in enumerate(rows[:1_000_000], start=1):
        cells |= {(place, at): cell for at, cell in enumerate(row) if cell is not None}
    put_all(book, sheet, cells, widths(cells, len(headers)))
    sheet.autofilter(0, 0, len(rows), len(headers) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _numbers(changes: Changes, words: Words) -> Iterator[Row]:
    for name, counts in changes.counts().items():
        numbers = (counts["added"], counts["removed"], counts["changed"], len(changes.tables[name].renamed))
        yield (Written(words.name(TABLES[name].headers)), *(Written(each, "number") for each in numbers))


def _told(change: TableChange, words: Words, names: Called) -> Iterator[Row]:
    """The rows of one table: under new keys, removed, added, and then each changed cell."""
    table = TABLES[change.table]
    old, new = ({pair[side] for pair in change.renamed} for side in (0, 1))
    labels = {each.key: each.label for each in change.added}
    for before, after in change.renamed:
        row = RowChange(after, labels.get(after, ""))
        key = words.name(table.column(table.key[0]).headers)
        yield (*_head(table, row, "renamed", words), Written(key), _key(before), _key(after))
    for what, rows, known in (("removed", change.removed, old), ("added", change.added, new)):
        yield from ((*_head(table, each, what, words), None, None, None) for each in rows if each.key not in known)
    for cell in change.cells:
        column = table.column(cell.column)
        values = (_cell(column, value, words, names) for value in (cell.before, cell.after))
        row = RowChange(cell.key, cell.label)
        yield (*_head(table, row, "changed", words), Written(words.name(column.headers)), *values)


def _head(table: Table, row: RowChange, what: str, words: Words) -> Row:
    said = words(f"difference.what.{what}")
    return Written(words.name(table.headers)), _key(row.key), Written(row.label, "prose"), Written(said)


def _key(parts: tuple[str, ...]) -> Written:
    return Written(" ".join(filter(None, parts)), "code")


def _cell(column: Column, value: Any, words: Words, names: Called) -> Written | None:
    return None if value is None else writer(column.kind, words, names)(value)
