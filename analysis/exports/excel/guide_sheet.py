"""One invented row a table, for the template's guide: what a filled row looks like."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_range_abs

from analysis.exports.excel.cell_values import HEADER_STYLE, SheetCell, cell_writer
from analysis.exports.excel.column_help import Ranges, header_note
from analysis.exports.excel.data_sheet import OpenWorkbook, fill_sheet
from analysis.exports.excel.reference_names import ReferenceNames
from analysis.schema import TABLES, Tables
from analysis.words import Translator

WEB = "https://www.example.com/"
Row = Mapping[str, Any]


def example_rows(tables: Tables, words: Translator) -> Mapping[str, Row]:
    """Table → column → typed value; columns that say nothing new are left out.

    Theme and priority are the first of those that ``tables`` hold, invented ones where they hold none. The rows refer
    to each other: together they are data that could be published.
    """
    terms = {name: _first(tables[name]) or row for name, row in _terms(words).items()}
    return {
        **_activity({name: (row["id"],) for name, row in terms.items()}, words),
        **terms,
        **_places(words),
        "targets": {"year": 2026, "measure": "events", "region": "19", "target": 8},
        "about": {"key": "title", "value_fi": words("workbook.example.title")},
        "phases": {
            **{"id": "v-1", "name_fi": words("workbook.example.phase")},
            **{"starts": "2025-01-01", "ends": "2026-12-31"},
        },
    }


def _activity(terms: Mapping[str, tuple[str, ...]], words: Translator) -> dict[str, Row]:
    event = {
        **{"id": "t-2025-01", "name": words("workbook.example.event"), "starts": "2025-03-12", "ends": "2025-03-13"},
        **{"kind": "seminar", "form": "hybrid", "regions": ("19", "18"), **terms},
        "organisers": (words("workbook.example.organiser"), words("workbook.example.organiser_2")),
        **{"place": words("workbook.example.place"), "participants": 48, "from_companies": 20, "from_research": 15},
        **{"from_public": 10, "from_others": 3, "occasions": 1, "status": "confirmed"},
        **{"recording": WEB + "video", "link": WEB + "seminar", "summary": words("workbook.example.description")},
        "source": words("workbook.example.source"),
    }
    story = {
        **{"id": "k-2025-01", "title": words("workbook.example.story"), "published": "2025-04"},
        **{"cluster": words("workbook.example.cluster"), "regions": ("19",), "themes": terms["themes"]},
        **{"form": "article", "link": WEB + "story"},
    }
    material = {
        **{"id": "a-2025-01", "title": words("workbook.example.material"), "themes": terms["themes"]},
        **{"kind": "guide", "language": "fi", "published": "2025", "duration_min": 25, "captions": "yes"},
        **{"starts_at": 750, "link": WEB + "guide", "event": "t-2025-01", "start_here": 1},
    }
    return {"events": event, "stories": story, "materials": material}


def _first(frame: pd.DataFrame) -> Row:
    """The first row's filled cells; none where there are no rows."""
    return next(
        ({str(name): value for name, value in row.items() if pd.notna(value)} for _, row in frame.iterrows()), {}
    )


def _terms(words: Translator) -> dict[str, Row]:
    return {
        "themes": {"id": "teema-1", "order": 1, "name_fi": words("workbook.example.theme")},
        "priorities": {
            **{"id": "pp-1", "order": 1, "name_fi": words("workbook.example.priority")},
            **{"kind": "priority", "valid_from": 2025, "valid_to": 2027},
        },
    }


def _places(words: Translator) -> dict[str, Row]:
    return {
        "clusters": {
            **{"id": "kl-1", "name": words("workbook.example.cluster"), "regions": ("19",)},
            **{"field": words("workbook.example.field"), "founded": 2018, "members": 34, "label": "bronze"},
            **{"label_year": 2025, "website": WEB},
        },
        "regions": {"code": "19", "nuts3": "FI1D7", "name_fi": "Lappi", "name_en": "Lapland", "name_sv": "Lappland"},
    }


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
