"""How a native chart of Excel looks: its place in a sheet, its colours, its axes, its title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as Native
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels, tokens
from analysis.charts.chart import greatest, row_numbers
from analysis.charts.look import STEP_INKS, STEP_TOKENS, colour_step

COLOURS = tokens("light")


@dataclass(frozen=True)
class ChartPlace:
    """Where a chart is drawn: on ``sheet`` from ``row`` down, from the numbers that stand in the sheet ``numbers``,
    their header in the row ``head``."""

    book: Workbook
    sheet: Worksheet
    numbers: str
    chart: Chart
    row: int
    head: int = 0

    def column(self, name: str) -> int:
        """The column of a field in the sheet of numbers."""
        return [field.name for field in self.chart.fields].index(name)

    def below(self, name: str) -> list[Any]:
        """The cells of a field under its header, as XlsxWriter takes a range."""
        at = self.column(name)
        return [self.numbers, self.head + 1, at, self.head + len(self.chart.table), at]


def series(place: ChartPlace, name: str, value: str, found: Iterable[bool], gap: int) -> dict[str, Any]:
    """The numbers of a field, those of the finding in their own colour."""
    points = [{"fill": {"color": COLOURS["accent"]}} if each else None for each in found]
    return {
        "name": [place.numbers, place.head, place.column(value)],
        "categories": place.below(name),
        "values": place.below(value),
        "points": points,
        "fill": {"color": COLOURS["bar"]},
        **series_look(gap),
    }


def series_look(gap: int) -> dict[str, Any]:
    """How bars stand, and that their values stand over them."""
    font = {"bold": True, "size": 11, "color": COLOURS["text"]}
    return {"gap": gap, "data_labels": {"value": True, "num_format": "#,##0", "font": font}}


def axis() -> dict[str, Any]:
    """An axis of names without lines that say nothing."""
    return {
        "num_font": {"size": 11, "color": COLOURS["text"]},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
    }


def insert_framed(place: ChartPlace, drawn: Native, title: str, size: tuple[int, int], offset: dict[str, int]) -> None:
    """Put a chart under its title into the sheet, without a frame, with its text for those who do not see it."""
    drawn.set_title({"name": title, "name_font": {"size": 14, "bold": True, "color": COLOURS["text"]}})
    drawn.set_legend({"none": True})
    drawn.set_chartarea({"border": {"none": True}})
    drawn.set_size({"width": size[0], "height": size[1]})
    said = place.chart.alt if title == place.chart.title else f"{title}. {place.chart.alt}"
    place.sheet.insert_chart(place.row, 0, drawn, {"description": said, "object_position": 3, **offset})


def shade(book: Workbook, at: int) -> Any:
    """The format of a cell that is filled as a step of quantity."""
    look = {"bg_color": COLOURS[STEP_TOKENS[at][1:]], "font_color": COLOURS[STEP_INKS[at][1:]]}
    edge = {"border": 2, "border_color": "#ffffff"}
    return book.add_format({**look, **edge, "align": "center", "bold": at > 0, "num_format": "#,##0"})


WIDTH = 880
"""Of a chart that stands alone, in pixels."""
BAR, LEAST, COLUMNS, PANEL = 34, 220, 380, (290, 200)
"""Heights in pixels: of a bar with its gap, of the lowest chart, of columns; width and height of a panel."""
ACROSS = 3
BAR_GAP, COLUMN_GAP = 70, 72
"""The gap between bars as a part of their thickness, in percent: as in the figures."""
HEAD = 1.2
"""So much higher than the greatest value a panel is, for the value over the column."""
CELL = 20
"""Height of a row of a sheet, in pixels."""


def rows_of_chart(chart: Chart) -> int:
    """How many rows of a sheet the chart takes that is drawn."""
    rows = len(chart.table)
    match chart.mark:
        case Bars() | Map():
            return max(LEAST, 90 + BAR * rows) // CELL + 1
        case Columns():
            return COLUMNS // CELL + 1
        case Panels():
            return -(-rows // ACROSS) * PANEL[1] // CELL + 1
        case Heat():
            return rows + 1


@singledispatch
def insert_chart(mark: object, place: ChartPlace) -> int:
    """Draw the chart of a mark; how many rows of the sheet it takes."""
    raise TypeError(f"no drawing for {mark!r}")


@insert_chart.register
def _bars(mark: Bars, place: ChartPlace) -> int:
    found = [name in mark.highlight for name in place.chart.table[mark.name]]
    return _ranked(place, mark.name, mark.value, found)


@insert_chart.register
def _map(mark: Map, place: ChartPlace) -> int:
    return _ranked(place, mark.name, mark.value, [code in mark.highlight for code in place.chart.table[mark.key]])


@insert_chart.register
def _columns(mark: Columns, place: ChartPlace) -> int:
    drawn = place.book.add_chart({"type": "column"})
    found = [int(year) in mark.highlight for year in place.chart.table[mark.year]]
    drawn.add_series(series(place, mark.year, mark.value, found, COLUMN_GAP))
    drawn.set_x_axis({**axis(), "line": {"color": COLOURS["axis"]}})
    drawn.set_y_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return _put(place, drawn, COLUMNS)


@insert_chart.register
def _heat(mark: Heat, place: ChartPlace) -> int:
    """The heat map as filled cells of the sheet: Excel has no chart for it."""
    table = place.chart.table
    labels = [next(field.label for field in place.chart.fields if field.name == name) for name in mark.columns]
    head = place.book.add_format({"font_color": COLOURS["muted"], "align": "center", "text_wrap": True})
    place.sheet.write_row(place.row, 1, labels, head)
    rows = row_numbers(table, mark.columns)
    most = greatest(value for row in rows for value in row)
    formats = [shade(place.book, at) for at in range(len(STEP_TOKENS))]
    for down, (name, values) in enumerate(zip(table[mark.name], rows, strict=True), start=place.row + 1):
        place.sheet.write_string(down, 0, str(name))
        for at, value in enumerate(values, start=1):
            if value is not None:
                place.sheet.write_number(down, at, value, formats[colour_step(value, most)])
    return rows_of_chart(place.chart)


@insert_chart.register
def _panels(mark: Panels, place: ChartPlace) -> int:
    """A small chart a row, all on one scale."""
    width, height = PANEL
    most = max(1, greatest(value for row in row_numbers(place.chart.table, mark.columns) for value in row))
    for at, name in enumerate(place.chart.table[mark.name]):
        drawn = place.book.add_chart({"type": "column"})
        first, last = place.column(mark.columns[0]), place.column(mark.columns[-1])
        colour = COLOURS[mark.colours[at]] if mark.colours else COLOURS["bar"]
        row = {
            "categories": [place.numbers, place.head, first, place.head, last],
            "values": [place.numbers, place.head + at + 1, first, place.head + at + 1, last],
        }
        drawn.add_series({**row, **series_look(COLUMN_GAP), "fill": {"color": colour}})
        drawn.set_x_axis({**axis(), "line": {"color": COLOURS["axis"]}})
        drawn.set_y_axis({"visible": False, "min": 0, "max": most * HEAD, "major_gridlines": {"visible": False}})
        down, across = divmod(at, ACROSS)
        offset = {"x_offset": across * width, "y_offset": down * height}
        insert_framed(place, drawn, str(name), (width, height), offset)
    return rows_of_chart(place.chart)


def _ranked(place: ChartPlace, name: str, value: str, found: Sequence[bool]) -> int:
    drawn = place.book.add_chart({"type": "bar"})
    drawn.add_series(series(place, name, value, found, BAR_GAP))
    drawn.set_y_axis({**axis(), "reverse": True, "line": {"none": True}})
    drawn.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return _put(place, drawn, max(LEAST, 90 + BAR * len(place.chart.table)))


def _put(place: ChartPlace, drawn: Native, height: int) -> int:
    insert_framed(place, drawn, place.chart.title, (WIDTH, height), {})
    return rows_of_chart(place.chart)
