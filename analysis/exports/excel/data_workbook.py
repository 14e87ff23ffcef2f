"""The data as a workbook: what a coordinator downloads, works on and uploads again."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from xlsxwriter import Workbook

from analysis.charts.svg import Provenance
from analysis.exports.excel import column_help, guide_sheet
from analysis.exports.excel.cell_formats import CellFormats
from analysis.exports.excel.data_sheet import OpenWorkbook, page_footer, write_sheet
from analysis.exports.excel.reference_names import reference_names
from analysis.exports.shared.provenance import UNKNOWN_TIME
from analysis.schema import TABLES, Tables, typed_frame
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
        line = ", ".join(filter(None, (replace(given, source="").line(words), given.filter_text)))
        file.set_properties({"title": name, "comments": line, "created": made or UNKNOWN_TIME})
        ranges = column_help.name_ranges(written, tables, words, names)
        book = OpenWorkbook(file, words, names, ranges, CellFormats(file), page_footer(name, line, words))
        for table in written:
            write_sheet(book, table, tables[table.name])
    return packed.getvalue()


def blank_workbook(words: Translator, tables: Tables) -> bytes:
    """An xlsx file with the header of every table, notes at the headers, drop-down lists, and a guide with examples.

    The names that may be picked are those of ``tables``. It reads as tables without rows.
    """
    names = reference_names(tables, words)
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as file:
        title = words("workbook.title")
        file.set_properties({"title": title, "comments": words("workbook.template"), "created": UNKNOWN_TIME})
        at_foot = page_footer(title, words("workbook.template"), words)
        book = OpenWorkbook(
            file, words, names, guide_sheet.guide_ranges(names, words), CellFormats(file), at_foot, starred=True
        )
        guide_sheet.write_guide(book, tables)
        for table in TABLES.values():
            write_sheet(book, table, typed_frame(table, {}))
    return packed.getvalue()
