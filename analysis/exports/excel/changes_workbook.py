"""A difference between two sets of tables as a workbook: a sheet of numbers, and one of changed rows and cells."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook

from analysis.changes import Changes, TableChange
from analysis.exports.excel.cell_formats import CellFormats, column_widths
from analysis.exports.excel.cell_values import HEADER_STYLE, SheetCell, cell_writer
from analysis.exports.excel.data_sheet import OpenWorkbook, fill_sheet, page_footer
from analysis.exports.excel.reference_names import ReferenceNames, merged_names
from analysis.exports.shared.provenance import UNKNOWN_TIME
from analysis.schema import TABLES, Column, Tables
from analysis.words import Translator

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
    made: datetime | None = None,
) -> bytes:
    """An xlsx file of a difference, in the language of ``words``: how many rows a table, and each row and cell.

    ``tables``: whole sets from which regions, themes, priorities and clusters get their names, a later set before an
    earlier one; without any, their keys are written. ``origin``: a line on what was compared with what. ``made``: the
    time that the file gives as its own. A row that keeps all but its key is in the list once, as renamed; in the
    numbers it is added and removed too, as everywhere. Rows after the first million of the list are left out.
    """
    packed = io.BytesIO()
    title = words("difference.title")
    with Workbook(packed, {"in_memory": True}) as file:
        file.set_properties({"title": title, "comments": origin, "created": made or UNKNOWN_TIME})
        names = merged_names(tuple(tables), words)
        book = OpenWorkbook(file, words, names, {}, CellFormats(file), page_footer(title, origin, words))
        numbers: list[Row] = []
        for name, counts in changes.counts().items():
            counted = (counts["added"], counts["removed"], counts["changed"], len(changes.tables[name].renamed))
            numbers.append(
                (SheetCell(words.name(TABLES[name].headers)), *(SheetCell(each, "number") for each in counted))
            )
        _add_sheet(book, "numbers", NUMBER_HEADERS, numbers)
        rows = [row for change in changes.tables.values() for row in _changed_rows(change, words, names)]
        _add_sheet(book, "changes", CHANGE_HEADERS, rows)
    return packed.getvalue()


def _add_sheet(book: OpenWorkbook, name: str, headers: Sequence[str], rows: Sequence[Row]) -> None:
    """Add a sheet with a frozen header and filters; ``name`` and ``headers`` are keys of texts."""
    sheet = book.file.add_worksheet(book.words(f"difference.sheet.{name}"))
    cells = {(0, at): SheetCell(book.words(f"difference.head.{each}"), HEADER_STYLE) for at, each in enumerate(headers)}
    for place, row in enumerate(rows[:MOST_ROWS], start=1):
        cells |= {(place, at): cell for at, cell in enumerate(row) if cell is not None}
    fill_sheet(book, sheet, cells, column_widths(cells, len(headers)))
    sheet.autofilter(0, 0, len(rows), len(headers) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _changed_rows(change: TableChange, words: Translator, names: ReferenceNames) -> Iterator[Row]:
    """The rows of one table: renamed, removed, added, and then each changed cell."""
    table = TABLES[change.table]
    old, new = ({pair[side] for pair in change.renamed} for side in (0, 1))
    labels = {each.key: each.label for each in change.added}

    def key_cell(parts: tuple[str, ...]) -> SheetCell:
        return SheetCell(" ".join(filter(None, parts)), "code")

    def head(key: tuple[str, ...], label: str, what: str) -> Row:
        what_cell = SheetCell(words(f"difference.what.{what}"))
        return SheetCell(words.name(table.headers)), key_cell(key), SheetCell(label, "prose"), what_cell

    def value_cell(column: Column, value: Any) -> SheetCell | None:
        return None if value is None else cell_writer(column.kind, words, names)(value)

    for before, after in change.renamed:
        key_header = SheetCell(words.name(table.column(table.key[0]).headers))
        yield (*head(after, labels.get(after, ""), "renamed"), key_header, key_cell(before), key_cell(after))
    for what, rows, renamed in (("removed", change.removed, old), ("added", change.added, new)):
        for row in rows:
            if row.key not in renamed:
                yield (*head(row.key, row.label, what), None, None, None)
    for cell in change.cells:
        column = table.column(cell.column)
        values = (value_cell(column, value) for value in (cell.before, cell.after))
        yield (*head(cell.key, cell.label, "changed"), SheetCell(words.name(column.headers)), *values)
