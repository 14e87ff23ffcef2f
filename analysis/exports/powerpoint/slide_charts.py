"""A chart on a slide: native if PowerPoint has such a chart, else a native table or a sharp picture with one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

import pandas as pd

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import greatest, row_numbers, whole_number
from analysis.charts.look import STEP_INKS, STEP_TOKENS
from analysis.charts.svg import svg
from analysis.exports.powerpoint.drawing import SlideInProgress, add_picture
from analysis.exports.powerpoint.native_charts import (
    BAR_GAP,
    add_chart,
    name_every_category,
    second_series_as_line,
    set_chart_title,
    style_series,
)
from analysis.exports.powerpoint.slide_tables import TableStyle, add_table, table_fits
from analysis.exports.powerpoint.text_fitting import Box, text_height
from analysis.exports.shared.images import svg_to_png
from analysis.exports.shared.text_table import heat_cells, text_table

LETTERS, SMALL = (16, 15, 14, 13, 12, 11, 10, 9, 8), 10
"""Heights that the names of bars may have in points, and that of a small chart's."""
NAMES = 0.4
"""Part of the width that names beside bars may take."""
THICKEST = 52
"""Greatest height of a bar with its gap: few bars are at the top of their place."""
BESIDE = 0.44
"""Part of the width that a map takes, its table beside it."""
TALLEST = 46
"""Greatest height of a row of filled cells."""
PANELS = 4
"""Number of panels beside each other."""
HEAD = 1.25
"""Height of a panel by the greatest value: there is room for the value over the column."""


def draw_chart(sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    """Draw a chart into a place."""
    match chart.mark:
        case Bars() | Columns() as mark:
            _draw_bars(sheet, chart, mark, box)
        case Map():
            width = box.width * BESIDE
            png = svg_to_png(svg(replace(chart, height=int(box.height)), sheet.words, width=width))
            add_picture(sheet, png, box._replace(width=width), chart.title, chart.alt)
            beside = Box(box.left + width + 24, box.top, box.width - width - 24, box.height)
            add_table(sheet, text_table(chart, sheet.words), beside, f"{chart.title}. {chart.sentence}".strip())
        case Heat() as mark:
            _draw_heat(sheet, chart, mark, box)
        case Panels() as mark:
            _draw_panels(sheet, chart, mark, box)


def _draw_bars(sheet: SlideInProgress, chart: Chart, mark: Bars | Columns, box: Box) -> None:
    """Bars from above down, with letters at which each name fits beside its bar; years as columns."""
    label = next((field.label for field in chart.fields if field.name == mark.value), mark.value)
    series = {label: chart.table[mark.value]}
    if isinstance(mark, Columns):
        years = [int(year) for year in chart.table[mark.year]]
        native = add_chart(sheet, box, chart.title, chart.alt, [str(year) for year in years], series)
        style_series(native, [year in mark.highlight for year in years])
        return
    names = chart.table[mark.name].tolist()
    place = Box(box.left, box.top, box.width, min(box.height, THICKEST * len(names) + 12))
    native = add_chart(sheet, place, chart.title, chart.alt, names, series, bars=True)
    native.category_axis.reverse_order = True
    native.category_axis.format.line.fill.background()
    room, height = place.width * NAMES, place.height / max(len(names), 1)
    sizes = (size for size in LETTERS if all(text_height(each, size, room) <= height for each in names))
    style_series(native, [name in mark.highlight for name in names], BAR_GAP, letters=next(sizes, LETTERS[-1]))
    name_every_category(native)


def _draw_heat(sheet: SlideInProgress, chart: Chart, mark: Heat, box: Box) -> None:
    """The heat map as a table of filled cells; one that is too large for the slide as a picture."""
    fields = [next(field for field in chart.fields if field.name == name) for name in (mark.name, *mark.columns)]
    grid = text_table(chart, sheet.words, fields, unknown="")
    if table_fits(grid, box):
        fills = {
            (cell.row, cell.column + 1): (STEP_TOKENS[cell.step][1:], STEP_INKS[cell.step][1:])
            for cell in heat_cells(chart, mark)
        }
        add_table(sheet, grid, box, chart.alt, TableStyle(fills, centred=True, tallest=TALLEST))
    else:
        add_picture(sheet, svg_to_png(svg(chart, sheet.words, width=box.width)), box, chart.title, chart.alt)


def _draw_panels(sheet: SlideInProgress, chart: Chart, mark: Panels, box: Box) -> None:
    """A small native chart a row, all on one scale."""
    table = chart.table
    across = min(PANELS, max(1, ceil(len(table) / 2)))
    width, height = box.width / across, box.height / max(1, ceil(len(table) / across))
    greatest_bar = greatest(value for row in row_numbers(table, mark.columns) for value in row)
    most = max(greatest_bar, *(value or 0 for value in mark.line), 1)
    for at, row in enumerate(table.to_dict("records")):
        place = Box(box.left + at % across * width, box.top + at // across * height, width - 8, height - 4)
        native = _draw_panel(sheet, mark, row, place)
        fill = mark.colours[at] if mark.colours else "bar"
        style_series(native, [False] * len(mark.years), fill=fill, letters=SMALL)
        set_chart_title(sheet, native, str(row[mark.name]))
        native.value_axis.maximum_scale = most * HEAD
        if len(native.plots[0].series) > 1:
            second_series_as_line(native)


def _draw_panel(sheet: SlideInProgress, mark: Panels, row: Mapping[Any, Any], box: Box) -> Any:
    """A chart of one row; the line, if there is one, is its second series."""
    name, words = str(row[mark.name]), sheet.words
    series = {name: pd.Series([row[each] for each in mark.columns])}
    if any(each is not None for each in mark.line):
        series[words("exports.mean")] = pd.Series(mark.line)
    numbers = [whole_number(row[each]) for each in mark.columns]
    texts = [words("panel.unknown") if number is None else words.number(number) for number in numbers]
    years: Sequence[str] = [str(year) for year in mark.years]
    listing = ", ".join(f"{year} {text}" for year, text in zip(years, texts, strict=True))
    return add_chart(sheet, box, name, f"{name}. {listing}", years, series)
