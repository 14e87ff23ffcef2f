"""The template's guide: how to fill in the sheets, every column with an example, and the names that may be picked."""

from collections.abc import Iterator
from typing import Any

from xlsxwriter.utility import xl_range_abs

from analysis.exports.called import Called
from analysis.exports.examples import examples
from analysis.exports.notes import note
from analysis.exports.picks import Ranges
from analysis.exports.sheets import Book, put_all
from analysis.exports.values import HEAD, Written, writer
from analysis.schema import TABLES, Tables
from analysis.words import Words

Placed = tuple[tuple[int, int], Written]

LINES = ("tables", "replaces", "columns", "blank", "persons", "unread")
HEADERS = ("table", "column", "holds", "example")
FIRST = len(LINES) + 3
"""The row after the table's header."""
WIDTHS = (110, 235, 520, 330, 24, 170, 480, 420, 420)
PICKED = ("regions", "themes", "priorities", "clusters")
BESIDE = len(HEADERS) + 1
"""The column of the first list of names."""


def picked(names: Called) -> list[str]:
    """The tables whose names are listed in the guide: those that have any."""
    return [name for name in PICKED if names[name]]


def ranges(names: Called, words: Words) -> Ranges:
    """Table → the formula of the cells of the guide that list its names."""
    sheet = words("workbook.guide.sheet")
    spans = {name: (BESIDE + at, len(names[name])) for at, name in enumerate(picked(names))}
    return {
        name: f"='{sheet}'!{xl_range_abs(FIRST, column, FIRST + length - 1, column)}"
        for name, (column, length) in spans.items()
    }


def write_guide(book: Book, tables: Tables) -> None:
    """The guide as a sheet that is not read as data: it has a row a column, so no row of it is a table's header."""
    words = book.words
    sheet = book.file.add_worksheet(words("workbook.guide.sheet"))
    headers = {(FIRST - 1, at): Written(words(f"workbook.guide.{line}"), HEAD) for at, line in enumerate(HEADERS)}
    lines = {(row, 0): Written(words(f"workbook.guide.{line}")) for row, line in enumerate(LINES, start=1)}
    put_all(book, sheet, headers | lines | dict(_columns(book, tables)) | dict(_names(book)), WIDTHS)
    sheet.write_string(0, 0, words("workbook.guide.title"), book.file.add_format({"bold": True, "font_size": 16}))


def _columns(book: Book, tables: Tables) -> Iterator[Placed]:
    filled = examples(tables, book.words)
    columns = ((table, column) for table in TABLES.values() for column in table.columns)
    for row, (table, column) in enumerate(columns, start=FIRST):
        said = note(table, column, book.words, book.names)
        for at, text in enumerate((book.words.name(table.headers), book.header(column), said)):
            yield (row, at), Written(text, "prose")
        value: Any = filled[table.name].get(column.name)
        if value:
            shown = writer(column.kind, book.words, book.names)(value)
            yield (row, len(HEADERS) - 1), shown._replace(look="year") if shown.look == "number" else shown


def _names(book: Book) -> Iterator[Placed]:
    for at, name in enumerate(picked(book.names), start=BESIDE):
        header = book.words("workbook.guide.values", table=book.words.name(TABLES[name].headers))
        yield (FIRST - 1, at), Written(header, HEAD)
        yield from (((row, at), Written(word)) for row, word in enumerate(book.names[name].values(), start=FIRST))
