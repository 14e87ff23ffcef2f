"""Sections as a workbook: a sheet of contents, a sheet a section with native charts, rows on sheets of their own."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart, Heat
from analysis.charts.svg import Provenance
from analysis.exports.excel.cells import (
    HEADER_STYLE,
    Cells,
    SheetCell,
    field_cells,
    row_heights,
    value_cell,
)
from analysis.exports.excel.data_sheet import OpenWorkbook, field_sheet, open_workbook, set_page, write_cell
from analysis.exports.excel.native_charts import CELL, ChartPlace, chart_height, insert_chart, step_formats
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.provenance import Note, counting_rule, section_notes
from analysis.exports.shared.text_table import TextCell, TextTable, heat_cells, list_table, metrics_table
from analysis.sections import ItemList, Section
from analysis.sections.model.typed_values import Days, YearValue
from analysis.words import Translator

LONGEST = 31
"""Number of letters that the name of a sheet may have."""
LABELS, TEXTS = 220, 760
"""Widths of the two columns of the contents, in pixels."""
CONTENT_LETTERS, LINE = 105, 20
"""Approximate number of letters in a line of the contents, and the height of any line in pixels."""
FIRST, OTHERS = 270, 78
"""Widths in pixels of the first column and of the others."""
ACROSS = 9
"""Number of columns that texts span."""
MOST = 60
"""More columns than any table has."""
PAGE = 58
"""Approximate number of rows of the usual height on a printed page."""
HEADING = {"bold": True, "font_size": 13}
WRAPPED = {"text_wrap": True, "valign": "top"}
MUTED = {"font_color": "#566170", **WRAPPED}
LETTERS = 115
"""Approximate number of letters in a line over the whole width of a section's sheet."""
NOTHING: Mapping[tuple[int, int], Format] = MappingProxyType({})


def report_workbook(
    sections: Sequence[Section],
    words: Translator,
    origin: Provenance,
    *,
    title: str = "",
    timestamp: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """An xlsx file of sections, with links from the contents to each sheet. Charts take their numbers from the cells.

    ``sections``: a sheet each, and one for each of their rows. ``words``: the language. ``origin``: the selection of
    all, source and licence. ``title``: of the workbook. ``timestamp``: the time of the file. ``progress``: a step a
    section.
    """
    buffer, title, line = io.BytesIO(), title or words("exports.title"), origin.line(words)
    comments = ". ".join(filter(None, (line, origin.licence)))
    properties = {"subject": origin.filter_text, "comments": comments, "author": origin.source}
    with open_workbook(buffer, words, title, line, properties=properties, timestamp=timestamp) as book:
        contents = words("exports.contents")
        sheet, names, links = book.file.add_worksheet(contents), {contents.casefold()}, []
        for section in with_progress(sections, progress):
            name = sheet_name(section.title, names)
            _add_section_sheet(book, section, name, contents)
            links.append((name, section.sentence or section.filter_text))
            for rows in section.rows:
                name = sheet_name(section.title, names, f" {words('exports.rows_ending')}")
                field_sheet(book, name, rows)
                links.append((name, " ".join(filter(None, (rows.title + ".", rows.rule)))))
        _write_contents(book, sheet, section_notes(title, words, origin), links)
    return buffer.getvalue()


def sheet_name(title: str, names: set[str], ending: str = "") -> str:
    """A name that Excel takes and no other sheet has; it is added to ``names``, which are in lower case."""
    plain = re.sub(r"[\[\]:*?/\\\\]", " ", title).strip("' ") or "-"
    for number in range(1, 1000):
        more = ending + (f" {number}" if number > 1 else "")
        name = f"{plain[: LONGEST - len(more)].rstrip()}{more}"
        if name.casefold() not in names:
            break
    names.add(name.casefold())
    return name


def _write_contents(book: OpenWorkbook, sheet: Worksheet, notes: Sequence[Note], links: Sequence[Note]) -> None:
    """Write the notes, the first of them the title, and the names of the sheets with what they hold."""
    sheet.hide_gridlines(2)
    sheet.set_column_pixels(0, 0, LABELS)
    sheet.set_column_pixels(1, 1, TEXTS)
    label_format = book.file.add_format({"bold": True, "valign": "top"})
    text_format = book.file.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, notes[0][1], book.file.add_format({"bold": True, "font_size": 18}))
    for row, (label, _) in enumerate(notes[1:], 2):
        sheet.write_string(row, 0, label, label_format)
    top = len(notes) + 3
    sheet.write_string(top, 0, book.words("exports.section"), book.formats(HEADER_STYLE))
    sheet.write_string(top, 1, book.words("exports.holds"), book.formats(HEADER_STYLE))
    for row, (name, _) in enumerate(links, top + 1):
        address = "internal:'" + name.replace("'", "''") + "'!A1"
        sheet.write_url(row, 0, address, book.formats("link"), name)
    for row, (_, text) in (*enumerate(notes[1:], 2), *enumerate(links, top + 1)):
        sheet.write_string(row, 1, text, text_format)
        sheet.set_row_pixels(row, LINE * max(1, -(-len(text) // CONTENT_LETTERS)))
    set_page(book, sheet)


def _add_section_sheet(book: OpenWorkbook, section: Section, name: str, back: str) -> None:
    """Add the sheet of a section; ``back`` is the name of the sheet of contents."""
    page = _SectionPage(book, name)
    sheet, words = page.sheet, book.words
    sheet.write_string(0, 0, section.title, book.file.add_format({"bold": True, "font_size": 16}))
    sheet.write_url(1, 0, f"internal:'{back}'!A1", book.formats("link"), words("exports.to_contents"))
    sheet.freeze_panes(2, 0)
    page.write_text(2, section.filter_text, page.muted)
    if section.sentence:
        page.write_text(page.row, section.sentence, book.file.add_format(WRAPPED))
        page.row += 2
    if section.metrics:
        metrics = metrics_table(section.metrics, words)
        page.add_table(_text_cells(metrics, range(len(metrics.labels)), words))
    for chart in section.charts:
        page.add_chart(chart)
    for listing in section.lists:
        page.add_list(listing)
    if section.coverage:
        page.write_text(page.row, section.coverage, page.muted)
        page.row += 1
    sheet.set_h_pagebreaks(page.breaks)
    sheet.print_area(0, 0, page.row, max(ACROSS, *(len(chart.fields) for chart in section.charts), 0) - 1)


class _SectionPage:
    """A sheet that is filled downwards: the next row, and where its printed pages break."""

    def __init__(self, book: OpenWorkbook, name: str) -> None:
        self.book, self.sheet = book, book.file.add_worksheet(name)
        self.muted = book.file.add_format(MUTED)
        self.row, self.breaks = 4, list[int]()
        self.sheet.hide_gridlines(2)
        self.sheet.set_column_pixels(0, 0, FIRST)
        self.sheet.set_column_pixels(1, MOST, OTHERS)
        self.sheet.set_portrait()
        set_page(book, self.sheet, landscape=False)

    def write_text(self, row: int, text: str, style: Format) -> None:
        """Write a text over the whole width, its row as high as it needs."""
        self.sheet.merge_range(row, 0, row, ACROSS - 1, "", style)
        self.sheet.write_string(row, 0, text, style)
        self.sheet.set_row_pixels(row, LINE * max(1, -(-len(text) // LETTERS)))

    def add_table(self, cells: Cells, formats: Mapping[tuple[int, int], Format] = NOTHING) -> None:
        """Write cells as a table of Excel: a header with filters. ``formats`` are those of single cells."""
        rows, columns = max(row for row, _ in cells), max(at for _, at in cells)
        labels = [str(cells[0, at].value) for at in range(columns + 1)]
        # Excel wants the labels of a table to be different from each other.
        unique = [label if labels.index(label) == at else f"{label} ({at + 1})" for at, label in enumerate(labels)]
        header, top = self.book.formats(HEADER_STYLE), self.row
        headers = [{"header": label, "header_format": header} for label in unique]
        self.sheet.add_table(top, 0, top + max(rows, 1), columns, {"columns": headers, "style": None})
        for (row, at), cell in cells.items():
            if row and (row, at) in formats:
                self.sheet.write_number(top + row, at, cell.value, formats[row, at])
            elif row:
                write_cell(self.book.formats, self.sheet, top + row, at, cell)
        for row, pixels in row_heights(cells, [FIRST] + [OTHERS] * columns).items():
            self.sheet.set_row_pixels(top + row, pixels)
        self.row = top + max(rows, 1) + 2

    def add_heading(self, title: str, rows: int) -> None:
        """Write a title, on a new printed page if the ``rows`` from here on do not fit on this one."""
        page = self.breaks[-1] if self.breaks else 0
        if self.row - page + rows > PAGE and self.row > page:
            self.breaks.append(self.row)
        self.sheet.write_string(self.row, 0, title, self.book.file.add_format(HEADING))

    def add_chart(self, chart: Chart) -> None:
        """Write a chart's title, the chart, what it shows, its table and its rule.

        A heat map is its table alone, one whose finding is a sentence has that in place of the chart.
        """
        book, words = self.book, self.book.words
        self.add_heading(chart.title, len(chart.table) + 28)
        if chart.subtitle and chart.subtitle != chart.title:
            self.write_text(self.row + 1, chart.subtitle, self.muted)
        self.row += 3
        if not len(chart.table):
            self.sheet.write_string(self.row - 1, 0, chart.empty)
            self.row += 1
            return
        fills: dict[tuple[int, int], Format] = {}
        if not chart.picture:
            self.write_text(self.row - 1, chart.sentence, self.book.file.add_format(WRAPPED))
            self.row += 1
        elif isinstance(chart.mark, Heat):
            formats, names = step_formats(book.file, book.words.language), [field.name for field in chart.fields]
            for cell in heat_cells(chart, chart.mark):
                fills[cell.row + 1, names.index(chart.mark.columns[cell.column])] = formats[cell.step]
        else:
            line = self.row + chart_height(chart) // CELL + 1
            self.write_text(line, chart.alt, self.muted)
            head = line + 2
            insert_chart(ChartPlace(book.file, self.sheet, self.sheet.name, chart, self.row, book.words.language, head))
            self.row = head
        self.add_table(field_cells(chart.table, chart.fields, words), fills)
        self.write_text(self.row - 1, counting_rule(chart, words), self.muted)
        self.row += 2

    def add_list(self, listing: ItemList) -> None:
        """Write a list as a table, if it has items: its texts first, since the first column is the widest."""
        if not listing.items:
            return
        self.add_heading(listing.title, len(listing.items) + 3)
        self.row += 1
        grid, words = list_table(listing, self.book.words), self.book.words
        order = list(range(len(grid.labels)))
        if len(order) > 1 and grid.labels[0] == words("exports.listing.when"):
            order[:2] = 1, 0
        self.add_table(_text_cells(grid, order, words))
        self.row += 1


def _text_cells(grid: TextTable, order: Sequence[int], words: Translator) -> Cells:
    """A table of text as cells, its columns in an order."""
    cells = {(0, at): SheetCell(grid.labels[column], HEADER_STYLE) for at, column in enumerate(order)}
    for row, texts in enumerate(grid.rows, 1):
        cells |= {(row, at): _typed_cell(texts[column], at, words) for at, column in enumerate(order)}
    return cells


def _typed_cell(cell: TextCell, at: int, words: Translator) -> SheetCell:
    """The cell for a value by its type: numbers, years and days as such; text stays text, whatever it looks like."""
    match cell.value:
        case int() | float():
            return value_cell(cell.value, "number", words)
        case YearValue(number):
            return value_cell(number, "year", words)
        case Days(str() as starts, None):
            return value_cell(starts, "day", words)
        case _ if cell.link:
            return SheetCell(cell.text, "link", cell.link)
        case _:
            return SheetCell(cell.text, "beside" if at else "prose")
