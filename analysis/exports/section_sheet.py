"""One section as sheets of a workbook: numbers, native charts with tables, lists; rows on a sheet of their own."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart, Heat
from analysis.charts.chart import greatest, row_numbers
from analysis.charts.steps import STEP_TOKENS, colour_step
from analysis.exports import written
from analysis.exports.layout import column_widths
from analysis.exports.native import insert_chart, rows_of_chart
from analysis.exports.native_look import ChartPlace, shade
from analysis.exports.section_table import FIRST, OTHERS, SheetPosition, text_table_cells, write_table
from analysis.exports.sheets import OpenWorkbook, fill_sheet
from analysis.exports.tabled import field_cells
from analysis.exports.told import counting_rule
from analysis.sections import ItemList, RecordTable, Section

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
        figures = written.metrics_table(section.metrics, book.words)
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
    grid = written.list_table(listing, book.words)
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
