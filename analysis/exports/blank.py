"""The blank workbook that a coordinator fills in."""

import io

from xlsxwriter import Workbook

from analysis.exports import guide
from analysis.exports.called import reference_names
from analysis.exports.looks import CellFormats
from analysis.exports.sheets import OpenWorkbook, page_footer, write_sheet
from analysis.exports.told import UNKNOWN_TIME
from analysis.schema import TABLES, Tables, typed_frame
from analysis.words import Translator


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
            file, words, names, guide.guide_ranges(names, words), CellFormats(file), at_foot, starred=True
        )
        guide.write_guide(book, tables)
        for table in TABLES.values():
            write_sheet(book, table, typed_frame(table, {}))
    return packed.getvalue()
