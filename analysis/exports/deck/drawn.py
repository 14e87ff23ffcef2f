"""A chart on a slide: native where PowerPoint has such a chart, else a native table or a sharp picture with one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch
from math import ceil
from typing import Any

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.steps import ON, TOKENS, step
from analysis.charts.svg import svg
from analysis.exports import written
from analysis.exports.deck import grids
from analysis.exports.deck.fit import Box
from analysis.exports.deck.mean import as_line
from analysis.exports.deck.page import INKS, Sheet, colour, describe, picture
from analysis.exports.raster import png

BAR_GAP, COLUMN_GAP = 60, 72
"""The gap between bars as a part of their thickness, in percent."""
FORMAT = "#,##0"
LETTERS = 16
"""Height of the letters of a chart, in points."""
THICKEST = 52
"""Most height that a bar with its gap takes: few bars stand at the top of their place."""
BESIDE = 0.5
"""Part of the width that a map takes, its table beside it."""
TALLEST = 46
"""Height of a row of filled cells at most."""
PANELS = 4
"""So many panels stand beside each other."""
HEAD = 1.25
"""So much higher than the greatest value a panel is, for the value over the column."""


@singledispatch
def draw(mark: object, sheet: Sheet, chart: Chart, box: Box) -> None:
    """Draw the chart of a mark into a place."""
    raise TypeError(f"no drawing for {mark!r}")


@draw.register
def _bars(mark: Bars, sheet: Sheet, chart: Chart, box: Box) -> None:
    table = chart.table
    data = _data(table[mark.name].tolist(), {_label(chart, mark.value): table[mark.value]})
    place = Box(box.left, box.top, box.width, min(box.height, THICKEST * len(table) + 12))
    drawn = _native(sheet, XL_CHART_TYPE.BAR_CLUSTERED, data, place, chart.title, chart.alt)
    drawn.category_axis.reverse_order = True
    drawn.category_axis.format.line.fill.background()
    _look(drawn, BAR_GAP, [name in mark.highlight for name in table[mark.name]])


@draw.register
def _columns(mark: Columns, sheet: Sheet, chart: Chart, box: Box) -> None:
    table = chart.table
    years = [int(year) for year in table[mark.year]]
    data = _data([str(year) for year in years], {_label(chart, mark.value): table[mark.value]})
    drawn = _native(sheet, XL_CHART_TYPE.COLUMN_CLUSTERED, data, box, chart.title, chart.alt)
    _look(drawn, COLUMN_GAP, [year in mark.highlight for year in years])


@draw.register
def _map(mark: Map, sheet: Sheet, chart: Chart, box: Box) -> None:
    """The map as a picture, the table beside it."""
    wide = box.width * BESIDE
    fitting = replace(chart, height=int(box.height))
    drawn = png(svg(fitting, sheet.words, width=wide))
    picture(sheet, drawn, box._replace(width=wide), chart.title, chart.alt)
    beside = Box(box.left + wide + 24, box.top, box.width - wide - 24, box.height)
    grids.put(sheet, written.table(chart, sheet.words), beside, f"{chart.title}. {chart.sentence}".strip())


@draw.register
def _heat(mark: Heat, sheet: Sheet, chart: Chart, box: Box) -> None:
    """The heat map as a table of filled cells; one that is too large for the slide as a picture."""
    names = [mark.name, *mark.columns]
    fields = tuple(next(field for field in chart.fields if field.name == name) for name in names)
    most = int(max((value for name in mark.columns for value in chart.table[name].dropna()), default=0))
    fills = {
        (row, at): (TOKENS[found][1:], ON[found][1:])
        for at, name in enumerate(mark.columns, 1)
        for row, value in enumerate(chart.table[name])
        if pd.notna(value)
        for found in [step(int(value), most)]
    }
    grid = written.bare(chart, fields, sheet.words)
    if grids.fits(grid, box):
        grids.put(sheet, grid, box, chart.alt, grids.Styled(fills, middle=True, tallest=TALLEST))
    else:
        picture(sheet, png(svg(chart, sheet.words, width=box.width)), box, chart.title, chart.alt)


@draw.register
def _panels(mark: Panels, sheet: Sheet, chart: Chart, box: Box) -> None:
    """A small native chart a row, all on one scale; the line is a second series."""
    table = chart.table
    across = min(PANELS, max(1, ceil(len(table) / 2)))
    down = max(1, ceil(len(table) / across))
    most = float(max((value for name in mark.columns for value in table[name].dropna()), default=1))
    most = max(most, *(value or 0 for value in mark.line), 1)
    size = (box.width / across, box.height / down)
    for at, row in enumerate(table.to_dict("records")):
        place = Box(box.left + at % across * size[0], box.top + at // across * size[1], size[0] - 8, size[1] - 4)
        name = str(row[mark.name])
        values = {name: pd.Series([row[each] for each in mark.columns])}
        if any(each is not None for each in mark.line):
            values[sheet.words("exports.mean")] = pd.Series(mark.line)
        data = _data([str(year) for year in mark.years], values)
        pairs = zip(mark.years, mark.columns, strict=True)
        told = ", ".join(f"{year} {_told(row[each], sheet)}" for year, each in pairs)
        drawn = _native(sheet, XL_CHART_TYPE.COLUMN_CLUSTERED, data, place, name, f"{name}. {told}")
        fill = mark.colours[at] if mark.colours else "bar"
        _look(drawn, COLUMN_GAP, [False] * len(mark.years), fill, 10)
        _titled(drawn, name, sheet)
        drawn.value_axis.maximum_scale = most * HEAD
        if len(values) > 1:
            as_line(drawn, INKS["text"])


def _told(value: Any, sheet: Sheet) -> str:
    return sheet.words("panel.unknown") if pd.isna(value) else sheet.words.number(int(value))


def _label(chart: Chart, name: str) -> str:
    return next((field.label for field in chart.fields if field.name == name), name)


def _data(categories: Sequence[str], series: dict[str, pd.Series]) -> CategoryChartData:
    data = CategoryChartData(number_format=FORMAT)
    data.categories = categories
    for name, values in series.items():
        data.add_series(name, [None if pd.isna(value) else float(value) for value in values])
    return data


def _native(sheet: Sheet, kind: Any, data: CategoryChartData, box: Box, name: str, alt: str) -> Any:
    place = (Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape: Any = sheet.page.shapes.add_chart(kind, *place, data)  # type: ignore[arg-type]
    describe(shape, name, alt)
    drawn = shape.chart
    drawn.has_legend, drawn.has_title = False, False
    drawn.font.size, drawn.font.color.rgb = Pt(LETTERS), colour("text")
    for each in drawn._chartSpace.iter(qn("a:defRPr")):
        each.set("lang", sheet.tag)
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    drawn.value_axis.minimum_scale = 0
    drawn.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn.category_axis.format.line.color.rgb = colour("axis")
    return drawn


def _look(drawn: Any, gap: int, found: list[bool], fill: str = "bar", letters: float = LETTERS) -> None:
    plot = drawn.plots[0]
    plot.gap_width, plot.vary_by_categories = gap, False
    drawn.font.size = Pt(letters)
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(fill)
    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, FORMAT, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.bold, labels.font.size, labels.font.color.rgb = True, Pt(letters + 1), colour("text")
    for at in (at for at, each in enumerate(found) if each):
        point = series.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = RGBColor.from_string(INKS["accent"][1:].upper())


def _titled(drawn: Any, name: str, sheet: Sheet) -> None:
    drawn.has_title = True
    frame = drawn.chart_title.text_frame
    run = frame.paragraphs[0].add_run()
    run.text = name
    run.font.size, run.font.bold, run.font.color.rgb = Pt(13), True, colour("text")
    run._r.get_or_add_rPr().set("lang", sheet.tag)
    drawn.chart_title.include_in_layout = False
