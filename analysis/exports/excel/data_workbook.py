"""The data as a workbook, and the blank template with its guide: what a coordinator fills and uploads."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_range_abs

from analysis.charts.svg import Provenance
from analysis.exports.excel.cells import HEADER_STYLE, SheetCell, cell_writer
from analysis.exports.excel.column_help import Ranges, ReferenceNames, header_note, name_ranges, reference_names
from analysis.exports.excel.data_sheet import OpenWorkbook, fill_sheet, open_workbook, write_sheet
from analysis.schema import TABLES, Tables, typed_frame
from analysis.schema.cell_limit import long_values
from analysis.schema.tables import ORIGIN_PROPERTY
from analysis.words import Translator

LINES = ("tables", "replaces", "columns", "blank", "persons", "unread")
HEADERS = ("table", "column", "holds", "example")
FIRST = len(LINES) + 3
"""The row after the header of the guide."""
WIDTHS = (110, 235, 520, 330, 24, 170, 480, 420, 420)
"""Widths in pixels of the columns of the guide."""
PICKED = ("regions", "themes", "priorities", "clusters")
BESIDE = len(HEADERS) + 1
"""The column of the first list of names."""
WEB = "https://www.example.com/"
Row = Mapping[str, Any]
ExampleText = Callable[[str], str]


def data_workbook(
    tables: Tables,
    words: Translator,
    *,
    table_names: Sequence[str] | None = None,
    origin: Provenance | None = None,
    title: str = "",
    timestamp: datetime | None = None,
) -> bytes:
    """An xlsx file with a sheet a table; it reads back as the same tables, published ones beside it.

    A text that is too long for a cell is cut, with a note at the cell (``cut_texts_note`` says how many).

    ``tables``: the whole set, from which rows get the names by which others refer to them. ``words``: the language.
    ``table_names``: the tables to write, None for all; one without rows has its header. ``origin`` and ``title``: for
    the file's properties and the foot of each printed page. ``timestamp``: the time of the file.
    """
    buffer, names = io.BytesIO(), reference_names(tables, words)
    sheets = [table for table in TABLES.values() if table_names is None or table.name in table_names]
    origin = origin or Provenance()
    line = ", ".join(filter(None, (replace(origin, source="").line(words), origin.filter_text)))
    ranges, title = name_ranges(sheets, tables, words, names), title or words("workbook.title")
    with open_workbook(
        buffer, words, title, line, timestamp=timestamp, names=names, ranges=ranges, comes_back=True
    ) as book:
        if origin.revision:
            book.file.set_custom_property(ORIGIN_PROPERTY, origin.revision, "text")
        for table in sheets:
            write_sheet(book, table, tables[table.name])
    return buffer.getvalue()


def cut_texts_note(tables: Tables, words: Translator) -> str:
    """A sentence on how many texts a workbook of these tables does not hold whole; empty if it holds all."""
    found = (long_values(TABLES[name], frame) for name, frame in tables.items())
    number = sum(len(values) for columns in found for values in columns.values())
    return words.plural("workbook.cut_texts", number) if number else ""


def blank_workbook(words: Translator, tables: Tables) -> bytes:
    """An xlsx file with the header of every table, notes at the headers, drop-down lists, and a guide with examples.

    The drop-down lists have the names of ``tables``. It reads as tables without rows.
    """
    buffer, names, line = io.BytesIO(), reference_names(tables, words), words("workbook.template")
    ranges = _guide_ranges(names, words)
    with open_workbook(
        buffer, words, words("workbook.title"), line, names=names, ranges=ranges, star_required=True, comes_back=True
    ) as book:
        _write_guide(book, tables)
        for table in TABLES.values():
            write_sheet(book, table, typed_frame(table, {}))
    return buffer.getvalue()


def _guide_ranges(names: ReferenceNames, words: Translator) -> Ranges:
    """Table → the formula of the cells of the guide that list its names, of the tables that have any."""
    ranges, sheet = {}, words("workbook.guide.sheet")
    for column, name in enumerate((name for name in PICKED if names[name]), start=BESIDE):
        ranges[name] = f"='{sheet}'!{xl_range_abs(FIRST, column, FIRST + len(names[name]) - 1, column)}"
    return ranges


def _write_guide(book: OpenWorkbook, tables: Tables) -> None:
    """Add the guide: a row a column of the data, so that none of its rows is read as the header of a table."""
    words = book.words
    sheet = book.file.add_worksheet(words("workbook.guide.sheet"))
    cells = {
        (FIRST - 1, at): SheetCell(words(f"workbook.guide.{line}"), HEADER_STYLE) for at, line in enumerate(HEADERS)
    }
    cells |= {(row, 0): SheetCell(words(f"workbook.guide.{line}")) for row, line in enumerate(LINES, start=1)}
    examples = _example_rows(tables, lambda name: words(f"workbook.example.{name}"))
    columns = ((table, column) for table in TABLES.values() for column in table.columns)
    for row, (table, column) in enumerate(columns, start=FIRST):
        texts = (words.name(table.headers), book.header(column), header_note(table, column, words, book.names))
        cells |= {(row, at): SheetCell(text, "prose") for at, text in enumerate(texts)}
        if value := examples[table.name].get(column.name):
            example = cell_writer(column.kind, words, book.names)(value)
            plain = example._replace(style="year") if example.style == "number" else example
            cells[row, len(HEADERS) - 1] = plain
    for at, name in enumerate(book.ranges, start=BESIDE):
        header = words("workbook.guide.values", table=words.name(TABLES[name].headers))
        cells[FIRST - 1, at] = SheetCell(header, HEADER_STYLE)
        cells |= {(row, at): SheetCell(word) for row, word in enumerate(book.names[name].values(), start=FIRST)}
    fill_sheet(book, sheet, cells, WIDTHS)
    sheet.write_string(0, 0, words("workbook.guide.title"), book.file.add_format({"bold": True, "font_size": 16}))


def _example_rows(tables: Tables, text: ExampleText) -> Mapping[str, Row]:
    """Table → column → typed value of one invented row; columns that need no example are left out.

    Theme and priority are the first of ``tables``, else invented ones. The rows refer to each other: together they are
    data that could be published.
    """
    terms: dict[str, Row] = {
        "themes": {"id": "teema-1", "order": 1, "name_fi": text("theme")},
        "priorities": {
            **{"id": "pp-1", "order": 1, "name_fi": text("priority")},
            **{"kind": "priority", "valid_from": 2025, "valid_to": 2027},
        },
    }
    for name in terms:
        for row in tables[name][:1].to_dict("records"):
            terms[name] = {str(column): value for column, value in row.items() if pd.notna(value)}
    return {
        **_example_activity((terms["themes"]["id"],), (terms["priorities"]["id"],), text),
        **terms,
        "clusters": {
            **{"id": "kl-1", "name": text("cluster"), "regions": ("19",), "field": text("field")},
            **{"founded": 2018, "members": 34, "label": "bronze", "label_year": 2025, "website": WEB},
        },
        "regions": {"code": "19", "nuts3": "FI1D7", "name_fi": "Lappi", "name_en": "Lapland", "name_sv": "Lappland"},
        "targets": {"year": 2026, "measure": "events", "region": "19", "target": 8},
        "about": {"key": "title", "value_fi": text("title")},
        "phases": {"id": "v-1", "name_fi": text("phase"), "starts": "2025-01-01", "ends": "2026-12-31"},
    }


def _example_activity(themes: tuple[str, ...], priorities: tuple[str, ...], text: ExampleText) -> dict[str, Row]:
    """An event, a story and a material under these terms."""
    event = {
        **{"id": "t-2025-01", "name": text("event"), "starts": "2025-03-12", "ends": "2025-03-13"},
        **{"kind": "seminar", "form": "hybrid", "regions": ("19", "18"), "themes": themes, "priorities": priorities},
        **{"organisers": (text("organiser"), text("organiser_2")), "place": text("place"), "participants": 48},
        **{"from_companies": 20, "from_research": 15, "from_public": 10, "from_others": 3, "occasions": 1},
        **{"status": "confirmed", "recording": WEB + "video", "link": WEB + "seminar"},
        **{"summary": text("description"), "source": text("source")},
    }
    story = {
        **{"id": "k-2025-01", "title": text("story"), "published": "2025-04", "cluster": text("cluster")},
        **{"regions": ("19",), "themes": themes, "form": "article", "link": WEB + "story"},
    }
    material = {
        **{"id": "a-2025-01", "title": text("material"), "themes": themes, "kind": "guide", "language": "fi"},
        **{"published": "2025", "duration_min": 25, "captions": "yes", "starts_at": 750},
        **{"link": WEB + "guide", "event": "t-2025-01", "start_here": 1},
    }
    return {"events": event, "stories": story, "materials": material}
