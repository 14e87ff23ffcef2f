"""One section as sheets of a workbook: numbers, native charts with tables, lists; rows on a sheet of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart, Heat
from analysis.charts.steps import TOKENS, step
from analysis.exports import written
from analysis.exports.layout import Cells, heights, widths
from analysis.exports.looks import HEAD
from analysis.exports.native import Place, insert, shade, taken
from analysis.exports.sheets import Book, put, put_all
from analysis.exports.tabled import cells
from analysis.exports.told import rule
from analysis.exports.values import Look, Written
from analysis.exports.written import Cell, Grid
from analysis.sections import Rows, Section

FIRST, OTHERS, ACROSS = 270, 78, 9
"""Widths in pixels of the first column and of the others, and how many columns the texts run over."""
MOST = 60
"""More columns than any table has."""
PAGE = 58
"""So many rows of the usual height about stand on a printed page."""
HEADING = {"bold": True, "font_size": 13}
WRAPPED = {"text_wrap": True, "valign": "top"}
LETTERS, HIGH = 115, 20
"""About how many letters of a text stand in a line over the whole width, and how high that is in pixels."""
NOTHING: Mapping[tuple[int, int], Format] = MappingProxyType({})
FIGURE = re.compile(r"[−-]?\d[\d\u00a0]*(,\d+|\.\d+)?")


@dataclass
class Pen:
    """Where on a sheet is written next, and where its printed pages end."""

    row: int = 0
    page: int = 0


def section_sheet(book: Book, section: Section, name: str, back: str) -> Worksheet:
    """The sheet of a section; ``back`` is the name of the sheet of contents."""
    sheet = book.file.add_worksheet(name)
    _laid_out(book, sheet)
    pen, muted = Pen(4), book.file.add_format({"font_color": "#566170", **WRAPPED})
    sheet.write_string(0, 0, section.title, book.file.add_format({"bold": True, "font_size": 16}))
    sheet.write_url(1, 0, f"internal:'{back}'!A1", book.looks("link"), book.words("exports.to_contents"))
    _said(sheet, 2, section.chosen, muted)
    sheet.freeze_panes(2, 0)
    if section.sentence:
        _said(sheet, pen.row, section.sentence, book.file.add_format(WRAPPED))
        pen.row += 2
    if section.numbers:
        figures = written.numbers(section.numbers, book.words)
        _table(book, sheet, pen, _grid(figures, range(len(figures.labels))))
    breaks: list[int] = []
    for chart in section.charts:
        _turn(pen, breaks, len(chart.table) + 26)
        _chart(book, sheet, pen, chart, muted)
    for listing in (each for each in section.listings if each.items):
        _turn(pen, breaks, len(listing.items) + 3)
        sheet.write_string(pen.row, 0, listing.title, book.file.add_format(HEADING))
        pen.row += 1
        grid = written.listing(listing, book.words)
        what = len(grid.labels) > 1 and grid.labels[0] == book.words("exports.listing.when")
        _table(book, sheet, pen, _grid(grid, (1, 0, *range(2, len(grid.labels))) if what else range(len(grid.labels))))
        pen.row += 1
    if section.coverage:
        _said(sheet, pen.row, section.coverage, muted)
        pen.row += 1
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, pen.row, max(ACROSS, *(len(chart.fields) for chart in section.charts), 0) - 1)
    return sheet


def rows_sheet(book: Book, rows: Rows, name: str) -> Worksheet:
    """The sheet of rows alone: header frozen, every column with a filter."""
    sheet = book.file.add_worksheet(name)
    filled = cells(rows.table, rows.fields, book.words)
    put_all(book, sheet, filled, widths(filled, len(rows.fields)))
    sheet.autofilter(0, 0, len(rows.table), len(rows.fields) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    return sheet


def _laid_out(book: Book, sheet: Worksheet) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column_pixels(0, 0, FIRST)
    sheet.set_column_pixels(1, MOST, OTHERS)
    sheet.set_portrait()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(book.foot)


def _said(sheet: Worksheet, row: int, text: str, look: Format) -> None:
    """A text over the whole width, its row as high as it needs."""
    sheet.merge_range(row, 0, row, ACROSS - 1, "", look)
    sheet.write_string(row, 0, text, look)
    sheet.set_row_pixels(row, HIGH * max(1, -(-len(text) // LETTERS)))


def _turn(pen: Pen, breaks: list[int], rows: int) -> None:
    """Begin a new printed page where so many rows do not fit on this one."""
    if pen.row - pen.page + rows > PAGE and pen.row > pen.page:
        breaks.append(pen.row)
        pen.page = pen.row


def _chart(book: Book, sheet: Worksheet, pen: Pen, chart: Chart, muted: Format) -> None:
    sheet.write_string(pen.row, 0, chart.title, book.file.add_format(HEADING))
    if chart.subtitle != chart.title:
        _said(sheet, pen.row + 1, chart.subtitle, muted)
    pen.row += 3
    if not len(chart.table):
        sheet.write_string(pen.row - 1, 0, chart.empty)
        pen.row += 1
        return
    if not isinstance(chart.mark, Heat):
        head = pen.row + taken(chart) + 1
        insert(chart.mark, Place(book.file, sheet, sheet.name, chart, pen.row, head))
        pen.row = head
    filled = cells(chart.table, chart.fields, book.words)
    _table(book, sheet, pen, filled, _steps(book, chart))
    _said(sheet, pen.row - 1, rule(chart, book.words), muted)
    pen.row += 2


def _steps(book: Book, chart: Chart) -> dict[tuple[int, int], Format]:
    """The fills of a heat map by row and column; without such a one none."""
    if not isinstance(chart.mark, Heat):
        return {}
    formats = [shade(book.file, at) for at in range(len(TOKENS))]
    wanted, table = chart.mark.columns, chart.table
    most = int(max((value for name in wanted for value in table[name].dropna()), default=0))
    return {
        (row, at): formats[step(int(value), most)]
        for at, field in enumerate(chart.fields)
        if field.name in wanted
        for row, value in enumerate(table[field.name], 1)
        if pd.notna(value)
    }


def _table(
    book: Book, sheet: Worksheet, pen: Pen, filled: Cells, formats: Mapping[tuple[int, int], Format] = NOTHING
) -> None:
    """Cells as a table of Excel: a header with filters. The pen is then below it."""
    rows, columns = max(row for row, _ in filled), max(at for _, at in filled)
    labels = [str(filled[0, at].value) for at in range(columns + 1)]
    top = pen.row
    sheet.add_table(top, 0, top + max(rows, 1), columns, {"columns": _headed(book, labels), "style": None})
    for (row, at), cell in filled.items():
        if row and (row, at) in formats:
            sheet.write_number(top + row, at, cell.value, formats[row, at])
        elif row:
            put(book.looks, sheet, top + row, at, cell)
    for row, pixels in heights(filled, [FIRST] + [OTHERS] * columns).items():
        sheet.set_row_pixels(top + row, pixels)
    pen.row = top + max(rows, 1) + 2


def _headed(book: Book, labels: Sequence[str]) -> list[dict[str, object]]:
    """The labels of a table, made different from each other: Excel wants them so."""
    return [
        {"header": label if labels.index(label) == at else f"{label} ({at + 1})", "header_format": book.looks(HEAD)}
        for at, label in enumerate(labels)
    ]


def _grid(grid: Grid, order: Sequence[int]) -> Cells:
    """Written text as cells, its columns in an order; what is a number becomes one."""
    found: dict[tuple[int, int], Written] = {}
    for at, column in enumerate(order):
        found[0, at] = Written(grid.labels[column], HEAD)
        for row, cells_of in enumerate(grid.rows, 1):
            found[row, at] = _typed(cells_of[column], at)
    return found


def _typed(cell: Cell, at: int) -> Written:
    if FIGURE.fullmatch(cell.text):
        number = float(cell.text.replace("\u00a0", "").replace("−", "-").replace(",", "."))
        return Written(int(number) if number.is_integer() else number, "number" if number.is_integer() else "decimal")
    look: Look = "beside" if at else "prose"
    return Written(cell.text, "link", cell.link) if cell.link else Written(cell.text, look)
