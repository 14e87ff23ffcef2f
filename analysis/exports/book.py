"""The data as a workbook: what a coordinator downloads, works on and uploads again."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from xlsxwriter import Workbook

from analysis.charts.svg import Provenance
from analysis.exports import picks
from analysis.exports.called import reference_names
from analysis.exports.looks import CellFormats
from analysis.exports.sheets import OpenWorkbook, page_footer, write_sheet
from analysis.exports.told import UNKNOWN_TIME
from analysis.schema import TABLES, Tables
from analysis.words import Translator


def data_workbook(
    tables: Tables,
    words: Translator,
    *,
    table_names: Sequence[str] | None = None,
    origin: Provenance | None = None,
    title: str = "",
    made: datetime | None = None,
) -> bytes:
    """An xlsx file with a sheet a table in the language of ``words``; it reads back as the same tables.

    ``chosen`` names the tables to write (all where None), a sheet without rows has its header; regions, themes,
    priorities and clusters are called as ``tables``, which must be the whole set, call them. Title and origin stand in
    the file's properties and at the foot of each printed page. Text over Excel's 32,767 characters is cut.
    """
    written = [table for table in TABLES.values() if table_names is None or table.name in table_names]
    names = reference_names(tables, words)
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as file:
        name = title or words("workbook.title")
        given = origin or Provenance()
        line = ", ".join(filter(None, (replace(given, source="").line(words), given.chosen)))
        file.set_properties({"title": name, "comments": line, "created": made or UNKNOWN_TIME})
        ranges = picks.name_ranges(written, tables, words, names)
        book = OpenWorkbook(file, words, names, ranges, CellFormats(file), page_footer(name, line, words))
        for table in written:
            write_sheet(book, table, tables[table.name])
    return packed.getvalue()
