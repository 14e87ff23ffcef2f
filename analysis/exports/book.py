"""The data as a workbook: what a coordinator downloads, works on and uploads again."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from xlsxwriter import Workbook

from analysis.charts.svg import Origin
from analysis.exports import picks
from analysis.exports.called import called
from analysis.exports.looks import Looks
from analysis.exports.sheets import Book, foot, write_sheet
from analysis.exports.told import UNTOLD
from analysis.schema import TABLES, Tables
from analysis.words import Words


def workbook(
    tables: Tables,
    words: Words,
    *,
    chosen: Sequence[str] | None = None,
    origin: Origin | None = None,
    title: str = "",
    made: datetime | None = None,
) -> bytes:
    """An xlsx file with a sheet a table in the language of ``words``; it reads back as the same tables.

    ``chosen`` names the tables to write (all where None), a sheet without rows has its header; regions, themes,
    priorities and clusters are called as ``tables``, which must be the whole set, call them. Title and origin stand in
    the file's properties and at the foot of each printed page. Text over Excel's 32,767 characters is cut.
    """
    written = [table for table in TABLES.values() if chosen is None or table.name in chosen]
    names = called(tables, words)
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as file:
        name = title or words("workbook.title")
        given = origin or Origin()
        line = ", ".join(filter(None, (replace(given, source="").line(words), given.chosen)))
        file.set_properties({"title": name, "comments": line, "created": made or UNTOLD})
        ranges = picks.ranges(written, tables, words, names)
        book = Book(file, words, names, ranges, Looks(file), foot(name, line, words))
        for table in written:
            write_sheet(book, table, tables[table.name])
    return packed.getvalue()
