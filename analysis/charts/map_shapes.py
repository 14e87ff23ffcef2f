"""Outlines of the regions as a map draws them, in kilometres, from data/region_shapes.json.

`python -m tests.workbooks.map_points` makes the file from data/regions.geojson (docs/region-boundaries.md).
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
    found = []
    for region in json.loads(PATH.read_text(encoding="utf-8")):
        rings = tuple(tuple((east, north) for east, north in ring) for ring in region["rings"])
        points = [point for ring in rings for point in (*ring, (None, None))][:-1]
        x, y = (tuple(point[axis] for point in points) for axis in (0, 1))
        found.append(Shape(region["code"], region["east_and_north"], rings, x, y))
    return tuple(found)
