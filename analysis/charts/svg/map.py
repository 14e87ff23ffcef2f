"""The map: regions filled in steps, a number in each, names beside them with a thin line."""

import re
from math import hypot
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.charts.chart import Chart, Map
from analysis.charts.look import SIZE
from analysis.charts.map import EAST, HEIGHT, NARROW, NORTH, SPOTS, Region, hatching, regions_of, shapes
from analysis.charts.svg.element import SvgParts, element, text
from analysis.charts.svg.text_width import text_width as wide
from analysis.words import Translator

LINE = 18
BREAK = 480
"""Below this width the map is lower."""
OFF = 12
"""The distance between the middle of a number and the end of its line, in pixels."""
GAP = 4
SMALL = 46
"""Kilometres of the smallest region that a number may take; a wider one is written below the region's name."""


class MapFrame(NamedTuple):
    """The width of the picture, pixels a kilometre, and the left edge of the map."""

    width: float
    scale: float
    left_edge: float

    def at(self, east: float, north: float) -> tuple[float, float]:
        """The place of a point in kilometres."""
        return self.left_edge + (east - EAST[0]) * self.scale, (NORTH[1] - north) * self.scale


def region_map(mark: Map, chart: Chart, words: Translator, width: float) -> SvgParts:
    """The map, in the middle of its width; outlined regions lie above their neighbours."""
    height = chart.height or (HEIGHT if width >= BREAK else NARROW)
    scale = min(width / (EAST[1] - EAST[0]), height / (NORTH[1] - NORTH[0]))
    frame = MapFrame(width, scale, (width - (EAST[1] - EAST[0]) * scale) / 2)
    regions = {each.code: each for each in regions_of(mark, chart, words.number)}
    areas = []
    for shape in sorted(shapes(), key=lambda shape: (shape.code in regions, shape.code in mark.highlight)):
        region = regions.get(shape.code)
        outlined = region is not None and region.outlined
        path = ""
        for ring in shape.rings:
            path += "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in (frame.at(*point) for point in ring)) + "Z"
        edge = "@surface" if region is None or region.has_number else "@leader"
        ink = {"stroke": "@text" if outlined else edge, "fill": region.fill if region else "@land"}
        kind = "region" if region else "land"
        areas.append(element("path", d=path, stroke_width=2 if outlined else 1, class_=kind, **ink))
        if region and not region.has_number:
            lines = [[frame.at(*point) for point in ends] for ends in hatching(shape.code)]
            path = "".join(f"M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" for (x, y), (to_x, to_y) in lines)
            areas.append(element("path", d=path, stroke="@leader", stroke_width=1, fill="none", class_="hatch"))
    labels = [each for region in regions.values() for each in _labels(frame, region)]
    return SvgParts((*areas, *labels), height)


def _labels(frame: MapFrame, region: Region) -> list[Element]:
    """A region's number inside it, and its name beside it with a thin line."""
    spot = SPOTS[region.code]
    middle = frame.at(spot.x, spot.y)
    if spot.name is None:
        lines = _lines(middle, [region.name, region.text], "middle", region.ink, bold=2)
        ground = {"stroke": "@surface", "stroke-width": "6", "stroke-linejoin": "round", "paint-order": "stroke"}
        for line in () if region.has_number else lines:
            line.attrib |= ground
        return lines
    below = not region.has_number or (spot.small and wide(region.text, bold=True) > SMALL * frame.scale)
    x, y = frame.at(*spot.name)
    left = spot.side == "left"
    room = (frame.width - x if left else x) - GAP
    name = [region.name] if wide(region.name) <= room else re.sub(r"(?<=-)|\s+", "\n", region.name).split("\n")
    number = [region.text] if below and (region.has_number or frame.width >= BREAK) else []
    length = max(wide(line) for line in (*name, *number))
    start = min(x + GAP, frame.width - length) if left else max(x - GAP, length)
    away = hypot(middle[0] - x, middle[1] - y)
    end = [to + (begin - to) * OFF / away for to, begin in zip(middle, (x, y), strict=True)]
    line = element("line", x1=x, y1=y, x2=end[0], y2=end[1], stroke="@leader", stroke_width=1)
    beside = _lines((start, y), name + number, "start" if left else "end", "@text", bold=len(number))
    inside = [] if below else _lines(middle, [region.text], "middle", region.ink, bold=1)
    return [*inside, line, *beside]


def _lines(middle: tuple[float, float], lines: list[str], anchor: str, fill: str, *, bold: int) -> list[Element]:
    """Lines of text around the height of ``middle``, the last ``bold`` of them bold."""
    first = middle[1] + 0.35 * SIZE - (len(lines) - 1) * LINE / 2
    parts = []
    for at, line in enumerate(lines):
        weight = 700 if at >= len(lines) - bold else None
        parts.append(text(middle[0], first + at * LINE, line, fill=fill, text_anchor=anchor, font_weight=weight))
    return parts
