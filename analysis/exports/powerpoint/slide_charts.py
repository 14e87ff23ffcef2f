"""A chart on a slide: native where PowerPoint has such a chart, else a native table or a sharp picture with one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import singledispatch
from math import ceil
from typing import Any

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import greatest, row_numbers, whole_number
from analysis.charts.look import STEP_INKS, STEP_TOKENS, colour_step
from analysis.charts.svg import draw
from analysis.exports.powerpoint import native_charts, slide_tables, text_fitting
from analysis.exports.powerpoint.drawing import COLOURS, SlideInProgress, add_picture
from analysis.exports.powerpoint.native_charts import second_series_as_line
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared import text_table
from analysis.exports.shared.images import svg_to_png

BAR_GAP, COLUMN_GAP = 60, 72
"""The gap between bars as a part of their thickness, in percent."""
LETTERS, SMALL = (16, 15, 14, 13, 12, 11, 10, 9, 8), 10
"""Heights that the names of bars may have in points, and that of a small chart's."""
NAMES = 0.4
"""Part of the width that names beside bars may take."""
THICKEST = 52
"""Most height that a bar with its gap takes: few bars stand at the top of their place."""
BESIDE = 0.44
"""Part of the width that a map takes, its table beside it."""
TALLEST = 46
"""Height of a row of filled cells at most."""
PANELS = 4
"""So many panels stand beside each other."""
HEAD = 1.25
"""So much higher than the greatest value a panel is, for the value over the column."""


@singledispatch
def draw_chart(mark: object, sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    """Draw the chart of a mark into a place."""
    raise TypeError(f"no drawing for {mark!r}")


@draw_chart.register
def _bars(mark: Bars, sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    table = chart.table
    names = table[mark.name].tolist()
    place = Box(box.left, box.top, box.width, min(box.height, THICKEST * len(table) + 12))
    series = native_charts.chart_data_sheet(names, {_label(chart, mark.value): table[mark.value]})
    drawn = native_charts.add_chart(sheet, XL_CHART_TYPE.BAR_CLUSTERED, series, place, chart.title, chart.alt)
    drawn.category_axis.reverse_order = True
    drawn.category_axis.format.line.fill.background()
    native_charts.style_series(
        drawn, BAR_GAP, [name in mark.highlight for name in names], letters=_letters(names, place)
    )
    native_charts.name_every_category(drawn)


@draw_chart.register
def _columns(mark: Columns, sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    table = chart.table
    years = [int(year) for year in table[mark.year]]
    series = native_charts.chart_data_sheet(
        [str(year) for year in years], {_label(chart, mark.value): table[mark.value]}
    )
    drawn = native_charts.add_chart(sheet, XL_CHART_TYPE.COLUMN_CLUSTERED, series, box, chart.title, chart.alt)
    native_charts.style_series(drawn, COLUMN_GAP, [year in mark.highlight for year in years])


@draw_chart.register
def _map(mark: Map, sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    """The map as a picture, the table beside it."""
    wide = box.width * BESIDE
    fitting = replace(chart, height=int(box.height))
    drawn = svg_to_png(draw(fitting, sheet.words, width=wide).markup)
    add_picture(sheet, drawn, box._replace(width=wide), chart.title, chart.alt)
    beside = Box(box.left + wide + 24, box.top, box.width - wide - 24, box.height)
    slide_tables.add_table(
        sheet, text_table.text_table(chart, sheet.words), beside, f"{chart.title}. {chart.sentence}".strip()
    )


@draw_chart.register
def _heat(mark: Heat, sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    """The heat map as a table of filled cells; one that is too large for the slide as a picture."""
    names = [mark.name, *mark.columns]
    fields = tuple(next(field for field in chart.fields if field.name == name) for name in names)
    rows = row_numbers(chart.table, mark.columns)
    most = greatest(value for row in rows for value in row)
    steps = {
        (down, at): colour_step(value, most)
        for down, row in enumerate(rows)
        for at, value in enumerate(row, 1)
        if value is not None
    }
    fills = {place: (STEP_TOKENS[at][1:], STEP_INKS[at][1:]) for place, at in steps.items()}
    grid = text_table.without_unknowns(chart, fields, sheet.words)
    if slide_tables.table_fits(grid, box):
        slide_tables.add_table(
            sheet, grid, box, chart.alt, slide_tables.TableStyle(fills, middle=True, tallest=TALLEST)
        )
    else:
        add_picture(sheet, svg_to_png(draw(chart, sheet.words, width=box.width).markup), box, chart.title, chart.alt)


@draw_chart.register
def _panels(mark: Panels, sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    """A small native chart a row, all on one scale; the line is a second series."""
    table = chart.table
    across = min(PANELS, max(1, ceil(len(table) / 2)))
    down = max(1, ceil(len(table) / across))
    known = greatest(value for row in row_numbers(table, mark.columns) for value in row)
    most = max(known, *(value or 0 for value in mark.line), 1)
    size = (box.width / across, box.height / down)
    for at, row in enumerate(table.to_dict("records")):
        place = Box(box.left + at % across * size[0], box.top + at // across * size[1], size[0] - 8, size[1] - 4)
        _panel(mark, sheet, (at, row), place, most * HEAD)


def _panel(
    mark: Panels, sheet: SlideInProgress, numbered: tuple[int, Mapping[Any, Any]], box: Box, most: float
) -> None:
    at, row = numbered
    name, pairs = str(row[mark.name]), zip(mark.years, mark.columns, strict=True)
    values = {name: pd.Series([row[each] for each in mark.columns])}
    if any(each is not None for each in mark.line):
        values[sheet.words("exports.mean")] = pd.Series(mark.line)
    told = ", ".join(f"{year} {_told(row[each], sheet)}" for year, each in pairs)
    series = native_charts.chart_data_sheet([str(year) for year in mark.years], values)
    drawn = native_charts.add_chart(sheet, XL_CHART_TYPE.COLUMN_CLUSTERED, series, box, name, f"{name}. {told}")
    fill = mark.colours[at] if mark.colours else "bar"
    native_charts.style_series(drawn, COLUMN_GAP, [False] * len(mark.years), fill, SMALL)
    native_charts.set_chart_title(drawn, name, sheet)
    drawn.value_axis.maximum_scale = most
    if len(values) > 1:
        second_series_as_line(drawn, COLOURS["text"])


def _told(value: Any, sheet: SlideInProgress) -> str:
    number = whole_number(value)
    return sheet.words("panel.unknown") if number is None else sheet.words.number(number)


def _label(chart: Chart, name: str) -> str:
    return next((field.label for field in chart.fields if field.name == name), name)


def _letters(names: Sequence[str], box: Box) -> float:
    """The size of letters in which each name fits beside its bar."""
    room, high = box.width * NAMES, box.height / max(len(names), 1)
    return next(
        (size for size in LETTERS if all(text_fitting.text_height(each, size, room) <= high for each in names)),
        LETTERS[-1],
    )
