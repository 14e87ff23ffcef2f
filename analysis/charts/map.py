"""The map: the seven regions filled by a value, the others of the mainland in grey around them."""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.charts.chart import Chart, Map, greatest, whole_number
from analysis.charts.look import SIZE, TEMPLATE
from analysis.charts.map_shapes import Shape, shapes
from analysis.charts.steps import ON, TOKENS, digits, step
from analysis.charts.text import plain

HEIGHT = 520
NARROW = 376
FITS = 3
"""A number of so many signs stands in the smallest region; a longer one stands with its name."""
EAST, NORTH = [-312, 236], [6650, 7800]
"""What the map spans, in kilometres."""
UNKNOWN = "\N{EN DASH}"


class Spot(NamedTuple):
    """Where a region bears its number, and its name (None: with the number); ``side`` is where the name ends."""

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


def region_map(mark: Map, chart: Chart) -> dict[str, Any]:
    """The figure of a map. A region's key is the trace's ``meta``, for a click on an area has no point of its own."""
    rows = {str(row[mark.key]): row for row in chart.table.to_dict("records")}
    most = greatest(whole_number(row[mark.value]) for code, row in rows.items() if code in SPOTS)
    seen = [_region(code, rows[code], mark, most) for code in SPOTS if code in rows]
    ours = {shape.code: shape for shape in shapes()}
    seen.sort(key=lambda each: each.chosen)  # an outline lies above its neighbours
    traces = [_others(tuple(rows)), *(_filled(each, ours[each.code]) for each in seen)]
    return {"data": traces, "layout": _layout(chart, seen)}


@dataclass(frozen=True)
class _Region:
    """A region as the map shows it; ``beside``: its number stands with its name."""

    code: str
    name: str
    spot: Spot
    text: str
    fill: str
    ink: str
    chosen: bool

    @property
    def beside(self) -> bool:
        return self.spot.small and len(self.text) > FITS


def _region(code: str, row: dict[Any, Any], mark: Map, most: int) -> _Region:
    name, chosen, value = str(row[mark.name]), code in mark.chosen, whole_number(row[mark.value])
    if value is None:
        return _Region(code, name, SPOTS[code], UNKNOWN, "@land", "@text", chosen)
    at = step(value, most)
    return _Region(code, name, SPOTS[code], digits(value), TOKENS[at], ON[at], chosen)


def _others(codes: tuple[str, ...]) -> dict[str, Any]:
    grey = [shape for shape in shapes() if shape.code not in codes]
    x = [each for shape in grey for each in (*shape.x, None)]
    y = [each for shape in grey for each in (*shape.y, None)]
    return _area(x, y) | {"fillcolor": "@land", "hoverinfo": "skip"}


def _filled(region: _Region, shape: Shape) -> dict[str, Any]:
    said = {"text": f"{plain(region.name)}: {region.text}", "hoverinfo": "text", "meta": region.code}
    line = {"color": "@text", "width": 2} if region.chosen else {"color": "@surface", "width": 1}
    return _area(list(shape.x), list(shape.y)) | said | {"fillcolor": region.fill, "line": line}


def _area(x: list[int | None], y: list[int | None]) -> dict[str, Any]:
    line = {"color": "@surface", "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "fill": "toself", "hoveron": "fills", "line": line}


def _layout(chart: Chart, seen: list[_Region]) -> dict[str, Any]:
    hidden = {"visible": False, "automargin": False, "constrain": "domain"}
    annotations = [each for region in seen for each in _told(region)]
    return {
        "template": TEMPLATE,
        "height": chart.height or HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": hidden | {"range": EAST, "scaleanchor": "y", "scaleratio": 1},
        "yaxis": hidden | {"range": NORTH, "rangemode": "normal"},
        "annotations": annotations,
        "narrow": {"height": NARROW},
    }


def _told(region: _Region) -> list[dict[str, Any]]:
    spot = region.spot
    if spot.name is None:
        both = f"<b>{plain(region.name)}</b><br><b>{region.text}</b>"
        return [_inside(spot, both, region.ink)]
    number = [] if region.beside else [_inside(spot, f"<b>{region.text}</b>", region.ink)]
    more = f"<br><b>{region.text}</b>" if region.beside else ""
    wide, narrow = plain(region.name), re.sub(r"(?<=-)|\s+", "<br>", plain(region.name))
    return [*number, _beside(spot, wide + more, "wide"), _beside(spot, narrow + more, "narrow")]


def _inside(spot: Spot, text: str, ink: str) -> dict[str, Any]:
    return {"x": spot.x, "y": spot.y, "text": text, "showarrow": False, "font": {"color": ink}}


def _beside(spot: Spot, text: str, size: str) -> dict[str, Any]:
    x, y = spot.name or (spot.x, spot.y)
    return {
        "name": size,
        "text": text,
        "x": spot.x,
        "y": spot.y,
        "ax": x,
        "ay": y,
        "axref": "x",
        "ayref": "y",
        "xanchor": spot.side,
        "align": spot.side,
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": "@leader",
        "standoff": SIZE - 2,
        "font": {"color": "@text"},
    }
