"""Phases behind columns: a band at their true dates, named at its top left."""

from datetime import date
from typing import Any

from analysis.charts.chart import Phase
from analysis.charts.look import width
from analysis.charts.text import plain

PLOT = {"wide": 600, "narrow": 310}
"""The narrowest plot of each size, in pixels; names are set so that they do not meet there."""
GAP = 8
BOLD = 1.08
"""How much wider bold letters are."""


def bands(phases: tuple[Phase, ...], years: list[float]) -> tuple[list[Any], list[Any], int]:
    """Shapes, their names for wide and narrow screens, and in how many lines the names lie one below another."""
    seen = [each for phase in sorted(phases, key=lambda phase: phase.starts) if (each := _clipped(phase, years))]
    shapes = [_band(start, end) for _, start, end in seen]
    named = {size: _names(seen, years, size) for size in PLOT}
    lanes = max((lane + 1 for each in named.values() for lane, _ in each), default=0)
    return shapes, [annotation for each in named.values() for _, annotation in each], lanes


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


def _clipped(phase: Phase, years: list[float]) -> tuple[Phase, float, float] | None:
    start = max(begin(phase.starts), years[0])
    stop = min(end(phase.ends), years[1]) if phase.ends else years[1]
    return (phase, start, stop) if start < stop else None


def _band(start: float, stop: float) -> dict[str, Any]:
    place = {"x0": start, "x1": stop, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    edge = {"width": 2, "color": "@surface"}  # parts a phase from one that begins the day after
    return {"type": "rect", "layer": "below", "fillcolor": "@band", "line": edge, **place}


def _names(seen: list[tuple[Phase, float, float]], years: list[float], size: str) -> list[tuple[int, dict[str, Any]]]:
    pixel = (years[1] - years[0]) / PLOT[size]
    free: list[float] = []
    found = []
    for phase, start, stop in seen:
        whole, short = (width(text) * BOLD + 2 * GAP for text in (f"{phase.name}  {phase.span}", phase.name))
        spanned = size == "wide" and whole < (stop - start) / pixel
        wanted = (whole if spanned else short) * pixel
        left = max(years[0], min(start, years[1] - wanted))
        lane = next((number for number, until in enumerate(free) if until <= left), len(free))
        free[lane : lane + 1] = [left + wanted]
        found.append((lane, _name(phase, left, lane, size, spanned)))
    return found


def _name(phase: Phase, left: float, lane: int, size: str, spanned: bool) -> dict[str, Any]:
    name = f"<b>{plain(phase.name)}</b>"
    return {
        "name": size,
        "text": f"{name}  {plain(phase.span)}" if spanned else name,
        "x": left,
        "xanchor": "left",
        "xshift": GAP,
        "y": 1,
        "yref": "paper",
        "yanchor": "top",
        "yshift": -6 - 20 * lane,
        "showarrow": False,
    }
