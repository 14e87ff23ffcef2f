"""Columns over years: one base line, a value over each column, phases as bands behind."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Columns, column_numbers
from analysis.charts.columns import (
    HEIGHT,
    LANE,
    PHASE_GAP,
    TOP,
    VALUES,
    WIDTH,
    PhaseLabel,
    PhaseSpan,
    axis_range,
    label_years,
    name_places,
    phases_between,
    upper_edge,
)
from analysis.charts.look import SIZE
from analysis.charts.svg.element import Plot, SvgParts, column_path, element, text
from analysis.charts.svg.text_width import shorten_text
from analysis.charts.svg.text_width import text_width as wide
from analysis.words import Translator

FOOT = 30
"""Height of the years' names below the base line, in pixels."""
GAP = 5
ROUND = 3
APART = 20
"""Least space between two years' names, so that there is some left if the last is moved inside."""
SPANS = 640
"""From this width on phases have their time beside their name."""


class YearColumn(NamedTuple):
    """One column: its year, its number (None if unknown) and that as text, whether it is the finding."""

    year: int
    value: int | None
    text: str
    highlight: bool


def columns(mark: Columns, chart: Chart, words: Translator, width: float) -> SvgParts:
    """Columns over years; a year without a known value is a gap."""
    years, values = [int(year) for year in chart.table[mark.year]], column_numbers(chart.table, mark.value)
    every = [
        YearColumn(year, value, "" if value is None else words.number(value), year in mark.highlight)
        for year, value in zip(years, values, strict=True)
    ]
    phases = phases_between(mark.phases, axis_range(years))
    places = name_places(phases, axis_range(years), width, width >= SPANS, partial(wide, bold=True))
    height = (chart.height or HEIGHT) - FOOT
    plot = Plot(0, width, 0, height, axis_range(years), upper_edge(values, places))
    half, year_width = plot.across(plot.years[0] + WIDTH) / 2, wide("2000")
    bars, labels = [], []
    for each in every:
        if each.value:
            middle, fill = plot.across(each.year + 0.5), "@accent" if each.highlight else "@bar"
            path = column_path(middle - half, middle + half, plot.down(each.value), height, ROUND)
            bars.append(element("path", d=path, fill=fill, class_="bar"))
    for year in label_years(years, max(1, int(width // (year_width + APART)))):
        look = {"fill": "@muted", "text_anchor": "middle", "class_": "year"}
        labels.append(text(plot.middle(year, year_width), height + FOOT - 9, str(year), **look))
    base = element("line", x1=0, x2=width, y1=height, y2=height, stroke="@axis", stroke_width=1)
    bands, names = _phases(plot, phases, places)
    return SvgParts([*bands, *bars, base, *names, *_values(plot, every), *labels], height + FOOT)


def _phases(plot: Plot, phases: list[PhaseSpan], places: list[PhaseLabel]) -> tuple[list[Element], list[Element]]:
    """The bands of phases and their names."""
    bands, names = [], []
    for _, start, stop in phases:
        left, right = plot.across(start), plot.across(stop)
        ink = {"fill": "@band", "stroke": "@surface"}
        size = {"x": left, "y": 0, "width": right - left, "height": plot.bottom, "stroke_width": 2}
        bands.append(element("rect", **size, **ink, class_="phase"))
    for place in places:
        left = plot.across(place.start) + PHASE_GAP
        name = shorten_text(place.phase.name, plot.right_edge - left, bold=True)
        spans = [element("tspan", name, font_weight=700)]
        if place.with_time:
            spans.append(element("tspan", f" {place.phase.span}", dx=4))
        names.append(text(left, TOP + LANE * place.lane + 0.85 * SIZE, *spans, fill="@muted", class_="phase"))
    return bands, names


def _values(plot: Plot, every: list[YearColumn]) -> Iterator[Element]:
    """The values over columns: those of the finding, and all others if there are few and each has room."""
    slot = plot.across(plot.years[0] + 1)
    texts = [each for each in every if each.value is not None and (each.highlight or len(every) <= VALUES)]
    if any(wide(each.text, bold=True) + GAP > slot for each in texts):
        texts = [each for each in texts if each.highlight]
    free = 0.0
    for each in texts:
        length = wide(each.text, bold=True)
        middle = plot.middle(each.year, length)
        if middle - length / 2 >= free:
            ink, base = "@accent-text" if each.highlight else "@text", plot.down(each.value or 0) - GAP
            look = {"fill": ink, "text_anchor": "middle", "class_": "value"}
            yield text(middle, base, each.text, font_weight=700, **look)
            free = middle + length / 2 + GAP
