"""One chart as a workbook: the chart as Excel draws it, its numbers, and the rows that it counts."""

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart
from analysis.charts.svg import Provenance
from analysis.exports.excel.cell_formats import CellFormats, column_widths
from analysis.exports.excel.cell_values import field_cells
from analysis.exports.excel.data_sheet import OpenWorkbook, fill_sheet, page_footer
from analysis.exports.excel.native_charts import ChartPlace, insert_chart
from analysis.exports.shared.provenance import UNKNOWN_TIME, Note, chart_notes
from analysis.sections import RecordTable
from analysis.words import Translator

LABELS, TEXTS = 130, 100
"""Widths in pixels of the column of labels and of those that the text beside them runs over."""
ACROSS = 9
"""So many columns the text runs over."""
TITLE = {"bold": True, "font_size": 16}
LETTERS, LINE = 120, 20
"""About how many letters of a text stand in a line, and how high that is, in pixels."""


def chart_workbook(
    chart: Chart, words: Translator, origin: Provenance, rows: RecordTable | None = None, made: datetime | None = None
) -> bytes:
    """An xlsx file: chart, title and all that is said of it on the first sheet, its numbers on the second.

    ``rows`` (what the chart counts) stand on a third. Chart and cells take their numbers from the second sheet.
    """
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as file:
        book = _book(file, chart.title, words, origin, made)
        first = _laid_out(book, words("downloads.sheet.chart"))
        _table(book, words("downloads.sheet.numbers"), chart)
        if rows:
            _table(book, words("downloads.sheet.rows"), rows)
        _show(book, first, chart, origin)
    return packed.getvalue()


def rows_workbook(rows: RecordTable, words: Translator, origin: Provenance, made: datetime | None = None) -> bytes:
    """An xlsx file: the rows on the first sheet, what is to be said of them on the second."""
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as file:
        book = _book(file, rows.title, words, origin, made)
        _table(book, words("downloads.sheet.rows"), rows)
        _notes(book, _laid_out(book, words("downloads.sheet.notes")), 0, chart_notes(rows, words, origin))
    return packed.getvalue()


def _book(file: Workbook, title: str, words: Translator, origin: Provenance, made: datetime | None) -> OpenWorkbook:
    line = origin.line(words)
    comments = ". ".join(filter(None, (line, origin.filter_text)))
    file.set_properties({"title": title, "comments": comments, "created": made or UNKNOWN_TIME})
    return OpenWorkbook(file, words, {}, {}, CellFormats(file), page_footer(title, line, words))


def _table(book: OpenWorkbook, name: str, given: Chart | RecordTable) -> None:
    sheet = book.file.add_worksheet(name)
    filled = field_cells(given.table, given.fields, book.words)
    fill_sheet(book, sheet, filled, column_widths(filled, len(given.fields)))
    sheet.autofilter(0, 0, len(given.table), len(given.fields) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _show(book: OpenWorkbook, sheet: Worksheet, chart: Chart, origin: Provenance) -> None:
    above = (chart.title, chart.subtitle)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, chart.title, book.file.add_format(TITLE))
    sheet.write_string(1, 0, chart.subtitle)
    taken = 0
    if len(chart.table):
        place = ChartPlace(book.file, sheet, book.words("downloads.sheet.numbers"), chart, 3)
        taken = insert_chart(chart.mark, place)
    else:
        sheet.write_string(3, 0, chart.empty)
    _notes(
        book,
        sheet,
        4 + max(taken, 1),
        [note for note in chart_notes(chart, book.words, origin) if note[1] not in above],
    )


def _laid_out(book: OpenWorkbook, name: str) -> Worksheet:
    """A sheet of labels with texts beside them, to be printed on A4 lying."""
    sheet = book.file.add_worksheet(name)
    sheet.set_column_pixels(0, 0, LABELS)
    sheet.set_column_pixels(1, ACROSS, TEXTS)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(book.foot)
    return sheet


def _notes(book: OpenWorkbook, sheet: Worksheet, row: int, told: list[Note]) -> None:
    label = book.file.add_format({"bold": True, "valign": "top"})
    text = book.file.add_format({"text_wrap": True, "valign": "top"})
    for at, (name, said) in enumerate(told, start=row):
        sheet.write_string(at, 0, name, label)
        sheet.merge_range(at, 1, at, ACROSS, "", text)
        sheet.write_string(at, 1, said, text)
        sheet.set_row_pixels(at, LINE * -(-len(said) // LETTERS))
