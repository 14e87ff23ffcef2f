"""Small columns over years beside each other: one panel a row, all on one scale, each under its own name."""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Panels, greatest
from analysis.charts.look import SIZE
from analysis.charts.panels import NAME, WIDTH, panel_edges, panel_grid, panel_numbers, value_places
from analysis.charts.svg.element import Plot, SvgParts, column_path, element, text
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


def panels(mark: Panels, chart: Chart, words: Translator, width: float) -> SvgParts:
    """The panels in the order of the table. A year without a known value is a gap."""
    names, (rows, most) = [str(name) for name in chart.table[mark.name]], panel_numbers(mark, chart)
    size = "wide" if width >= BREAK else "narrow"
    whole = panel_grid(len(rows), size).height
    moments = (mark.years[0] - 0.1, mark.years[-1] + 1.1)  # a little space before the first year and after the last
    left, right, *_ = panel_edges(0, len(rows), size)
    # The size at which the longest name fits, as far as it is legible.
    letters = max(LEAST, SIZE * min(1, (right - left) * width / max(wide(name, bold=True) for name in names)))
    parts: list[Element] = []
    for place, (name, values) in enumerate(zip(names, rows, strict=True)):
        left, right, bottom, top = panel_edges(place, len(rows), size)
        edges = (left * width, right * width, (1 - top) * whole, (1 - bottom) * whole)
        panel = Plot(*edges, moments, most * HEAD)
        title = shorten_text(name, panel.right_edge - panel.left_edge, letters, bold=True)
        base = panel.top - NAME / 2 + 0.35 * SIZE
        head = text(panel.left_edge, base, title, font_size=letters, font_weight=700, class_="row")
        fill = f"@{mark.colours[place]}" if mark.colours else "@bar"
        columns = _columns(panel, mark, values, fill)
        parts.append(element("g", head, *columns, *_values(panel, mark, values, words), *_years(panel, mark.years)))
    return SvgParts(parts, whole)


def _columns(panel: Plot, mark: Panels, values: Values, fill: str) -> Iterator[Element]:
    """The columns of a panel, its base line, and the line over it."""
    for year, value in zip(mark.years, values, strict=True):
        if value:
            left, right = (panel.across(year + 0.5 + side * WIDTH / 2) for side in (-1, 1))
            path = column_path(left, right, panel.down(value), panel.bottom, ROUND)
            yield element("path", d=path, fill=fill, class_="bar")
    ends = {"x1": panel.left_edge, "x2": panel.right_edge, "y1": panel.bottom, "y2": panel.bottom}
    yield element("line", stroke="@axis", stroke_width=1, **ends)
    for has_value, points in groupby(zip(mark.years, mark.line, strict=False), key=lambda pair: pair[1] is not None):
        if has_value:
            way = " ".join(f"{panel.across(year + 0.5):.2f},{panel.down(value or 0):.2f}" for year, value in points)
            look = {"fill": "none", "stroke": "@text", "stroke_dasharray": "2 3"}
            yield element("polyline", points=way, stroke_width=1.5, **look)


def _values(panel: Plot, mark: Panels, values: Values, words: Translator) -> Iterator[Element]:
    """The values over columns that are to have one and have room."""
    most, slot = greatest(values), panel.across(mark.years[0] + 1) - panel.across(mark.years[0])
    fits = all(wide(words.number(each), bold=True) <= slot for each in values if each)
    free = 0.0
    places = zip(mark.years, values, value_places(values, mark.line), zip_longest(values, mark.line), strict=False)
    for year, value, place, (_, mean) in places:
        if value is None or not place or not (fits or value == most):
            continue
        number = words.number(value)
        length = wide(number, bold=True)
        middle = panel.middle(year, length)
        if middle - length / 2 >= free:
            base = panel.down(value if place == "column" else mean or 0) - GAP
            yield text(middle, base, number, font_weight=700, text_anchor="middle", class_="value")
            free = middle + length / 2


def _years(panel: Plot, years: tuple[int, ...]) -> Iterator[Element]:
    """The first and the last year under a panel."""
    base, first, last = panel.bottom + SIZE + GAP, years[0], years[-1]
    if first == last:
        yield text(panel.across(first + 0.5), base, str(first), fill="@muted", text_anchor="middle", class_="year")
        return
    yield text(panel.left_edge, base, str(first), fill="@muted", class_="year")
    yield text(panel.right_edge, base, str(last), fill="@muted", text_anchor="end", class_="year")
