"""Native charts of PowerPoint: with their data sheet, without lines that say nothing, values over their bars."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.exports.powerpoint.drawing import SlideInProgress, language_id, rgb, set_alt_text
from analysis.exports.powerpoint.text_fitting import Box
from analysis.exports.shared.images import COLOURS

FORMAT = "#,##0"
LETTERS = 16
"""Height of the letters of a chart, in points."""
BAR_GAP, COLUMN_GAP = 60, 72
"""The gap between bars as a part of their thickness, in percent."""
BARS_ONLY = ("c:invertIfNegative", "c:dLbls", "c:dPt", "c:spPr")
ORDER = ("c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:cat", "c:val", "c:smooth")


def add_chart(
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
    data = CategoryChartData(number_format=FORMAT)
    data.categories = categories
    for label, values in series.items():
        data.add_series(label, [None if pd.isna(value) else float(value) for value in values])
    kind = XL_CHART_TYPE.BAR_CLUSTERED if bars else XL_CHART_TYPE.COLUMN_CLUSTERED
    place = (Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape: Any = sheet.page.shapes.add_chart(kind, *place, data)  # type: ignore[arg-type]
    set_alt_text(shape, name, alt)
    chart = shape.chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size, chart.font.color.rgb = Pt(LETTERS), rgb("text")
    chart.font.language_id = language_id(sheet.words.language)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.category_axis.format.line.color.rgb = rgb("axis")
    return chart


def style_series(
    chart: Any, highlights: Sequence[bool], gap: int = COLUMN_GAP, fill: str = "bar", letters: float = LETTERS
) -> None:
    """Give the first series of a chart its look.

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
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, FORMAT, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.bold, labels.font.size, labels.font.color.rgb = True, Pt(letters + 1), rgb("text")
    for at in (at for at, each in enumerate(highlights) if each):
        point = series.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb("accent")


def set_chart_title(sheet: SlideInProgress, chart: Any, title: str) -> None:
    """Give a small chart its title above it."""
    chart.has_title = True
    run = chart.chart_title.text_frame.paragraphs[0].add_run()
    run.text = title
    run.font.size, run.font.bold, run.font.color.rgb = Pt(13), True, rgb("text")
    run.font.language_id = language_id(sheet.words.language)
    chart.chart_title.include_in_layout = False


def name_every_category(chart: Any) -> None:
    """Forbid the program to leave out names of categories where it thinks that there is no room."""
    axis = chart.element.find(f".//{qn('c:catAx')}")
    skip = axis.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    axis.find(qn("c:lblOffset")).addnext(skip)


def second_series_as_line(chart: Any) -> None:
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
    colour = element("a:solidFill", element("a:srgbClr", val=COLOURS["text"][1:].upper()))
    look = element("c:spPr", element("a:ln", colour, element("a:prstDash", val="sysDot"), w="19050"))
    series.extend([look, element("c:marker", element("c:symbol", val="none")), element("c:smooth", val="0")])
    places = {qn(tag): at for at, tag in enumerate(ORDER)}
    series[:] = sorted(series, key=lambda each: places[each.tag])
    line = element("c:lineChart", element("c:grouping", val="standard"), element("c:varyColors", val="0"), series)
    line.append(element("c:marker", val="1"))
    line.extend([element("c:axId", val=each.get("val")) for each in plot.findall(qn("c:axId"))])
    plot.addnext(line)
