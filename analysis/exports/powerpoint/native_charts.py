"""A native chart of PowerPoint: its data sheet inside, without lines that say nothing, its values over its bars."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.exports.powerpoint.drawing import COLOURS, SlideInProgress, rgb, set_alt_text
from analysis.exports.powerpoint.text_fitting import Box

FORMAT = "#,##0"
LETTERS = 16
"""Height of the letters of a chart, in points."""


def chart_data_sheet(categories: Sequence[str], series: dict[str, pd.Series]) -> CategoryChartData:
    """What a chart shows; what is not known is a gap."""
    made = CategoryChartData(number_format=FORMAT)
    made.categories = categories
    for name, values in series.items():
        made.add_series(name, [None if pd.isna(value) else float(value) for value in values])
    return made


def add_chart(sheet: SlideInProgress, kind: Any, series: CategoryChartData, box: Box, name: str, alt: str) -> Any:
    """Put a chart without title, legend and lines into a place; gives back the chart."""
    place = (Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height))
    shape: Any = sheet.page.shapes.add_chart(kind, *place, series)  # type: ignore[arg-type]
    set_alt_text(shape, name, alt)
    drawn = shape.chart
    drawn.has_legend, drawn.has_title = False, False
    drawn.font.size, drawn.font.color.rgb = Pt(LETTERS), rgb("text")
    drawn.font.language_id = MSO_LANGUAGE_ID.from_xml(sheet.tag)
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    drawn.value_axis.minimum_scale = 0
    drawn.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    drawn.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    drawn.category_axis.format.line.color.rgb = rgb("axis")
    return drawn


def style_series(drawn: Any, gap: int, found: list[bool], fill: str = "bar", letters: float = LETTERS) -> None:
    """Give the first series its colours and values, those of the finding their own."""
    plot = drawn.plots[0]
    plot.gap_width, plot.vary_by_categories = gap, False
    drawn.font.size = Pt(letters)
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(fill)
    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, FORMAT, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.bold, labels.font.size, labels.font.color.rgb = True, Pt(letters + 1), rgb("text")
    for at in (at for at, each in enumerate(found) if each):
        point = series.points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS["accent"][1:].upper())


def set_chart_title(drawn: Any, name: str, sheet: SlideInProgress) -> None:
    """Give a chart its name above it."""
    drawn.has_title = True
    frame = drawn.chart_title.text_frame
    run = frame.paragraphs[0].add_run()
    run.text = name
    run.font.size, run.font.bold, run.font.color.rgb = Pt(13), True, rgb("text")
    run.font.language_id = MSO_LANGUAGE_ID.from_xml(sheet.tag)
    drawn.chart_title.include_in_layout = False


def name_every_category(drawn: Any) -> None:
    """Have every category named, however little room there is."""
    axis = drawn.element.find(f".//{qn('c:catAx')}")
    skip = axis.makeelement(qn("c:tickLblSkip"), {"val": "1"})
    axis.find(qn("c:lblOffset")).addnext(skip)


BARS_ONLY = ("c:invertIfNegative", "c:dLbls", "c:dPt", "c:spPr")
ORDER = ("c:idx", "c:order", "c:tx", "c:spPr", "c:marker", "c:cat", "c:val", "c:smooth")


def second_series_as_line(drawn: Any, ink: str) -> None:
    """Move the second series of a chart of columns into a dotted line on the same axes."""
    plot = drawn.element.find(f".//{qn('c:barChart')}")
    moved = plot.findall(qn("c:ser"))[1]
    plot.remove(moved)
    for tag in BARS_ONLY:
        for each in moved.findall(qn(tag)):
            moved.remove(each)
    look = _made("c:spPr", _made("a:ln", _made("a:solidFill", _made("a:srgbClr", val=ink[1:].upper())), w="19050"))
    look[0].append(_made("a:prstDash", val="sysDot"))
    moved.extend([look, _made("c:marker", _made("c:symbol", val="none")), _made("c:smooth", val="0")])
    parts = {qn(tag): at for at, tag in enumerate(ORDER)}
    moved[:] = sorted(moved, key=lambda each: parts[each.tag])
    line = _made("c:lineChart", _made("c:grouping", val="standard"), _made("c:varyColors", val="0"), moved)
    line.append(_made("c:marker", val="1"))
    line.extend([_made("c:axId", val=each.get("val")) for each in plot.findall(qn("c:axId"))])
    plot.addnext(line)


def _made(tag: str, *parts: Any, **attributes: str) -> Any:
    made = etree.Element(qn(tag), attributes)
    made.extend(parts)
    return made
