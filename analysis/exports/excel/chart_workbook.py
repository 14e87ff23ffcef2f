"""One chart as a workbook: the chart as Excel draws it, its numbers, and the rows that it counts."""

import io
from collections.abc import Sequence
from datetime import datetime

from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart
from analysis.charts.svg import Provenance
from analysis.exports.excel.data_sheet import OpenWorkbook, field_sheet, open_workbook, set_page
from analysis.exports.excel.native_charts import CELL, ChartPlace, chart_height, insert_chart
from analysis.exports.shared.images import COLOURS
from analysis.exports.shared.provenance import Note, chart_notes
from analysis.sections import RecordTable
from analysis.words import Translator

LABELS, TEXTS = 130, 100
"""Widths in pixels of the column of labels, and of those that the text beside them spans."""
ACROSS = 9
"""Number of columns that the text spans."""
TITLE = {"bold": True, "font_size": 16}
LETTERS, LINE = 120, 20
"""Approximate number of letters in a line of that text, and its height in pixels."""


def chart_workbook(
    chart: Chart,
    words: Translator,
    origin: Provenance,
    rows: RecordTable | None = None,
    timestamp: datetime | None = None,
) -> bytes:
    """An xlsx file: the chart with title and notes on the first sheet, its numbers on the second.

    ``chart``: takes its numbers from the second sheet. ``words``: the language. ``origin``: for the notes. ``rows``:
    what the chart counts, on a third sheet. ``timestamp``: the time of the file.
    """
    buffer, line = io.BytesIO(), origin.line(words)
    comments = {"comments": ". ".join(filter(None, (line, origin.filter_text)))}
    with open_workbook(buffer, words, chart.title, line, properties=comments, timestamp=timestamp) as book:
        sheet = _note_sheet(book, words("downloads.sheet.chart"))
        field_sheet(book, words("downloads.sheet.numbers"), chart)
        if rows:
            field_sheet(book, words("downloads.sheet.rows"), rows)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, chart.title, book.file.add_format(TITLE))
        sheet.write_string(1, 0, chart.subtitle)
        row = 5
        if len(chart.table) and not chart.picture:
            _write_line(book, sheet, 3, chart.sentence)
        elif len(chart.table):
            insert_chart(ChartPlace(book.file, sheet, words("downloads.sheet.numbers"), chart, 3, words.language))
            row += chart_height(chart) // CELL
            _write_line(book, sheet, row, chart.alt)
            row += 2
        else:
            sheet.write_string(3, 0, chart.empty)
        heading = (chart.title, chart.subtitle)
        notes = [note for note in chart_notes(chart, words, origin) if note[1] not in heading]
        _write_notes(book, sheet, row, notes)
    return buffer.getvalue()


def rows_workbook(rows: RecordTable, words: Translator, origin: Provenance, timestamp: datetime | None = None) -> bytes:
    """An xlsx file: the rows on the first sheet, the notes on them on the second."""
    buffer, line = io.BytesIO(), origin.line(words)
    comments = {"comments": ". ".join(filter(None, (line, origin.filter_text)))}
    with open_workbook(buffer, words, rows.title, line, properties=comments, timestamp=timestamp) as book:
        field_sheet(book, words("downloads.sheet.rows"), rows)
        sheet = _note_sheet(book, words("downloads.sheet.notes"))
        _write_notes(book, sheet, 0, chart_notes(rows, words, origin))
    return buffer.getvalue()


def _note_sheet(book: OpenWorkbook, name: str) -> Worksheet:
    """Add a sheet for labels with texts beside them, to be printed on A4 landscape."""
    sheet = book.file.add_worksheet(name)
    sheet.set_column_pixels(0, 0, LABELS)
    sheet.set_column_pixels(1, ACROSS, TEXTS)
    set_page(book, sheet)
    return sheet


def _write_line(book: OpenWorkbook, sheet: Worksheet, row: int, text: str) -> None:
    """Write a text over all columns: what a chart shows, for those who do not see it."""
    style = book.file.add_format({"text_wrap": True, "valign": "top", "font_color": COLOURS["muted"]})
    sheet.merge_range(row, 0, row, ACROSS, "", style)
    sheet.write_string(row, 0, text, style)
    sheet.set_row_pixels(row, LINE * -(-len(text) // LETTERS))


def _write_notes(book: OpenWorkbook, sheet: Worksheet, row: int, notes: Sequence[Note]) -> None:
    """Write labels and texts from a row on."""
    label_format = book.file.add_format({"bold": True, "valign": "top"})
    text_format = book.file.add_format({"text_wrap": True, "valign": "top"})
    for at, (label, text) in enumerate(notes, start=row):
        sheet.write_string(at, 0, label, label_format)
        sheet.merge_range(at, 1, at, ACROSS, "", text_format)
        sheet.write_string(at, 1, text, text_format)
        sheet.set_row_pixels(at, LINE * -(-len(text) // LETTERS))
