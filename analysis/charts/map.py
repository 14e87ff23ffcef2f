"""Outlines of the regions as a map draws them, in kilometres, from data/region_shapes.json.

`python -m tests.workbooks.map_points` makes the file from data/regions.geojson (docs/region-boundaries.md).
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from analysis.charts.chart import Chart, Map, greatest, whole_number
from analysis.charts.look import SIZE, STEP_INKS, STEP_TOKENS, TEMPLATE, colour_step, grouped_digits, plotly_text

PATH = Path(__file__).parents[2] / "data" / "region_shapes.json"
Ring = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Shape:
    """A region's outline: closed rings of points, in kilometres east of 27° E and north of the equator.

    ``x`` and ``y`` are the same points as plotly takes them, rings separated by None. ``ours``: one of the seven.
    """

    code: str
    ours: bool
    rings: tuple[Ring, ...]
    x: tuple[int | None, ...]
    y: tuple[int | None, ...]


@cache
def shapes() -> tuple[Shape, ...]:
    """All regions of the map, in the order of their codes. Neighbours share the points of their border."""
    outlines = []
    for region in json.loads(PATH.read_text(encoding="utf-8")):
        rings = tuple(tuple((east, north) for east, north in ring) for ring in region["rings"])
        points = [point for ring in rings for point in (*ring, (None, None))][:-1]
        x, y = (tuple(point[axis] for point in points) for axis in (0, 1))
        outlines.append(Shape(region["code"], region["east_and_north"], rings, x, y))
    return tuple(outlines)


HEIGHT = 520
NARROW = 376
FITS = 3
"""Longest number that is written in the smallest region; a longer one is written below its name."""
EAST, NORTH = [-312, 236], [6650, 7800]
"""The span of the map, in kilometres."""
HATCH = 26
"""Kilometres between the lines of a hatched region, along both axes."""


@cache
def hatching(code: str) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """The lines that hatch a region, falling to the right, each by its two ends in kilometres."""
    lines: list[tuple[tuple[float, float], tuple[float, float]]] = []
    rings = next(shape.rings for shape in shapes() if shape.code == code)
    # On a falling line east + north is the same: where edges of the rings cross it, it enters or leaves the region.
    sums = [east + north for ring in rings for east, north in ring]
    for at in range(min(sums) // HATCH + 1, max(sums) // HATCH + 1):
        crossings = []
        for ring in rings:
            for (east, north), (to_east, to_north) in pairwise((*ring, ring[0])):
                first, last = east + north - at * HATCH, to_east + to_north - at * HATCH
                if (first < 0) != (last < 0):
                    crossings.append(east + (to_east - east) * first / (first - last))
        ends = [(each, at * HATCH - each) for each in sorted(crossings)]
        lines += zip(ends[::2], ends[1::2], strict=True)
    return tuple(lines)


class Spot(NamedTuple):
    """Places in kilometres of a region's number and of its name (None: above the number).

    ``side`` of the name is at its place; ``small``: only a short number fits into the region.
    """

    x: int
    y: int
    name: tuple[int, int] | None = None
    side: str = "left"
    small: bool = False


SPOTS = {
    "10": Spot(40, 6888, (165, 6795), "left"),
    "11": Spot(28, 7026, (-82, 6965), "right"),
    "12": Spot(150, 7000, (240, 6985), "left"),
    "16": Spot(-133, 7070, (-222, 7135), "right", small=True),
    "17": Spot(-24, 7232, (-165, 7268), "right"),
    "18": Spot(78, 7170, (192, 7200), "left"),
    "19": Spot(-10, 7540),
}


class Region(NamedTuple):
    """A region as the map shows it: its number as a text, the tokens of its fill and of its number, and whether it is
    outlined and has a number."""

    code: str
    name: str
    text: str
    fill: str
    ink: str
    outlined: bool
    has_number: bool


def regions_of(mark: Map, chart: Chart, number: Callable[[int], str]) -> list[Region]:
    """The regions of the table that the map knows; ``number`` writes a value."""
    rows = {str(row[mark.key]): row for row in chart.table.to_dict("records")}
    values = {code: whole_number(rows[code][mark.value]) for code in SPOTS if code in rows}
    most = greatest(values.values())
    regions = []
    for code, value in values.items():
        text, fill, ink = mark.unknown, "@surface", "@text"
        if value is not None:
            at = colour_step(value, most)
            text, fill, ink = number(value), STEP_TOKENS[at], STEP_INKS[at]
        outlined, has_number = code in mark.highlight, value is not None
        regions.append(Region(code, str(rows[code][mark.name]), text, fill, ink, outlined, has_number))
    return regions


def region_map(mark: Map, chart: Chart, thousands: str) -> dict[str, Any]:
    """The figure of a map; ``thousands``: what stands between them in its numbers.

    A region's key is the trace's ``meta``, for a click on an area has no point of its own.
    """
    of_table = regions_of(mark, chart, lambda value: grouped_digits(value, thousands))
    regions = sorted(of_table, key=lambda each: each.outlined)  # outlines lie above
    outlines = {shape.code: shape for shape in shapes()}
    codes = {str(code) for code in chart.table[mark.key]}
    grey = [shape for shape in shapes() if shape.code not in codes]
    line = {"color": "@surface", "width": 1}
    area: dict[str, Any] = {"type": "scatter", "mode": "lines", "fill": "toself", "hoveron": "fills", "line": line}
    x = [each for shape in grey for each in (*shape.x, None)]
    y = [each for shape in grey for each in (*shape.y, None)]
    traces = [area | {"x": x, "y": y, "fillcolor": "@land", "hoverinfo": "skip"}]
    for region in regions:
        shape, text = outlines[region.code], f"{plotly_text(region.name)}: {region.text}"
        trace = {"x": list(shape.x), "y": list(shape.y), "text": text, "hoverinfo": "text", "meta": region.code}
        edge = {"line": {"color": "@leader", "width": 1}} if not region.has_number else {}
        outline = {"line": {"color": "@text", "width": 2}} if region.outlined else edge
        traces.append(area | trace | {"fillcolor": region.fill} | outline)
    ends = [
        each for region in regions if not region.has_number for pair in hatching(region.code) for each in (*pair, None)
    ]
    if ends:
        hatch = {"type": "scatter", "mode": "lines", "line": {"color": "@leader", "width": 1}, "hoverinfo": "skip"}
        east, north = ([each and round(each[axis], 1) for each in ends] for axis in (0, 1))
        traces.append(hatch | {"x": east, "y": north})
    hidden = {"visible": False, "automargin": False, "constrain": "domain"}
    layout = {
        "template": TEMPLATE,
        "height": chart.height or HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": hidden | {"range": EAST, "scaleanchor": "y", "scaleratio": 1},
        "yaxis": hidden | {"range": NORTH, "rangemode": "normal"},
        "annotations": [each for region in regions for each in _labels(region)],
        "narrow": {"height": NARROW},
    }
    return {"data": traces, "layout": layout}


def _labels(region: Region) -> list[dict[str, Any]]:
    """A region's number inside it, and its name beside it with a thin line, for wide and narrow screens."""
    spot, name, number = SPOTS[region.code], plotly_text(region.name), f"<b>{region.text}</b>"
    inside = {"x": spot.x, "y": spot.y, "showarrow": False, "font": {"color": region.ink}}
    if spot.name is None:
        ground = {} if region.has_number else {"bgcolor": "@surface"}
        return [inside | ground | {"text": f"<b>{name}</b><br>{number}"}]
    below = not region.has_number or (spot.small and len(region.text) > FITS)
    arrow = {
        **{"x": spot.x, "y": spot.y, "ax": spot.name[0], "ay": spot.name[1], "axref": "x", "ayref": "y"},
        **{"xanchor": spot.side, "align": spot.side, "showarrow": True, "arrowhead": 0, "arrowwidth": 1},
        **{"arrowcolor": "@leader", "standoff": SIZE - 2, "font": {"color": "@text"}},
    }
    names = {"wide": name, "narrow": re.sub(r"(?<=-)|\s+", "<br>", name)}
    # Beside each other on a narrow screen there is no room for words that the rule says as well.
    numbers = {"wide": below, "narrow": below and region.has_number}
    beside = [
        arrow | {"name": size, "text": f"{text}<br>{number}" if numbers[size] else text} for size, text in names.items()
    ]
    return beside if below else [inside | {"text": number}, *beside]
