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
from analysis.exports.sheets import Book, write_sheet
from analysis.schema import TABLES, Tables
from analysis.words import Words

UNTOLD = datetime(1980, 1, 1)
"""What a file says of the time it was made where nobody told: the earliest that an archive knows."""


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


def foot(title: str, line: str, words: Words) -> str:
    """The foot of a printed page in Excel's codes: title and origin left, page right."""
    left = ", ".join(filter(None, (title, line))).replace("&", "&&")
    return f"&L{left[:200]}&R{words('workbook.page')}"
