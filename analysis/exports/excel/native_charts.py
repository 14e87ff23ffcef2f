"""Charts of Excel: drawn from the cells of a sheet of numbers; heat maps are filled cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import greatest, row_numbers
from analysis.charts.look import STEP_INKS, STEP_TOKENS
from analysis.exports.shared import number_formats
from analysis.exports.shared.images import COLOURS
from analysis.exports.shared.text_table import heat_cells
from analysis.schema import Language

WIDTH = 880
"""Width of a chart that is alone, in pixels."""
BAR, LEAST, COLUMNS, PANEL = 34, 220, 380, (290, 200)
"""Heights in pixels: of a bar with its gap, of the lowest chart, of columns; width and height of a panel."""
ACROSS = 3
BAR_GAP, COLUMN_GAP = 70, 72
"""The gap between bars as a part of their thickness, in percent: as in the figures."""
HEAD = 1.2
"""Height of a panel by the greatest value: there is room for the value over the column."""
CELL = 20
"""Height of a row of a sheet, in pixels."""
NO_LINES = {"major_gridlines": {"visible": False}}
NAME_AXIS = {"num_font": {"size": 11, "color": COLOURS["text"]}, "major_tick_mark": "none", **NO_LINES}
"""An axis of names without lines that say nothing."""
VALUE_AXIS = {"visible": False, "min": 0, **NO_LINES}
LABEL_FONT = {"bold": True, "size": 11, "color": COLOURS["text"]}
VALUE_LABELS = {
    language: {"data_labels": {"value": True, "num_format": each, "font": LABEL_FONT}}
    for language, each in number_formats.WHOLE.items()
}
"""By language: the numbers beside bars and columns."""


@dataclass(frozen=True)
class ChartPlace:
    """The place of a chart: on ``sheet`` from ``row`` down, its numbers in the sheet ``numbers`` below the row
    ``head``; ``language``: that by which numbers are grouped."""

    book: Workbook
    sheet: Worksheet
    numbers: str
    chart: Chart
    row: int
    language: Language
    head: int = 0


def step_formats(book: Workbook, language: Language) -> list[Format]:
    """The formats of cells that are filled by steps of quantity; ``language``: that by which numbers are grouped."""
    look = {"border": 2, "border_color": "#ffffff", "align": "center", "num_format": number_formats.WHOLE[language]}
    return [
        book.add_format({"bg_color": COLOURS[fill[1:]], "font_color": COLOURS[ink[1:]], "bold": at > 0, **look})
        for at, (fill, ink) in enumerate(zip(STEP_TOKENS, STEP_INKS, strict=True))
    ]


def chart_height(chart: Chart) -> int:
    """The height of a chart in pixels."""
    rows = len(chart.table)
    match chart.mark:
        case Bars() | Map():
            return max(LEAST, 90 + BAR * rows)
        case Columns():
            return COLUMNS
        case Panels():
            return -(-rows // ACROSS) * PANEL[1]
        case Heat():
            return CELL * rows


def insert_chart(place: ChartPlace) -> None:
    """Draw the chart."""
    table, mark = place.chart.table, place.chart.mark
    match mark:
        case Bars():
            _insert_series(place, mark.name, mark.value, [name in mark.highlight for name in table[mark.name]])
        case Map():
            _insert_series(place, mark.name, mark.value, [code in mark.highlight for code in table[mark.key]])
        case Columns():
            _insert_series(place, mark.year, mark.value, [int(year) in mark.highlight for year in table[mark.year]])
        case Heat():
            _fill_cells(place, mark)
        case Panels():
            _insert_panels(place, mark)


def _insert_series(place: ChartPlace, name: str, value: str, highlights: Sequence[bool]) -> None:
    """Draw a field by the names of another, as columns for years, else as bars; highlights have their own colour."""
    columns = isinstance(place.chart.mark, Columns)
    fields = [field.name for field in place.chart.fields]
    # Ranges as XlsxWriter takes them: the cells of both fields under their headers.
    categories, values = (
        [place.numbers, place.head + 1, at, place.head + len(place.chart.table), at]
        for at in (fields.index(name), fields.index(value))
    )
    chart = place.book.add_chart({"type": "column" if columns else "bar"})
    chart.add_series(
        {
            "name": [place.numbers, place.head, fields.index(value)],
            "categories": categories,
            "values": values,
            "points": [{"fill": {"color": COLOURS["accent"]}} if each else None for each in highlights],
            "fill": {"color": COLOURS["bar"]},
            "gap": COLUMN_GAP if columns else BAR_GAP,
            **VALUE_LABELS[place.language],
        }
    )
    if columns:
        chart.set_x_axis({**NAME_AXIS, "line": {"color": COLOURS["axis"]}})
        chart.set_y_axis(VALUE_AXIS)
    else:
        chart.set_y_axis({**NAME_AXIS, "reverse": True, "line": {"none": True}})
        chart.set_x_axis(VALUE_AXIS)
    _insert(place, chart, place.chart.title, (WIDTH, chart_height(place.chart)), {})


def _fill_cells(place: ChartPlace, mark: Heat) -> None:
    """The heat map as filled cells of the sheet: Excel has no chart for it."""
    labels = [next(field.label for field in place.chart.fields if field.name == name) for name in mark.columns]
    head = place.book.add_format({"font_color": COLOURS["muted"], "align": "center", "text_wrap": True})
    place.sheet.write_row(place.row, 1, labels, head)
    place.sheet.write_column(place.row + 1, 0, [str(name) for name in place.chart.table[mark.name]])
    formats = step_formats(place.book, place.language)
    for cell in heat_cells(place.chart, mark):
        place.sheet.write_number(place.row + 1 + cell.row, 1 + cell.column, cell.value, formats[cell.step])


def _insert_panels(place: ChartPlace, mark: Panels) -> None:
    """A small chart a row, all on one scale."""
    width, height = PANEL
    most = max(1, greatest(value for row in row_numbers(place.chart.table, mark.columns) for value in row))
    fields = [field.name for field in place.chart.fields]
    first, last = fields.index(mark.columns[0]), fields.index(mark.columns[-1])
    for at, name in enumerate(place.chart.table[mark.name]):
        chart, row = place.book.add_chart({"type": "column"}), place.head + at + 1
        series = {
            "categories": [place.numbers, place.head, first, place.head, last],
            "values": [place.numbers, row, first, row, last],
            "fill": {"color": COLOURS[mark.colours[at]] if mark.colours else COLOURS["bar"]},
        }
        chart.add_series({**series, "gap": COLUMN_GAP, **VALUE_LABELS[place.language]})
        chart.set_x_axis({**NAME_AXIS, "line": {"color": COLOURS["axis"]}})
        chart.set_y_axis({**VALUE_AXIS, "max": most * HEAD})
        down, across = divmod(at, ACROSS)
        _insert(place, chart, str(name), (width, height), {"x_offset": across * width, "y_offset": down * height})


def _insert(place: ChartPlace, chart: Any, title: str, size: tuple[int, int], offset: Mapping[str, int]) -> None:
    """Put a chart of XlsxWriter into the sheet, without a frame.

    ``place``: the sheet and the chart's alternative text. ``chart``, ``title``: the chart and the title above it.
    ``size``: width and height in pixels. ``offset``: its distance from the place's first cell, as XlsxWriter takes it.
    """
    chart.set_title({"name": title, "name_font": {"size": 14, "bold": True, "color": COLOURS["text"]}})
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size({"width": size[0], "height": size[1]})
    alt = place.chart.alt if title == place.chart.title else f"{title}. {place.chart.alt}"
    place.sheet.insert_chart(place.row, 0, chart, {"description": alt, "object_position": 3, **offset})
