"""The blank workbook that a coordinator fills in."""

import io

from xlsxwriter import Workbook

from analysis.exports import guide
from analysis.exports.called import called
from analysis.exports.looks import Looks
from analysis.exports.sheets import Book, foot, write_sheet
from analysis.exports.told import UNTOLD
from analysis.schema import TABLES, Tables, frame
from analysis.words import Words


def template(words: Words, tables: Tables) -> bytes:
    """An xlsx file with the header of every table, notes at the headers, drop-down lists, and a guide with examples.

    The names that may be picked are those of ``tables``. It reads as tables without rows.
    """
    names = called(tables, words)
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as file:
        title = words("workbook.title")
        file.set_properties({"title": title, "comments": words("workbook.template"), "created": UNTOLD})
        at_foot = foot(title, words("workbook.template"), words)
        book = Book(file, words, names, guide.ranges(names, words), Looks(file), at_foot, starred=True)
        guide.write_guide(book, tables)
        for table in TABLES.values():
            write_sheet(book, table, frame(table, {}))
    return packed.getvalue()
