"""Columns over years: one base line, a value over each column; behind them phases as bands at their true dates."""

from collections.abc import Callable, Iterable
from datetime import date
from math import ceil
from typing import Any, NamedTuple

from analysis.charts.chart import Chart, Columns, Phase, column_numbers, greatest
from analysis.charts.look import TEMPLATE, label_width, plotly_text

HEIGHT = 290
WIDTH = 0.58
FEWEST = 5
"""The axis spans at least this number of years, so that few columns are not too wide."""
LABELS = {"wide": 24, "narrow": 9}
"""How many years can be named side by side."""
VALUES = 20
"""Among more columns only those of the finding have a value over them."""
PLOT = {"wide": 600, "narrow": 310}
"""The narrowest plot of each size, in pixels; names of phases are placed so that they do not meet there."""
PHASE_GAP = 8
TOP, LANE = 6, 20
"""Where the first line of phases' names begins, and how high each is, in pixels."""
BOLD = 1.08
"""How much wider bold letters are."""
PhaseSpan = tuple[Phase, float, float]
"""A phase with the first and last moment of it that the axis shows, in years."""


class PhaseLabel(NamedTuple):
    """The place of a phase's name: left edge in years, line from the top, whether its time is written beside it."""

    phase: Phase
    start: float
    lane: int
    with_time: bool


def columns(mark: Columns, chart: Chart) -> dict[str, Any]:
    """The figure of columns over years; a narrow screen names fewer of them if there are many."""
    years, values = [int(year) for year in chart.table[mark.year]], column_numbers(chart.table, mark.value)
    highlights = [year in mark.highlight for year in years]
    trace = {
        "type": "bar",
        "x": [year + 0.5 for year in years],
        "y": values,
        "width": WIDTH,
        "customdata": years,
        "hovertemplate": "%{customdata}: %{y:,d}<extra></extra>",
        "marker": {"color": ["@accent" if each else "@bar" for each in highlights]},
        "texttemplate": ["<b>%{y:,d}</b>" if each or len(years) <= VALUES else "" for each in highlights],
        "textfont": {"color": ["@accent-text" if each else "@text" for each in highlights]},
    }
    shapes, annotations, places = _bands(mark, axis_range(years))
    axis = {"showline": True, "linecolor": "@axis", "range": axis_range(years), "ticklabeloverflow": "allow"}
    ticks = {}
    for size, most in LABELS.items():
        labels = label_years(years, most)
        texts = {"tickvals": [year + 0.5 for year in labels], "ticktext": [str(year) for year in labels]}
        ticks[size] = {"tickmode": "array", **texts}
    layout = {
        "template": TEMPLATE,
        "height": chart.height or HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 8},
        "xaxis": ticks["wide"] | axis,
        "yaxis": {"visible": False, "range": [0, upper_edge(values, places)]},
    }
    more = {"shapes": shapes, "annotations": annotations, "narrow": {"xaxis": ticks["narrow"]}}
    return {"data": [trace], "layout": layout | more}


def _bands(mark: Columns, years: list[float]) -> tuple[list[Any], list[Any], list[PhaseLabel]]:
    """The shapes of phases, the annotations of their names for wide and narrow screens, and where these are."""
    phases = phases_between(mark.phases, years)
    edge = {"width": 2, "color": "@surface"}  # parts a phase from one that begins the day after
    band = {"type": "rect", "layer": "below", "fillcolor": "@band", "line": edge, "xref": "x", "yref": "paper"}
    shapes = [{**band, "x0": start, "x1": stop, "y0": 0, "y1": 1} for _, start, stop in phases]
    annotations, labels = [], []
    for size, plot in PLOT.items():
        places = name_places(phases, years, plot, size == "wide", lambda text: label_width(text) * BOLD)
        for place in places:
            name = f"<b>{plotly_text(place.phase.name)}</b>"
            annotation = {
                "name": size,
                "text": f"{name}  {plotly_text(place.phase.span)}" if place.with_time else name,
                **{"x": place.start, "xanchor": "left", "xshift": PHASE_GAP, "y": 1, "yref": "paper", "yanchor": "top"},
                **{"yshift": -TOP - LANE * place.lane, "showarrow": False},
            }
            annotations.append(annotation)
        labels += places
    return shapes, annotations, labels


def axis_range(years: list[int]) -> list[float]:
    """The first and last moment of the axis, in years."""
    spare = max(0, FEWEST - len(years)) / 2
    return [years[0] - spare, years[-1] + 1 + spare]


def upper_edge(values: list[int | None], places: Iterable[PhaseLabel]) -> float:
    """The value at the upper edge: there is room over the highest column for its value and for lines of phases."""
    lanes = max((place.lane + 1 for place in places), default=0)
    return max(greatest(values), 1) * (1.15 + 0.12 * lanes)


def label_years(years: list[int], most: int) -> list[int]:
    """At most ``most`` of the years, evenly apart, the last among them: the labels of the axis."""
    return years[:: -ceil(len(years) / most)][::-1]


def phases_between(phases: tuple[Phase, ...], years: list[float]) -> list[PhaseSpan]:
    """The phases between two moments, the earliest first, each with its first and last moment there."""
    spans = []
    for phase in sorted(phases, key=lambda phase: phase.starts):
        start = max(begin(phase.starts), years[0])
        stop = min(end(phase.ends), years[1]) if phase.ends else years[1]
        if start < stop:
            spans.append((phase, start, stop))
    return spans


def name_places(
    phases: list[PhaseSpan], years: list[float], plot: float, with_time: bool, text_width: Callable[[str], float]
) -> list[PhaseLabel]:
    """The places of the phases' names, so that none meets another.

    - ``phases``: the phases between the two moments ``years``.
    - ``plot``: the width of the plot in pixels.
    - ``with_time``: whether a phase's time is written beside its name if there is room.
    - ``text_width``: the width of bold text in pixels.
    """
    pixel = (years[1] - years[0]) / plot
    free: list[float] = []
    places = []
    # A name reaches as far as the next phase leaves room.
    next_starts = [*(start for _, start, _ in phases[1:]), years[1]]
    for (phase, start, stop), next_start in zip(phases, next_starts, strict=False):
        whole, short = (text_width(text) + 2 * PHASE_GAP for text in (f"{phase.name}  {phase.span}", phase.name))
        timed = with_time and whole < (max(stop, next_start) - start) / pixel
        length = (whole if timed else short) * pixel
        left = max(years[0], min(start, years[1] - length))
        lane = next((number for number, until in enumerate(free) if until <= left), len(free))
        free[lane : lane + 1] = [left + length]
        places.append(PhaseLabel(phase, left, lane, timed))
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
