"""Small columns over years beside each other: one panel a row, all on one scale, each under its own name."""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Panels, row_numbers
from analysis.charts.look import SIZE
from analysis.charts.panels import NAME, WIDTH, Line, below, box, height, labelled
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.measured import shortened
from analysis.charts.svg.measured import width as wide
from analysis.words import Words

BREAK = 560
"""Below this width fewer panels stand side by side."""
LEAST = 12.5
"""Names are set no smaller; one that still does not fit is shortened."""
ROUND = 2
GAP = 4
HEAD = 1.3
"""So much higher than the greatest value a panel is."""

Values = list[int | None]


class Panel(NamedTuple):
    """The edges of a panel's columns in pixels, its years, the value at its upper edge, and the size of its name."""

    left: float
    right: float
    top: float
    bottom: float
    years: tuple[int, ...]
    most: float
    letters: float

    def across(self, year: float) -> float:
        """Where a moment lies; there is a little space before the first year and after the last."""
        first, last = self.years[0] - 0.1, self.years[-1] + 1.1
        return self.left + (year - first) / (last - first) * (self.right - self.left)

    def down(self, value: float) -> float:
        """Where a value lies."""
        return self.bottom - value / self.most * (self.bottom - self.top)


def panels(mark: Panels, chart: Chart, words: Words, width: float) -> SvgParts:
    """The panels in the order of the table. A year without a known value is a gap."""
    rows = chart.table.to_dict("records")
    values = row_numbers(chart.table, mark.columns)
    most = max(*(each or 0.0 for row in values for each in row), *(each or 0.0 for each in mark.line), 1.0)
    size = "wide" if width >= BREAK else "narrow"
    whole = height(len(rows), size)
    first = box(0, len(rows), size)
    letters = _letters([str(row[mark.name]) for row in rows], (first[1] - first[0]) * width)
    parts: list[Element] = []
    for place, row in enumerate(rows):
        left, right, bottom, top = box(place, len(rows), size)
        edges = (left * width, right * width, (1 - top) * whole, (1 - bottom) * whole)
        panel = Panel(*edges, mark.years, most * HEAD, letters)
        fill = f"@{mark.colours[place]}" if mark.colours else "@bar"
        parts.append(element("g", *_panel(panel, str(row[mark.name]), values[place], fill, mark, words)))
    return SvgParts(parts, whole)


def _letters(names: list[str], room: float) -> float:
    """The size at which the longest name fits, as far as it stays legible."""
    return max(LEAST, SIZE * min(1, room / max(wide(name, bold=True) for name in names)))


def _panel(panel: Panel, name: str, values: Values, fill: str, mark: Panels, words: Words) -> Iterator[Element]:
    told = shortened(name, panel.right - panel.left, panel.letters, bold=True)
    yield text(
        panel.left, panel.top - NAME / 2 + 0.35 * SIZE, told, font_size=panel.letters, font_weight=700, class_="row"
    )
    yield from (_column(panel, year, value, fill) for year, value in zip(panel.years, values, strict=True) if value)
    ends = {"y1": panel.bottom, "y2": panel.bottom}
    yield element("line", x1=panel.left, x2=panel.right, stroke="@axis", stroke_width=1, **ends)
    yield from _line(panel, mark)
    yield from _values(panel, values, words, mark.line)
    yield from _years(panel)


def _column(panel: Panel, year: int, value: int, fill: str) -> Element:
    left, right = (panel.across(year + 0.5 + side * WIDTH / 2) for side in (-1, 1))
    high, base = panel.down(value), panel.bottom
    bend = min(ROUND, base - high, (right - left) / 2)
    shape = (
        f"M{left:.2f} {base:.2f}V{high + bend:.2f}Q{left:.2f} {high:.2f} {left + bend:.2f} {high:.2f}"
        f"H{right - bend:.2f}Q{right:.2f} {high:.2f} {right:.2f} {high + bend:.2f}V{base:.2f}Z"
    )
    return element("path", d=shape, fill=fill, class_="bar")


def _line(panel: Panel, mark: Panels) -> Iterator[Element]:
    places = zip(panel.years, mark.line, strict=False)
    for known, points in groupby(places, key=lambda pair: pair[1] is not None):
        if known:
            line = " ".join(f"{panel.across(year + 0.5):.2f},{panel.down(value or 0):.2f}" for year, value in points)
            yield element(
                "polyline", points=line, fill="none", stroke="@text", stroke_width=1.5, stroke_dasharray="2 3"
            )


def _values(panel: Panel, values: Values, words: Words, line: Line) -> Iterator[Element]:
    greatest = max((each or 0 for each in values), default=0)
    slot = panel.across(panel.years[0] + 1) - panel.across(panel.years[0])
    fits = all(wide(words.number(each), bold=True) <= slot for each in values if each)
    free = 0.0
    heights = [mean if low else value for value, mean, low in zip_longest(values, line, below(values, line))]
    for year, value, high, told in zip(panel.years, values, heights, labelled(values, line), strict=True):
        if value is None or not told or not (fits or value == greatest):
            continue
        written = words.number(value)
        taken = wide(written, bold=True)
        middle = min(max(panel.across(year + 0.5), panel.left + taken / 2), panel.right - taken / 2)
        if middle - taken / 2 >= free:
            look = {"text_anchor": "middle", "class_": "value"}
            yield text(middle, panel.down(high or 0) - GAP, written, font_weight=700, **look)
            free = middle + taken / 2


def _years(panel: Panel) -> Iterator[Element]:
    base = panel.bottom + SIZE + GAP
    first, last = panel.years[0], panel.years[-1]
    if first == last:
        yield text(panel.across(first + 0.5), base, str(first), fill="@muted", text_anchor="middle", class_="year")
        return
    yield text(panel.left, base, str(first), fill="@muted", class_="year")
    yield text(panel.right, base, str(last), fill="@muted", text_anchor="end", class_="year")
