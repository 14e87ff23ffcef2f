"""Columns over years: one base line, a value over each column, phases as bands behind."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Columns, whole_number
from analysis.charts.columns import HEIGHT, VALUES, WIDTH, named, reach, top
from analysis.charts.look import SIZE
from analysis.charts.phases import GAP as PHASE_GAP
from analysis.charts.phases import LANE, TOP, Place, Seen, clipped, placed
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.measured import shortened
from analysis.charts.svg.measured import width as wide
from analysis.words import Words

FOOT = 30
"""Height of the years' names below the base line, in pixels."""
GAP = 5
ROUND = 3
APART = 20
"""Least space between two years' names, so that there is some left when the last is moved inside."""
SPANS = 640
"""From this width on phases tell their time."""


class Plot(NamedTuple):
    """The plot in pixels, and the years and the value that it reaches to."""

    width: float
    height: float
    years: list[float]
    most: float

    def across(self, moment: float) -> float:
        """Where a moment lies, from the left edge."""
        return (moment - self.years[0]) / (self.years[1] - self.years[0]) * self.width

    def down(self, value: float) -> float:
        """Where a value lies, from the top."""
        return self.height * (1 - value / self.most)


class Column(NamedTuple):
    """One column: its year, its value as a number (None where unknown) and as it is written, whether it is the
    finding."""

    year: int
    value: int | None
    written: str
    found: bool


def columns(mark: Columns, chart: Chart, words: Words, width: float) -> SvgParts:
    """Columns over years; a year without a known value is a gap."""
    every = [_column(mark, *pair, words) for pair in zip(chart.table[mark.year], chart.table[mark.value], strict=True)]
    years = reach([each.year for each in every])
    seen = clipped(mark.phases, years)
    places = placed(seen, years, width, width >= SPANS, partial(wide, bold=True))
    lanes = max((place.lane + 1 for place in places), default=0)
    height = (chart.height or HEIGHT) - FOOT
    plot = Plot(width, height, years, top([each.value for each in every], lanes))
    base = element("line", x1=0, x2=width, y1=height, y2=height, stroke="@axis", stroke_width=1)
    parts = [
        *(_band(plot, each) for each in seen),
        *(_bar(plot, each) for each in every if each.value),
        base,
        *(_phase(plot, place) for place in places),
        *_values(plot, every),
        *_years(plot, [each.year for each in every]),
    ]
    return SvgParts(parts, height + FOOT)


def _column(mark: Columns, year: int, value: int | None, words: Words) -> Column:
    known = whole_number(value)
    return Column(int(year), known, "" if known is None else words.number(known), int(year) in mark.highlight)


def _band(plot: Plot, seen: Seen) -> Element:
    left, right = plot.across(seen[1]), plot.across(seen[2])
    look: dict[str, str | float | None] = {"fill": "@band", "stroke": "@surface", "stroke_width": 2, "class_": "phase"}
    return element("rect", x=left, y=0, width=right - left, height=plot.height, **look)


def _phase(plot: Plot, place: Place) -> Element:
    room = plot.width - plot.across(place.left) - PHASE_GAP
    name = element("tspan", shortened(place.phase.name, room, bold=True), font_weight=700)
    span = [element("tspan", f" {place.phase.span}", dx=4)] if place.spanned else []
    base = TOP + LANE * place.lane + 0.85 * SIZE
    return text(plot.across(place.left) + PHASE_GAP, base, name, *span, fill="@muted", class_="phase")


def _bar(plot: Plot, column: Column) -> Element:
    half, middle = plot.across(plot.years[0] + WIDTH) / 2, plot.across(column.year + 0.5)
    fill = "@accent" if column.found else "@bar"
    shape = _shape(middle - half, middle + half, plot.down(column.value or 0), plot.height)
    return element("path", d=shape, fill=fill, class_="bar")


def _shape(left: float, right: float, high: float, base: float) -> str:
    bend = min(ROUND, base - high, (right - left) / 2)
    return (
        f"M{left:.2f} {base:.2f}V{high + bend:.2f}Q{left:.2f} {high:.2f} {left + bend:.2f} {high:.2f}"
        f"H{right - bend:.2f}Q{right:.2f} {high:.2f} {right:.2f} {high + bend:.2f}V{base:.2f}Z"
    )


def _values(plot: Plot, every: list[Column]) -> Iterator[Element]:
    told = [each for each in every if each.value is not None and (each.found or len(every) <= VALUES)]
    if not _fits(plot, told):
        told = [each for each in told if each.found]
    free = 0.0
    for each in told:
        taken = wide(each.written, bold=True)
        middle = _inside(plot, each.year, taken)
        if middle - taken / 2 >= free:
            yield _value(plot, each, middle)
            free = middle + taken / 2 + GAP


def _inside(plot: Plot, year: int, taken: float) -> float:
    """The middle of text over or under a column, moved so far that none of it is cut."""
    return min(max(plot.across(year + 0.5), taken / 2), plot.width - taken / 2)


def _fits(plot: Plot, told: list[Column]) -> bool:
    slot = plot.across(plot.years[0] + 1)
    return all(wide(each.written, bold=True) + GAP <= slot for each in told)


def _value(plot: Plot, column: Column, middle: float) -> Element:
    ink = "@accent-text" if column.found else "@text"
    base = plot.down(column.value or 0) - GAP
    return text(middle, base, column.written, fill=ink, font_weight=700, text_anchor="middle", class_="value")


def _years(plot: Plot, years: list[int]) -> Iterator[Element]:
    taken = wide("2000")
    base = plot.height + FOOT - 9
    for year in named(years, max(1, int(plot.width // (taken + APART)))):
        x = _inside(plot, year, taken)
        yield text(x, base, str(year), fill="@muted", text_anchor="middle", class_="year")
