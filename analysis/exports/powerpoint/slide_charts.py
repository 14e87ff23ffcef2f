"""A chart on a slide: native if PowerPoint has such a chart, else a native table or a sharp picture with one.

Native charts have their data sheet inside, no lines that say nothing, and values over their bars.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

import pandas as pd
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import greatest, row_numbers, whole_number
from analysis.charts.look import STEP_INKS, STEP_TOKENS
from analysis.charts.svg import draw
from analysis.exports.powerpoint.drawing import LANGUAGE_IDS, SlideInProgress, add_picture, rgb, set_alt_text
from analysis.exports.powerpoint.slide_tables import SIZES, TableStyle, add_table
from analysis.exports.powerpoint.text_fitting import Box, fit_table, text_height
from analysis.exports.shared import number_formats
from analysis.exports.shared.images import svg_to_png
from analysis.exports.shared.text_table import heat_cells, text_table
from analysis.schema import Language

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
BAR_GAP, COLUMN_GAP = 60, 72
"""The gap between bars as a part of their thickness, in percent."""
BARS_ONLY = ("c:invertIfNegative", "c:dLbls", "c:dPt", "c:spPr")
ORDER = ("c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:cat", "c:val", "c:smooth")


def draw_chart(sheet: SlideInProgress, chart: Chart, box: Box) -> None:
    """Draw a chart into a place."""
    match chart.mark:
        case Bars() | Columns() as mark:
            _draw_bars(sheet, chart, mark, box)
        case Map():
            width = box.width * BESIDE
            png = svg_to_png(draw(replace(chart, height=int(box.height)), sheet.words, width=width).markup)
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
        native = _add_chart(sheet, box, chart.title, chart.alt, [str(year) for year in years], series)
        _style_series(native, sheet.words.language, [year in mark.highlight for year in years])
        return
    names = chart.table[mark.name].tolist()
    place = Box(box.left, box.top, box.width, min(box.height, THICKEST * len(names) + 12))
    native = _add_chart(sheet, place, chart.title, chart.alt, names, series, bars=True)
    native.category_axis.reverse_order = True
    native.category_axis.format.line.fill.background()
    room, height = place.width * NAMES, place.height / max(len(names), 1)
    sizes = (size for size in LETTERS if all(text_height(each, size, room) <= height for each in names))
    _style_series(
        native,
        sheet.words.language,
        [name in mark.highlight for name in names],
        BAR_GAP,
        letters=next(sizes, LETTERS[-1]),
    )
    # Programs leave out names where they think that there is no room; this forbids it.
    axis = native.element.find(f".//{qn('c:catAx')}")
    axis.find(qn("c:lblOffset")).addnext(axis.makeelement(qn("c:tickLblSkip"), {"val": "1"}))


def _draw_heat(sheet: SlideInProgress, chart: Chart, mark: Heat, box: Box) -> None:
    """The heat map as a table of filled cells; one that is too large for the slide as a picture."""
    fields = [next(field for field in chart.fields if field.name == name) for name in (mark.name, *mark.columns)]
    grid = text_table(chart, sheet.words, fields, unknown="")
    layout = fit_table(grid.texts, box, SIZES)
    if len(layout.heights) == len(grid.rows) + 1 and sum(layout.widths) <= box.width + 1:
        fills = {
            (cell.row, cell.column + 1): (STEP_TOKENS[cell.step][1:], STEP_INKS[cell.step][1:])
            for cell in heat_cells(chart, mark)
        }
        add_table(sheet, grid, box, chart.alt, TableStyle(fills, centred=True, tallest=TALLEST))
    else:
        add_picture(sheet, svg_to_png(draw(chart, sheet.words, width=box.width).markup), box, chart.title, chart.alt)


def _draw_panels(sheet: SlideInProgress, chart: Chart, mark: Panels, box: Box) -> None:
    """A small native chart a row, all on one scale."""
    table = chart.table
    across = min(PANELS, max(1, ceil(len(table) / 2)))
    width, height = box.width / across, box.height / max(1, ceil(len(table) / across))
    greatest_bar = greatest(value for row in row_numbers(table, mark.columns) for value in row)
    most = max(greatest_bar, *(value or 0 for value in mark.line), 1)
    for at, row in enumerate(table.to_dict("records")):
        place = Box(box.left + at % across * width, box.top + at // across * height, width - 8, height - 4)
        native = _add_panel(sheet, mark, row, place)
        fill = mark.colours[at] if mark.colours else "bar"
        _style_series(native, sheet.words.language, [False] * len(mark.years), fill=fill, letters=SMALL)
        native.has_title = True
        run = native.chart_title.text_frame.paragraphs[0].add_run()
        run.text = str(row[mark.name])
        run.font.size, run.font.bold, run.font.color.rgb = Pt(13), True, rgb("text")
        run.font.language_id = LANGUAGE_IDS[sheet.words.language]
        native.chart_title.include_in_layout = False
        native.value_axis.maximum_scale = most * HEAD
        if len(native.plots[0].series) > 1:
            _second_series_as_line(native)


def _add_panel(sheet: SlideInProgress, mark: Panels, row: Mapping[Any, Any], box: Box) -> Any:
    """A chart of one row; the line, if there is one, is its second series."""
    name, words = str(row[mark.name]), sheet.words
    series = {name: pd.Series([row[each] for each in mark.columns])}
    if any(each is not None for each in mark.line):
        series[words("exports.mean")] = pd.Series(mark.line)
    numbers = [whole_number(row[each]) for each in mark.columns]
    texts = [words("panel.unknown") if number is None else words.number(number) for number in numbers]
    years: Sequence[str] = [str(year) for year in mark.years]
    listing = ", ".join(f"{year} {text}" for year, text in zip(years, texts, strict=True))
    return _add_chart(sheet, box, name, f"{name}. {listing}", years, series)


def _add_chart(
    sheet: SlideInProgress,
    box: Box,
    name: str,
    alt: str,
    categories: Sequence[str],
    series: Mapping[str, pd.Series],
    *,
    bars: bool = False,
) -> Any:
    """Put a chart without title, legend and lines into a place; returns the chart.

    ``sheet``, ``box``: the slide and the place. ``name``, ``alt``: name and alternative text. ``categories``: names of
    the bars. ``series``: numbers by their name, gaps if missing. ``bars``: bars from above down instead of columns.
    """
    data = CategoryChartData()
    data.categories = categories
    for label, values in series.items():
        data.add_series(label, [None if pd.isna(value) else float(value) for value in values])
    kind = XL_CHART_TYPE.BAR_CLUSTERED if bars else XL_CHART_TYPE.COLUMN_CLUSTERED
    place = (Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape: Any = sheet.page.shapes.add_chart(kind, *place, data)  # type: ignore[arg-type]
    set_alt_text(shape, name, alt)
    chart = shape.chart
    # python-pptx writes numbers of axes below zero, which the schema does not allow (1.0.2).
    for each in chart.element.iter(qn("c:axId"), qn("c:crossAx")):
        each.set("val", each.get("val").removeprefix("-"))
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.color.rgb = Pt(LETTERS[0]), rgb("text")
    chart.font.language_id = LANGUAGE_IDS[sheet.words.language]
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = rgb("axis")
    return chart


def _style_series(
    chart: Any,
    language: Language,
    highlights: Sequence[bool],
    gap: int = COLUMN_GAP,
    fill: str = "bar",
    letters: float = LETTERS[0],
) -> None:
    """Give the first series of a chart its look.

    ``language``: that by which its numbers are grouped.
    ``highlights``: which bars have the colour of the finding. ``gap``: between bars, in percent of their thickness.
    ``fill``: token of their colour. ``letters``: height of the letters in points.
    """
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = gap, False
    chart.font.size = Pt(letters)
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(fill)
    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = (
        True,
        number_formats.WHOLE[language],
        False,
    )
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.bold, labels.font.size, labels.font.color.rgb = True, Pt(letters + 1), rgb("text")
    for at in (at for at, each in enumerate(highlights) if each):
        point = series.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb("accent")


def _second_series_as_line(chart: Any) -> None:
    """Turn the second series of a chart of columns into a dotted line on the same axes."""

    def element(tag: str, *children: Any, **attributes: str) -> Any:
        parent = etree.Element(qn(tag), attributes)
        parent.extend(children)
        return parent

    plot = chart.element.find(f".//{qn('c:barChart')}")
    series = plot.findall(qn("c:ser"))[1]
    plot.remove(series)
    for each in [each for tag in BARS_ONLY for each in series.findall(qn(tag))]:
        series.remove(each)
    colour = element("a:solidFill", element("a:srgbClr", val=str(rgb("text"))))
    look = element("c:spPr", element("a:ln", colour, element("a:prstDash", val="sysDot"), w="19050"))
    series.extend([look, element("c:marker", element("c:symbol", val="none")), element("c:smooth", val="0")])
    places = {qn(tag): at for at, tag in enumerate(ORDER)}
    series[:] = sorted(series, key=lambda each: places[each.tag])
    line = element("c:lineChart", element("c:grouping", val="standard"), element("c:varyColors", val="0"), series)
    line.append(element("c:marker", val="1"))
    line.extend([element("c:axId", val=each.get("val")) for each in plot.findall(qn("c:axId"))])
    plot.addnext(line)
