"""A chart is a table, a mark and words: figure, HTML table, csv, alt text and slide are all functions of this value."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd


@dataclass(frozen=True)
class Field:
    """A column of a chart's table: its name in the frame, its label in words, and how its values are written."""

    name: str
    label: str
    kind: Literal["text", "number", "year", "day"] = "text"


@dataclass(frozen=True)
class Bars:
    """Ranked horizontal bars: a bar a row, name at the left, number behind the bar's end.

    ``highlight`` is the value of ``name`` that is the finding. ``key`` names the column whose value a click filters by,
    ``filters`` the filter it sets.
    """

    name: str
    value: str
    key: str | None = None
    highlight: str | None = None
    filters: str | None = None


@dataclass(frozen=True)
class Phase:
    """A span of time that is drawn as a band behind columns: its name and its ISO days (``ends`` None where open)."""

    name: str
    starts: str
    ends: str | None


@dataclass(frozen=True)
class Columns:
    """Columns over years on a linear axis, phases as bands behind them; a year without a known value is a gap."""

    year: str
    value: str
    highlight: int | None = None
    phases: tuple[Phase, ...] = ()
    filters: str | None = None


Mark = Bars | Columns


@dataclass(frozen=True)
class Chart:
    """One chart of a section.

    ``title`` is the finding, ``subtitle`` what is counted, ``sentence`` the same numbers as running text, ``alt`` the
    text for those who do not see it, ``rule`` how it is counted (under every split of joint items), ``empty`` the
    sentence that stands where there is no data (then ``table`` has no rows).
    """

    key: str
    title: str
    subtitle: str
    sentence: str
    alt: str
    table: pd.DataFrame
    fields: tuple[Field, ...]
    mark: Mark
    rule: str = ""
    empty: str = ""
