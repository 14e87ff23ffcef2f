"""Phases behind columns: a band at their true dates, named at its top left."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from analysis.charts.chart import Phase
from analysis.charts.look import width
from analysis.charts.text import plain

PLOT = {"wide": 600, "narrow": 310}
"""The narrowest plot of each size, in pixels; names are set so that they do not meet there."""
GAP = 8
TOP, LANE = 6, 20
"""Where the first line of names begins, and how high each is, in pixels."""
BOLD = 1.08
"""How much wider bold letters are."""
Seen = tuple[Phase, float, float]
"""A phase with its first and last moment that are seen, in years."""


class Place(NamedTuple):
    """Where a phase's name stands: its left edge in years, its line from the top, whether it tells the time."""

    phase: Phase
    left: float
    lane: int
    spanned: bool


def bands(phases: tuple[Phase, ...], years: list[float]) -> tuple[list[Any], list[Any], int]:
    """Shapes, their names for wide and narrow screens, and in how many lines the names lie one below another."""
    seen = clipped(phases, years)
    shapes = [_band(start, end) for _, start, end in seen]
    named = {size: placed(seen, years, PLOT[size], size == "wide", _taken) for size in PLOT}
    lanes = max((each.lane + 1 for places in named.values() for each in places), default=0)
    return shapes, [_name(each, size) for size, places in named.items() for each in places], lanes


def clipped(phases: tuple[Phase, ...], years: list[float]) -> list[Seen]:
    """The phases that are seen between two moments, the earliest first, each with its first and last moment there."""
    ordered = sorted(phases, key=lambda phase: phase.starts)
    found = [(phase, max(begin(phase.starts), years[0]), _last(phase, years[1])) for phase in ordered]
    return [(phase, start, stop) for phase, start, stop in found if start < stop]


def placed(
    seen: list[Seen], years: list[float], plot: float, spans: bool, taken: Callable[[str], float]
) -> list[Place]:
    """Where the names of phases stand on a plot so many pixels wide, so that none meets another.

    ``spans``: whether a name tells the phase's time where there is room; ``taken`` gives the pixels that bold text
    takes.
    """
    pixel = (years[1] - years[0]) / plot
    free: list[float] = []
    found = []
    for phase, start, stop in seen:
        whole, short = (taken(text) + 2 * GAP for text in (f"{phase.name}  {phase.span}", phase.name))
        spanned = spans and whole < (stop - start) / pixel
        wanted = (whole if spanned else short) * pixel
        left = max(years[0], min(start, years[1] - wanted))
        lane = next((number for number, until in enumerate(free) if until <= left), len(free))
        free[lane : lane + 1] = [left + wanted]
        found.append(Place(phase, left, lane, spanned))
    return found


def begin(iso: str) -> float:
    """The first moment of an ISO day of any precision, in years: 2019-07-02 is about 2019.5."""
    year, *rest = map(int, iso.split("-"))
    first = date(year, 1, 1)
    day = date(year, rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1)
    return year + (day - first).days / (date(year + 1, 1, 1) - first).days


def end(iso: str) -> float:
    """The last moment of an ISO day of any precision, in years."""
    year, *rest = map(int, iso.split("-"))
    if not rest:
        return year + 1
    if len(rest) == 1:
        return begin(f"{year}-{rest[0] + 1:02}") if rest[0] < 12 else year + 1
    return begin(iso) + 1 / 366


def _last(phase: Phase, until: float) -> float:
    return min(end(phase.ends), until) if phase.ends else until


def _taken(text: str) -> float:
    return width(text) * BOLD


def _band(start: float, stop: float) -> dict[str, Any]:
    place = {"x0": start, "x1": stop, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    edge = {"width": 2, "color": "@surface"}  # parts a phase from one that begins the day after
    return {"type": "rect", "layer": "below", "fillcolor": "@band", "line": edge, **place}


def _name(place: Place, size: str) -> dict[str, Any]:
    name = f"<b>{plain(place.phase.name)}</b>"
    return {
        "name": size,
        "text": f"{name}  {plain(place.phase.span)}" if place.spanned else name,
        "x": place.left,
        "xanchor": "left",
        "xshift": GAP,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "yshift": -TOP - LANE * place.lane,
        "showarrow": False,
    }
