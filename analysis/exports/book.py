"""The data as a workbook: what a coordinator downloads, works on and uploads again."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter import Workbook

from analysis.exports import picks
from analysis.exports.called import called
from analysis.exports.looks import Looks
from analysis.exports.sheets import Book, write_sheet
from analysis.schema import TABLES, Tables
from analysis.words import Words

UNTOLD = datetime(1980, 1, 1)
"""What a file says of the time it was made where nobody told: the earliest that an archive knows."""


@dataclass(frozen=True)
class Origin:
    """Where a file's rows come from: the revision, its ISO day, what of it was chosen in words, the source's name, the
    owner's words on what the rows are a part of, the licence, and who pays for the work."""

    revision: str = ""
    published: str = ""
    chosen: str = ""
    source: str = ""
    coverage: str = ""
    licence: str = ""
    cofunding: str = ""

    def line(self, words: Words) -> str:
        """The origin as one line: "versio 12, julkaistu 24.6.2023, Lappi"; empty where nothing is known."""
        revision = words("workbook.revision", revision=self.revision) if self.revision else ""
        day = words("workbook.published", day=words.day(self.published)) if self.published else ""
        return ", ".join(filter(None, (revision, day, self.chosen)))


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
        line = (origin or Origin()).line(words)
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
