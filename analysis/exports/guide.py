"""The template's guide: how to fill in the sheets, every column with an example, and the names that may be picked."""

from collections.abc import Iterator
from typing import Any

from xlsxwriter.utility import xl_range_abs

from analysis.exports.called import ReferenceNames
from analysis.exports.examples import example_rows
from analysis.exports.notes import header_note
from analysis.exports.picks import Ranges
from analysis.exports.sheets import OpenWorkbook, fill_sheet
from analysis.exports.values import HEADER_STYLE, SheetCell, cell_writer
from analysis.schema import TABLES, Tables
from analysis.words import Translator

Placed = tuple[tuple[int, int], SheetCell]

LINES = ("tables", "replaces", "columns", "blank", "persons", "unread")
HEADERS = ("table", "column", "holds", "example")
FIRST = len(LINES) + 3
"""The row after the table's header."""
WIDTHS = (110, 235, 520, 330, 24, 170, 480, 420, 420)
PICKED = ("regions", "themes", "priorities", "clusters")
BESIDE = len(HEADERS) + 1
"""The column of the first list of names."""


def tables_with_names(names: ReferenceNames) -> list[str]:
    """The tables whose names are listed in the guide: those that have any."""
    return [name for name in PICKED if names[name]]


def guide_ranges(names: ReferenceNames, words: Translator) -> Ranges:
    """Table → the formula of the cells of the guide that list its names."""
    sheet = words("workbook.guide.sheet")
    spans = {name: (BESIDE + at, len(names[name])) for at, name in enumerate(tables_with_names(names))}
    return {
        name: f"='{sheet}'!{xl_range_abs(FIRST, column, FIRST + length - 1, column)}"
        for name, (column, length) in spans.items()
    }


def write_guide(book: OpenWorkbook, tables: Tables) -> None:
    """The guide as a sheet that is not read as data: it has a row a column, so no row of it is a table's header."""
    words = book.words
    sheet = book.file.add_worksheet(words("workbook.guide.sheet"))
    headers = {
        (FIRST - 1, at): SheetCell(words(f"workbook.guide.{line}"), HEADER_STYLE) for at, line in enumerate(HEADERS)
    }
    lines = {(row, 0): SheetCell(words(f"workbook.guide.{line}")) for row, line in enumerate(LINES, start=1)}
    fill_sheet(book, sheet, headers | lines | dict(_columns(book, tables)) | dict(_names(book)), WIDTHS)
    sheet.write_string(0, 0, words("workbook.guide.title"), book.file.add_format({"bold": True, "font_size": 16}))


def _columns(book: OpenWorkbook, tables: Tables) -> Iterator[Placed]:
    filled = example_rows(tables, book.words)
    columns = ((table, column) for table in TABLES.values() for column in table.columns)
    for row, (table, column) in enumerate(columns, start=FIRST):
        said = header_note(table, column, book.words, book.names)
        for at, text in enumerate((book.words.name(table.headers), book.header(column), said)):
            yield (row, at), SheetCell(text, "prose")
        value: Any = filled[table.name].get(column.name)
        if value:
            shown = cell_writer(column.kind, book.words, book.names)(value)
            yield (row, len(HEADERS) - 1), shown._replace(look="year") if shown.look == "number" else shown


def _names(book: OpenWorkbook) -> Iterator[Placed]:
    for at, name in enumerate(tables_with_names(book.names), start=BESIDE):
        header = book.words("workbook.guide.values", table=book.words.name(TABLES[name].headers))
        yield (FIRST - 1, at), SheetCell(header, HEADER_STYLE)
        yield from (((row, at), SheetCell(word)) for row, word in enumerate(book.names[name].values(), start=FIRST))
