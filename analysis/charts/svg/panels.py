"""Small columns over years beside each other: one panel a row, all on one scale, each under its own name."""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Panels, greatest, row_numbers
from analysis.charts.look import SIZE
from analysis.charts.panels import (
    NAME,
    WIDTH,
    Line,
    columns_below_line,
    columns_with_value,
    panel_edges,
    panels_height,
    scale,
)
from analysis.charts.svg.element import SvgParts, column_path, element, text
from analysis.charts.svg.text_width import shorten_text
from analysis.charts.svg.text_width import text_width as wide
from analysis.words import Translator

BREAK = 560
"""Below this width fewer panels are drawn side by side."""
LEAST = 12.5
"""Least size of the letters of names; one that still does not fit is shortened."""
ROUND = 2
GAP = 4
HEAD = 1.3
"""The height of a panel as a multiple of the greatest value."""

Values = list[int | None]


class Panel(NamedTuple):
    """The edges of a panel's columns in pixels, its years, and the value at its upper edge."""

    left: float
    right: float
    top: float
    bottom: float
    years: tuple[int, ...]
    most: float

    def across(self, year: float) -> float:
        """The place of a moment; there is a little space before the first year and after the last."""
        first, last = self.years[0] - 0.1, self.years[-1] + 1.1
        return self.left + (year - first) / (last - first) * (self.right - self.left)

    def down(self, value: float) -> float:
        """The place of a value."""
        return self.bottom - value / self.most * (self.bottom - self.top)


def panels(mark: Panels, chart: Chart, words: Translator, width: float) -> SvgParts:
    """The panels in the order of the table. A year without a known value is a gap."""
    names, rows = [str(name) for name in chart.table[mark.name]], row_numbers(chart.table, mark.columns)
    most, size = scale(mark, rows), "wide" if width >= BREAK else "narrow"
    whole = panels_height(len(rows), size)
    left, right, *_ = panel_edges(0, len(rows), size)
    # The size at which the longest name fits, as far as it is legible.
    letters = max(LEAST, SIZE * min(1, (right - left) * width / max(wide(name, bold=True) for name in names)))
    parts: list[Element] = []
    for place, (name, values) in enumerate(zip(names, rows, strict=True)):
        left, right, bottom, top = panel_edges(place, len(rows), size)
        edges = (left * width, right * width, (1 - top) * whole, (1 - bottom) * whole)
        panel = Panel(*edges, mark.years, most * HEAD)
        title = shorten_text(name, panel.right - panel.left, letters, bold=True)
        base = panel.top - NAME / 2 + 0.35 * SIZE
        head = text(panel.left, base, title, font_size=letters, font_weight=700, class_="row")
        fill = f"@{mark.colours[place]}" if mark.colours else "@bar"
        columns = _columns(panel, values, mark.line, fill)
        parts.append(element("g", head, *columns, *_values(panel, values, words, mark.line), *_years(panel)))
    return SvgParts(parts, whole)


def _columns(panel: Panel, values: Values, line: Line, fill: str) -> Iterator[Element]:
    """The columns of a panel, its base line, and the line over it."""
    for year, value in zip(panel.years, values, strict=True):
        if value:
            left, right = (panel.across(year + 0.5 + side * WIDTH / 2) for side in (-1, 1))
            path = column_path(left, right, panel.down(value), panel.bottom, ROUND)
            yield element("path", d=path, fill=fill, class_="bar")
    ends = {"x1": panel.left, "x2": panel.right, "y1": panel.bottom, "y2": panel.bottom}
    yield element("line", stroke="@axis", stroke_width=1, **ends)
    places = zip(panel.years, line, strict=False)
    for known, points in groupby(places, key=lambda pair: pair[1] is not None):
        if known:
            way = " ".join(f"{panel.across(year + 0.5):.2f},{panel.down(value or 0):.2f}" for year, value in points)
            look = {"fill": "none", "stroke": "@text", "stroke_dasharray": "2 3"}
            yield element("polyline", points=way, stroke_width=1.5, **look)


def _values(panel: Panel, values: Values, words: Translator, line: Line) -> Iterator[Element]:
    """The values over columns that are to have one and have room."""
    most = greatest(values)
    slot = panel.across(panel.years[0] + 1) - panel.across(panel.years[0])
    fits = all(wide(words.number(each), bold=True) <= slot for each in values if each)
    free = 0.0
    heights = [
        mean if low else value for value, mean, low in zip_longest(values, line, columns_below_line(values, line))
    ]
    for year, value, high, wanted in zip(panel.years, values, heights, columns_with_value(values, line), strict=True):
        if value is None or not wanted or not (fits or value == most):
            continue
        number = words.number(value)
        length = wide(number, bold=True)
        middle = min(max(panel.across(year + 0.5), panel.left + length / 2), panel.right - length / 2)
        if middle - length / 2 >= free:
            look = {"text_anchor": "middle", "class_": "value"}
            yield text(middle, panel.down(high or 0) - GAP, number, font_weight=700, **look)
            free = middle + length / 2


def _years(panel: Panel) -> Iterator[Element]:
    base = panel.bottom + SIZE + GAP
    first, last = panel.years[0], panel.years[-1]
    if first == last:
        yield text(panel.across(first + 0.5), base, str(first), fill="@muted", text_anchor="middle", class_="year")
        return
    yield text(panel.left, base, str(first), fill="@muted", class_="year")
    yield text(panel.right, base, str(last), fill="@muted", text_anchor="end", class_="year")
