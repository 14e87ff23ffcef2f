"""The map's points from the boundaries: `python -m tests.workbooks.map_points` writes data/region_shapes.json.

Source: data/regions.geojson (docs/region-boundaries.md). Projection: spherical transverse Mercator with its central
meridian at 27° E (J. P. Snyder, Map Projections – A Working Manual, 1987, page 58), in whole kilometres. Lines are
simplified (Douglas and Peucker 1973); neighbours share their border afterwards, too.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import atan2, atanh, cos, radians, sin, tan
from pathlib import Path
from typing import Any

import numpy as np

FOLDER = Path(__file__).parents[2] / "data"
SOURCE, PATH = FOLDER / "regions.geojson", FOLDER / "region_shapes.json"
MERIDIAN = 27
EARTH = 6371
"""Radius in kilometres."""
TOLERANCE = 2.0
"""So many kilometres a simplified line may lie beside the true one: about a pixel."""
SMALLEST = 150
"""Islets under so many square kilometres are left out, unless a region has nothing else."""
Point = tuple[float, float]
Line = list[Point]


def map_points() -> bytes:
    """The file: a line a region with its code, whether it is one of the seven, and its rings of points."""
    features = json.loads(SOURCE.read_text(encoding="utf-8"))["features"]
    rings = {each["properties"]["code"]: [_projected(ring) for ring in _rings(each)] for each in features}
    owners = _owners(rings)
    regions = [
        {
            "code": each["properties"]["code"],
            "east_and_north": bool(each["properties"]["east_and_north"]),
            "rings": [_points(ring, owners) for ring in _large(rings[each["properties"]["code"]])],
        }
        for each in features
    ]
    lines = ",\n".join(json.dumps(region, separators=(",", ":")) for region in regions)
    return f"[\n{lines}\n]\n".encode()


def projected(longitude: float, latitude: float) -> Point:
    """Kilometres east of the central meridian and north of the equator."""
    east, north = radians(longitude - MERIDIAN), radians(latitude)
    return EARTH * atanh(cos(north) * sin(east)), EARTH * atan2(tan(north), cos(east))


def area(ring: Line) -> float:
    """Square kilometres within a closed line."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2


def simplified(line: Line) -> Line:
    """The points that a line needs to stay within the tolerance (Douglas and Peucker 1973)."""
    if len(line) < 3:
        return line
    away = _distances(np.array(line[1:-1]), np.array(line[0]), np.array(line[-1]))
    at = int(away.argmax()) + 1
    if away[at - 1] <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: at + 1])[:-1] + simplified(line[at:])


def _rings(feature: dict[str, Any]) -> Iterator[list[list[float]]]:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _projected(ring: list[list[float]]) -> Line:
    return [projected(*point) for point in ring]


def _large(rings: list[Line]) -> list[Line]:
    largest = max(rings, key=area)
    return [ring for ring in rings if ring is largest or area(ring) >= SMALLEST]


def _owners(rings: dict[str, list[Line]]) -> dict[frozenset[Point], set[str]]:
    owners: dict[frozenset[Point], set[str]] = defaultdict(set)
    for code, lines in rings.items():
        for line in lines:
            for pair in pairwise(line):
                owners[frozenset(pair)].add(code)
    return owners


def _points(ring: Line, owners: dict[frozenset[Point], set[str]]) -> list[tuple[int, int]]:
    """The closed line of a ring in whole kilometres."""
    points = [point for arc in _arcs(ring, owners) for point in _either_way(arc)[:-1]]
    return [(round(east), round(north)) for east, north in (*points, points[0])]


def _arcs(ring: Line, owners: dict[frozenset[Point], set[str]]) -> Iterator[Line]:
    """A closed line parted where another neighbour begins; one without neighbours in two."""
    open_ring = ring[:-1]
    edges = [owners[frozenset(pair)] for pair in pairwise(ring)]
    ends = [place for place in range(len(open_ring)) if edges[place - 1] != edges[place]]
    ends = ends if len(ends) > 1 else [0, len(open_ring) // 2]
    for start, stop in pairwise([*ends, ends[0] + len(open_ring)]):
        yield [open_ring[place % len(open_ring)] for place in range(start, stop + 1)]


def _either_way(arc: Line) -> Line:
    """A line simplified alike from both its sides."""
    return simplified(arc) if arc[0] <= arc[-1] else simplified(arc[::-1])[::-1]


def _distances(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    way = end - start
    length = float(way @ way)
    along = np.clip((points - start) @ way / length, 0, 1) if length else np.zeros(len(points))
    return np.hypot(*(points - start - along[:, None] * way).T)


if __name__ == "__main__":
    PATH.write_bytes(map_points())
