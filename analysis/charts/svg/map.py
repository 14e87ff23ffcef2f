"""The map: regions filled in steps, a number in each, names beside them with a thin line."""

import re
from math import hypot
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Map, greatest, whole_number
from analysis.charts.look import SIZE
from analysis.charts.map import EAST, HEIGHT, NARROW, NORTH, SPOTS, UNKNOWN, Spot
from analysis.charts.map_shapes import Ring, Shape, shapes
from analysis.charts.steps import ON, TOKENS, step
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.measured import width as wide
from analysis.words import Words

LINE = 18
BREAK = 480
"""Below this width the map is lower."""
OFF = 12
"""So far from the middle of its number a line ends, in pixels."""
GAP = 4
SMALL = 46
"""So many kilometres of the smallest region a number may take; a wider one stands with its name."""


class Ground(NamedTuple):
    """The paper: its width, pixels a kilometre, and where the map's left edge lies."""

    width: float
    scale: float
    left: float

    def at(self, east: float, north: float) -> tuple[float, float]:
        """The place of a point in kilometres."""
        return self.left + (east - EAST[0]) * self.scale, (NORTH[1] - north) * self.scale


class Region(NamedTuple):
    """A region as the map shows it."""

    code: str
    name: str
    text: str
    fill: str
    ink: str
    chosen: bool


def region_map(mark: Map, chart: Chart, words: Words, width: float) -> SvgParts:
    """The map, in the middle of its width; outlined regions lie above their neighbours."""
    height = chart.height or (HEIGHT if width >= BREAK else NARROW)
    scale = min(width / (EAST[1] - EAST[0]), height / (NORTH[1] - NORTH[0]))
    ground = Ground(width, scale, (width - (EAST[1] - EAST[0]) * scale) / 2)
    seen = {each.code: each for each in _regions(mark, chart, words)}
    every = sorted(shapes(), key=lambda shape: (shape.code in seen, shape.code in mark.chosen))
    areas = [_area(ground, shape, seen.get(shape.code)) for shape in every]
    told = [each for region in seen.values() for each in _told(ground, region, SPOTS[region.code])]
    return SvgParts((*areas, *told), height)


def _regions(mark: Map, chart: Chart, words: Words) -> list[Region]:
    rows = {str(row[mark.key]): row for row in chart.table.to_dict("records")}
    most = greatest(whole_number(row[mark.value]) for code, row in rows.items() if code in SPOTS)
    return [
        _region(code, str(rows[code][mark.name]), whole_number(rows[code][mark.value]), most, mark, words)
        for code in SPOTS
        if code in rows
    ]


def _region(code: str, name: str, value: int | None, most: int, mark: Map, words: Words) -> Region:
    chosen = code in mark.chosen
    if value is None:
        return Region(code, name, UNKNOWN, "@land", "@text", chosen)
    at = step(value, most)
    return Region(code, name, words.number(value), TOKENS[at], ON[at], chosen)


def _area(ground: Ground, shape: Shape, region: Region | None) -> Element:
    line = "".join(_ring(ground, ring) for ring in shape.rings)
    chosen = region is not None and region.chosen
    ink = {"stroke": "@text" if chosen else "@surface", "fill": region.fill if region else "@land"}
    return element("path", d=line, stroke_width=2 if chosen else 1, class_="region" if region else "land", **ink)


def _ring(ground: Ground, ring: Ring) -> str:
    places = (ground.at(*point) for point in ring)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places) + "Z"


def _told(ground: Ground, region: Region, spot: Spot) -> list[Element]:
    middle = ground.at(spot.x, spot.y)
    if spot.name is None:
        return _lines(middle, [region.name, region.text], "middle", region.ink, bold=True)
    aside = spot.small and wide(region.text, bold=True) > SMALL * ground.scale
    number = [] if aside else _lines(middle, [region.text], "middle", region.ink, bold=True)
    return [*number, *_beside(ground, region, spot, middle, [region.text] if aside else [])]


def _beside(
    ground: Ground, region: Region, spot: Spot, middle: tuple[float, float], number: list[str]
) -> list[Element]:
    x, y = ground.at(*(spot.name or (spot.x, spot.y)))
    room = (ground.width - x if spot.side == "left" else x) - GAP
    name = [region.name] if wide(region.name) <= room else re.sub(r"(?<=-)|\s+", "\n", region.name).split("\n")
    taken = max(wide(line) for line in (*name, *number))
    start = min(x + GAP, ground.width - taken) if spot.side == "left" else max(x - GAP, taken)
    anchor = "start" if spot.side == "left" else "end"
    away = hypot(middle[0] - x, middle[1] - y)
    end = [to + (start - to) * OFF / away for to, start in zip(middle, (x, y), strict=True)]
    line = element("line", x1=x, y1=y, x2=end[0], y2=end[1], stroke="@leader", stroke_width=1)
    told = _lines((start, y), name + number, anchor, "@text")
    for each in told[len(name) :]:
        each.set("font-weight", "700")
    return [line, *told]


def _lines(
    middle: tuple[float, float], lines: list[str], anchor: str, fill: str, *, bold: bool = False
) -> list[Element]:
    first = middle[1] + 0.35 * SIZE - (len(lines) - 1) * LINE / 2
    weight = 700 if bold else None
    return [
        text(middle[0], first + at * LINE, line, fill=fill, text_anchor=anchor, font_weight=weight)
        for at, line in enumerate(lines)
    ]
