"""The worklist: a workbook in the shape of the data with the rows of one gap, in which the cells to fill are marked.

It comes back by upload with *add and change only*; a cell that is left empty changes nothing.
"""

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
from xlsxwriter.worksheet import Worksheet

from analysis.charts.svg import Provenance
from analysis.exports.excel.cells import CellFormats, cell_writer
from analysis.exports.excel.column_help import header_note, reference_names
from analysis.exports.excel.data_sheet import NOTE_WIDTH, OpenWorkbook, open_workbook, write_cell, write_sheet
from analysis.exports.shared.provenance import file_name
from analysis.schema import TABLES, Column, Table, Tables, typed_frame
from analysis.schema.tables import ORIGIN_PROPERTY, WORKLIST_PROPERTY
from analysis.sections import Worklist
from analysis.words import Translator

MARK: Mapping[str, Any] = {"bg_color": "#fff2b3", "border": 2, "border_color": "#7a5c00"}
"""Look of a cell to fill: a fill, and for those who do not see it a thick frame."""
MOST_NOTES = 500
"""So many marked cells of a sheet have a note; the note at the header says it for all."""
NEW = {
    "stories": ("title", "published", "regions", "themes", "link"),
    "materials": ("title", "themes", "kind", "language", "link"),
}
"""By table: the columns that are marked in rows to be added."""


def worklist_workbook(
    tables: Tables, worklist: Worklist, words: Translator, origin: Provenance, *, timestamp: datetime | None = None
) -> bytes:
    """An xlsx file with a sheet for each table of the worklist, whose cells to fill are marked.

    ``tables``: the whole set, from which rows get the names by which others refer to them. ``worklist``: what it holds.
    ``words``: the language. ``origin``: the revision is the one that the rows are of. ``timestamp``: of the file.
    """
    buffer, names = io.BytesIO(), reference_names(tables, words)
    title = words("gaps.worklist_title", title=worklist.title)
    line = ". ".join(filter(None, (origin.line(words), origin.filter_text, worklist.note)))
    with open_workbook(buffer, words, title, line, timestamp=timestamp, names=names, comes_back=True) as book:
        if origin.revision:
            book.file.set_custom_property(ORIGIN_PROPERTY, origin.revision, "text")
        book.file.set_custom_property(WORKLIST_PROPERTY, worklist.title, "text")
        for table in _sheets(worklist):
            _write_marked_sheet(book, table, worklist)
    return buffer.getvalue()


def worklist_name(
    worklist_title: str, words: Translator, *labels: str, revision: str = "", day: date | None = None
) -> str:
    """The name of a worklist's file: what is missing, of which filters, and the revision, by which an upload is known.

    ``worklist_title``: what is missing. ``words``: the language. ``labels``: the filters. ``revision``, ``day``: the
    revision's id, and when it was published.
    """
    version = words("update.data_revision", revision=revision) if revision else ""
    return file_name(words("gaps.worklist"), worklist_title, *labels, ending="xlsx", revision=version, day=day)


def _sheets(worklist: Worklist) -> list[Table]:
    """The tables with rows, or with rows to be added; if there is nothing to do, those that would have some."""
    some = {*worklist.rows, *(name for name, number in worklist.new_rows.items() if number)}
    return [table for table in TABLES.values() if table.name in (some or {*worklist.fill, *worklist.new_rows})]


def _write_marked_sheet(book: OpenWorkbook, table: Table, worklist: Worklist) -> None:
    """Add the sheet of a table with its rows, and mark the cells to fill in them and in the rows to be added."""
    frame = worklist.rows.get(table.name, typed_frame(table, {}))
    sheet = write_sheet(book, table, frame)
    marks = CellFormats(book.file, book.formats.language, book.formats.cut_note, MARK)
    marked_cells = worklist.marks.get(table.name, {})
    new_rows = range(len(frame) + 1, len(frame) + 1 + worklist.new_rows.get(table.name, 0))
    for at, column in enumerate(table.columns):
        rows: list[tuple[int, Any]] = []
        if column.name in marked_cells:
            is_marked = frame.index.isin(marked_cells[column.name])
            rows += ((row, frame[column.name].iloc[row - 1]) for row in (np.flatnonzero(is_marked) + 1).tolist())
        if column.name in NEW.get(table.name, ()):
            rows += ((row, None) for row in new_rows)
        if rows:
            _add_header_note(book, sheet, at, table, worklist.note)
            _mark_cells(book, marks, sheet, at, column, rows)


def _mark_cells(
    book: OpenWorkbook, marks: CellFormats, sheet: Worksheet, at: int, column: Column, rows: list[tuple[int, Any]]
) -> None:
    """Mark the cells of a column; those that hold a value keep it.

    ``book``, ``sheet``: where they are. ``marks``: the formats of marked cells. ``at``, ``column``: the column.
    ``rows``: the rows with their values, missing or empty if they have none.
    """
    write = cell_writer(column.kind, book.words, book.names)
    for place, (row, value) in enumerate(rows):
        is_filled = len(value) > 0 if isinstance(value, tuple) else pd.notna(value)
        if is_filled:
            write_cell(marks, sheet, row, at, write(value))
        else:
            sheet.write_blank(row, at, None, marks("text"))
        if place < MOST_NOTES:
            note = book.words("gaps.cell_review" if is_filled else "gaps.cell_note")
            sheet.write_comment(row, at, note, {"width": NOTE_WIDTH // 2, "height": 24, "font_size": 10})


def _add_header_note(book: OpenWorkbook, sheet: Worksheet, at: int, table: Table, note: str) -> None:
    """Put what to do with the marked cells before the note at the header."""
    text = f"{note} {header_note(table, table.columns[at], book.words, book.names)}".strip()
    height = 24 + 18 * (1 + len(text) // 44)
    sheet.write_comment(0, at, text, {"width": NOTE_WIDTH, "height": height, "font_size": 10})
