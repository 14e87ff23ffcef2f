"""A path for reading: what to begin with in a theme, in an order, as much of it as fits into a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

import pandas as pd

from analysis.measures.reading_time import reading_times
from analysis.schema import Tables
from analysis.schema.frames import text_or_none

MOST_STEPS = 20
NO_THEME = ""
"""In place of a theme: the rows that have none."""
STREAMS = ("guide", "story", "recording", "other")
"""What comes in turn within a theme."""
LINK_AND_DAY = {"materials": ("link", "published"), "stories": ("link", "published"), "events": ("recording", "starts")}


@dataclass(frozen=True)
class PathStep:
    """One thing to read: its table, its label there, its minutes, and whether these are an estimate."""

    table: str
    row: int
    minutes: int
    estimate: bool


@dataclass(frozen=True)
class PathCandidate:
    """A step that a path may have: its themes, its place among `STREAMS`, its day (empty if unknown), and the number by
    which its owner marked it to start with, None if that is not so."""

    step: PathStep
    themes: tuple[str, ...]
    stream: str
    day: str
    number: int | None


def path_steps(tables: Tables, themes: Sequence[str], minutes: int) -> tuple[PathStep, ...]:
    """The steps of a path through ``themes`` that take ``minutes`` together at most, `MOST_STEPS` at most.

    Of each theme in turn comes the next step that still fits. ``tables`` are materials, stories and events as far as
    they are to be considered; what is not online is left out.
    """
    candidates = [each for name in LINK_AND_DAY for each in _candidates(name, tables[name])]
    candidates.sort(key=lambda each: each.day, reverse=True)
    by_theme = [theme_steps(candidates, theme) for theme in themes]
    steps: dict[tuple[str, int], PathStep] = {}
    left = minutes
    for step in filter(None, chain.from_iterable(zip_longest(*by_theme))):
        key = (step.table, step.row)
        if key not in steps and step.minutes <= left:
            steps[key] = step
            left -= step.minutes
        if not left or len(steps) == MOST_STEPS:
            break
    return tuple(steps.values())


def theme_steps(candidates: Iterable[PathCandidate], theme: str) -> list[PathStep]:
    """All steps of a theme in order (`NO_THEME`: of rows without one); ``candidates`` are the newest first.

    First what the owner marked to start with, by its number; then a guide, a story, a recording (of a material or an
    event) and something else in turn.
    """
    ours = [each for each in candidates if (theme in each.themes if theme else not each.themes)]
    first = sorted((each for each in ours if each.number is not None), key=lambda each: each.number or 0)
    rest = [each for each in ours if each.number is None]
    streams = [[each for each in rest if each.stream == stream] for stream in STREAMS]
    return [each.step for each in (*first, *filter(None, chain.from_iterable(zip_longest(*streams))))]


def _candidates(table: str, frame: pd.DataFrame) -> Iterator[PathCandidate]:
    """The rows of a table that can be read or seen, in their order; an event if it has a recording and took place."""
    link, day = LINK_AND_DAY[table]
    rows = frame[frame[link].notna()]
    if table == "events":
        rows = rows[~rows["status"].isin(["cancelled", "postponed"])]
    streams, numbers = [{"stories": "story"}.get(table, "recording")] * len(rows), [pd.NA] * len(rows)
    if table == "materials":
        streams = [each if each in STREAMS else "other" for each in rows["kind"]]
        numbers = rows["start_here"].tolist()
    times = reading_times(table, rows)
    columns = (rows.index.tolist(), times["minutes"].tolist(), times["estimate"].tolist())
    values = zip(*columns, rows["themes"], streams, rows[day].tolist(), numbers, strict=True)
    for label, minutes, estimate, themes, stream, iso, number in values:
        step = PathStep(table, label, minutes, estimate)
        yield PathCandidate(step, themes, stream, text_or_none(iso) or "", None if pd.isna(number) else int(number))
