"""How a native chart of Excel looks: its place in a sheet, its colours, its axes, its title."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as Native
from xlsxwriter.worksheet import Worksheet

from analysis.charts import Chart, tokens
from analysis.charts.steps import STEP_INKS, STEP_TOKENS

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
