"""A table on the sheet of a section: what Excel filters and sorts, its rows as high as their text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart, Heat
from analysis.charts.chart import greatest, row_numbers
from analysis.charts.look import STEP_TOKENS, colour_step
from analysis.exports.excel.cell_formats import column_widths, row_heights
from analysis.exports.excel.cell_values import HEADER_STYLE, Cells, SheetCell, day_cell, field_cells, number_cell
from analysis.exports.excel.data_sheet import OpenWorkbook, fill_sheet, write_cell
from analysis.exports.excel.native_charts import ChartPlace, insert_chart, rows_of_chart, shade
from analysis.exports.shared import text_table
from analysis.exports.shared.provenance import counting_rule
from analysis.exports.shared.text_table import TextCell, TextTable
from analysis.sections import ItemList, RecordTable, Section
from analysis.sections.model.typed_values import Days, Year
from analysis.words import Translator

FIRST, OTHERS = 270, 78
"""Widths in pixels of the first column and of the others."""
NOTHING: Mapping[tuple[int, int], Format] = MappingProxyType({})


@dataclass
class SheetPosition:
    """Where on a sheet is written next, and where its printed pages end."""

    row: int = 0
    page: int = 0


def write_table(
    book: OpenWorkbook,
    sheet: Worksheet,
    pen: SheetPosition,
    filled: Cells,
    formats: Mapping[tuple[int, int], Format] = NOTHING,
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
            write_cell(book.looks, sheet, top + row, at, cell)
    for row, pixels in row_heights(filled, [FIRST] + [OTHERS] * columns).items():
        sheet.set_row_pixels(top + row, pixels)
    pen.row = top + max(rows, 1) + 2


def _headed(book: OpenWorkbook, labels: Sequence[str]) -> list[dict[str, object]]:
    """The labels of a table, made different from each other: Excel wants them so."""
    return [
        {
            "header": label if labels.index(label) == at else f"{label} ({at + 1})",
            "header_format": book.looks(HEADER_STYLE),
        }
        for at, label in enumerate(labels)
    ]


def text_table_cells(grid: TextTable, order: Sequence[int], words: Translator) -> Cells:
    """A table of text as cells, its columns in an order; numbers, years and full days are written as such."""
    found: dict[tuple[int, int], SheetCell] = {}
    for at, column in enumerate(order):
        found[0, at] = SheetCell(grid.labels[column], HEADER_STYLE)
        for row, cells_of in enumerate(grid.rows, 1):
            found[row, at] = _typed(cells_of[column], at, words)
    return found


def _typed(cell: TextCell, at: int, words: Translator) -> SheetCell:
    """The cell of a sheet for a value of its own type; text stays text, whatever it looks like."""
    match cell.value:
        case int() | float():
            return number_cell(cell.value)
        case Year(number):
            return SheetCell(number, "year")
        case Days(str() as starts, None):
            return day_cell(starts, words)
        case _ if cell.link:
            return SheetCell(cell.text, "link", cell.link)
        case _:
            return SheetCell(cell.text, "beside" if at else "prose")


ACROSS = 9
"""So many columns the texts run over."""
MOST = 60
"""More columns than any table has."""
PAGE = 58
"""So many rows of the usual height about stand on a printed page."""
HEADING = {"bold": True, "font_size": 13}
WRAPPED = {"text_wrap": True, "valign": "top"}
LETTERS, HIGH = 115, 20
"""About how many letters of a text stand in a line over the whole width, and how high that is in pixels."""


def section_sheet(book: OpenWorkbook, section: Section, name: str, back: str) -> Worksheet:
    """The sheet of a section; ``back`` is the name of the sheet of contents."""
    sheet = book.file.add_worksheet(name)
    _laid_out(book, sheet)
    pen, muted = SheetPosition(4), book.file.add_format({"font_color": "#566170", **WRAPPED})
    _opened(book, sheet, section, back)
    _said(sheet, 2, section.filter_text, muted)
    if section.sentence:
        _said(sheet, pen.row, section.sentence, book.file.add_format(WRAPPED))
        pen.row += 2
    if section.metrics:
        figures = text_table.metrics_table(section.metrics, book.words)
        write_table(book, sheet, pen, text_table_cells(figures, range(len(figures.labels)), book.words))
    breaks: list[int] = []
    for chart in section.charts:
        _turn(pen, breaks, len(chart.table) + 26)
        _chart(book, sheet, pen, chart, muted)
    for listing in (each for each in section.lists if each.items):
        _turn(pen, breaks, len(listing.items) + 3)
        _listing(book, sheet, pen, listing)
    if section.coverage:
        _said(sheet, pen.row, section.coverage, muted)
        pen.row += 1
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, pen.row, max(ACROSS, *(len(chart.fields) for chart in section.charts), 0) - 1)
    return sheet


def _opened(book: OpenWorkbook, sheet: Worksheet, section: Section, back: str) -> None:
    """The title, and the way back to the contents: both stay where one scrolls."""
    sheet.write_string(0, 0, section.title, book.file.add_format({"bold": True, "font_size": 16}))
    sheet.write_url(1, 0, f"internal:'{back}'!A1", book.looks("link"), book.words("exports.to_contents"))
    sheet.freeze_panes(2, 0)


def rows_sheet(book: OpenWorkbook, rows: RecordTable, name: str) -> Worksheet:
    """The sheet of rows alone: header frozen, every column with a filter."""
    sheet = book.file.add_worksheet(name)
    filled = field_cells(rows.table, rows.fields, book.words)
    fill_sheet(book, sheet, filled, column_widths(filled, len(rows.fields)))
    sheet.autofilter(0, 0, len(rows.table), len(rows.fields) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    return sheet


def _laid_out(book: OpenWorkbook, sheet: Worksheet) -> None:
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


def _turn(pen: SheetPosition, breaks: list[int], rows: int) -> None:
    """Begin a new printed page where so many rows do not fit on this one."""
    if pen.row - pen.page + rows > PAGE and pen.row > pen.page:
        breaks.append(pen.row)
        pen.page = pen.row


def _chart(book: OpenWorkbook, sheet: Worksheet, pen: SheetPosition, chart: Chart, muted: Format) -> None:
    sheet.write_string(pen.row, 0, chart.title, book.file.add_format(HEADING))
    if chart.subtitle != chart.title:
        _said(sheet, pen.row + 1, chart.subtitle, muted)
    pen.row += 3
    if not len(chart.table):
        sheet.write_string(pen.row - 1, 0, chart.empty)
        pen.row += 1
        return
    if not isinstance(chart.mark, Heat):
        head = pen.row + rows_of_chart(chart) + 1
        insert_chart(chart.mark, ChartPlace(book.file, sheet, sheet.name, chart, pen.row, head))
        pen.row = head
    filled = field_cells(chart.table, chart.fields, book.words)
    write_table(book, sheet, pen, filled, _steps(book, chart))
    _said(sheet, pen.row - 1, counting_rule(chart, book.words), muted)
    pen.row += 2


def _listing(book: OpenWorkbook, sheet: Worksheet, pen: SheetPosition, listing: ItemList) -> None:
    """A list as a table: what comes first, since its column is the widest."""
    sheet.write_string(pen.row, 0, listing.title, book.file.add_format(HEADING))
    pen.row += 1
    grid = text_table.list_table(listing, book.words)
    order = list(range(len(grid.labels)))
    if len(order) > 1 and grid.labels[0] == book.words("exports.listing.when"):
        order[:2] = 1, 0
    write_table(book, sheet, pen, text_table_cells(grid, order, book.words))
    pen.row += 1


def _steps(book: OpenWorkbook, chart: Chart) -> dict[tuple[int, int], Format]:
    """The fills of a heat map by row and column; without such a one none."""
    if not isinstance(chart.mark, Heat):
        return {}
    formats = [shade(book.file, at) for at in range(len(STEP_TOKENS))]
    places = [at for at, field in enumerate(chart.fields) if field.name in chart.mark.columns]
    rows = row_numbers(chart.table, [chart.fields[at].name for at in places])
    most = greatest(value for row in rows for value in row)
    return {
        (down, at): formats[colour_step(value, most)]
        for down, row in enumerate(rows, 1)
        for at, value in zip(places, row, strict=True)
        if value is not None
    }
