"""Phases behind columns: a band at their true dates, named at its top left."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from analysis.charts.chart import Phase
from analysis.charts.look import plain, width

PLOT = {"wide": 600, "narrow": 310}
"""The narrowest plot of each size, in pixels; names are placed so that they do not meet there."""
GAP = 8
TOP, LANE = 6, 20
"""Where the first line of names begins, and how high each is, in pixels."""
BOLD = 1.08
"""How much wider bold letters are."""
Seen = tuple[Phase, float, float]
"""A phase with the first and last moment of it that the axis shows, in years."""


class Place(NamedTuple):
    """The place of a phase's name: left edge in years, line from the top, whether its time is written beside it."""

    phase: Phase
    left: float
    lane: int
    spanned: bool


def bands(phases: tuple[Phase, ...], years: list[float]) -> tuple[list[Any], list[Any], int]:
    """Shapes, annotations for wide and narrow screens, and in how many lines the names lie one below another."""
    shown = clipped(phases, years)
    edge = {"width": 2, "color": "@surface"}  # parts a phase from one that begins the day after
    band = {"type": "rect", "layer": "below", "fillcolor": "@band", "line": edge, "xref": "x", "yref": "paper"}
    shapes = [{**band, "x0": start, "x1": stop, "y0": 0, "y1": 1} for _, start, stop in shown]
    annotations, lanes = [], 0
    for size, plot in PLOT.items():
        for place in placed(shown, years, plot, size == "wide", lambda text: width(text) * BOLD):
            name = f"<b>{plain(place.phase.name)}</b>"
            annotation = {
                "name": size,
                "text": f"{name}  {plain(place.phase.span)}" if place.spanned else name,
                **{"x": place.left, "xanchor": "left", "xshift": GAP, "y": 1, "yref": "paper", "yanchor": "top"},
                **{"yshift": -TOP - LANE * place.lane, "showarrow": False},
            }
            annotations.append(annotation)
            lanes = max(lanes, place.lane + 1)
    return shapes, annotations, lanes


def clipped(phases: tuple[Phase, ...], years: list[float]) -> list[Seen]:
    """The phases between two moments, the earliest first, each with its first and last moment there."""
    shown = []
    for phase in sorted(phases, key=lambda phase: phase.starts):
        start = max(begin(phase.starts), years[0])
        stop = min(end(phase.ends), years[1]) if phase.ends else years[1]
        if start < stop:
            shown.append((phase, start, stop))
    return shown


def placed(
    seen: list[Seen], years: list[float], plot: float, spans: bool, taken: Callable[[str], float]
) -> list[Place]:
    """The places of the phases' names, so that none meets another.

    - ``seen``: the phases between the two moments ``years``.
    - ``plot``: the width of the plot in pixels.
    - ``spans``: whether a phase's time is written beside its name if there is room.
    - ``taken``: the width of bold text in pixels.
    """
    pixel = (years[1] - years[0]) / plot
    free: list[float] = []
    places = []
    for phase, start, stop in seen:
        whole, short = (taken(text) + 2 * GAP for text in (f"{phase.name}  {phase.span}", phase.name))
        spanned = spans and whole < (stop - start) / pixel
        wanted = (whole if spanned else short) * pixel
        left = max(years[0], min(start, years[1] - wanted))
        lane = next((number for number, until in enumerate(free) if until <= left), len(free))
        free[lane : lane + 1] = [left + wanted]
        places.append(Place(phase, left, lane, spanned))
    return places


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
