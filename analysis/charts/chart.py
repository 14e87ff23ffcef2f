"""A chart is a table, a mark and words: figure, HTML table, csv, alt text and slide are all functions of this value.

All drawers (figure, plain SVG, Excel, PowerPoint) read a mark's values with `whole_number`, `column_numbers` and
`row_numbers` and keep the same contract:

- A value is a whole number from 0 on, or unknown: pd.NA, NaN or None.
- An unknown value keeps its place, and its name if the mark names it, but has no bar, column or cell and no number; a
  region of a map is grey with a dash. Nothing unknown is drawn or written as 0.
- 0 has its number and no bar or column; in a heat map and on a map it has the lowest step.
- The greatest known value sets the scale; if none is known, or all are 0, the scale ends at 1.
- A table without rows is drawn as `Chart.empty`, without axes. `Heat` and `Panels` have at least one column.
- One row and 60 rows are drawn alike. Values up to 10**15 are written in full; bars never reach outside the picture.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd


@dataclass(frozen=True)
class Field:
    """A column of a chart's table: its name in the frame, its label in words, and how its values are written.

    ``link`` names a column with the address that the value leads to, ``language`` one with the language that the value
    is in; both are missing in a row that has none. Such columns are no fields themselves.
    """

    name: str
    label: str
    kind: Literal["text", "number", "year", "day"] = "text"
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Bars:
    """Horizontal bars in the order of the table: a bar a row, name at the left, number behind the bar's end.

    ``highlight`` holds the values of ``name`` that are the finding. ``key`` names the column whose value a click
    filters by, ``filters`` the filter it sets. A row without a known value has no bar. ``spread`` bars take all the
    height that they are given.
    """

    name: str
    value: str
    key: str | None = None
    highlight: tuple[str, ...] = ()
    filters: str | None = None
    spread: bool = False


@dataclass(frozen=True)
class Phase:
    """A span of time that is drawn as a band behind columns: its name and its ISO days (``ends`` None where open).

    ``span`` is the same time as it is written.
    """

    name: str
    starts: str
    ends: str | None
    span: str = ""


@dataclass(frozen=True)
class Columns:
    """Columns over years on a linear axis, phases as bands behind them; a year without a known value is a gap.

    ``highlight`` holds the years that are the finding.
    """

    year: str
    value: str
    highlight: tuple[int, ...] = ()
    phases: tuple[Phase, ...] = ()
    filters: str | None = None


@dataclass(frozen=True)
class Map:
    """Regions filled in steps of a value, by the codes in ``key``: number inside, name beside it with a thin line.

    ``chosen`` holds the codes of outlined regions. A region without a known value bears a dash. Others are grey.
    """

    key: str
    name: str
    value: str
    chosen: tuple[str, ...] = ()
    filters: str | None = None


@dataclass(frozen=True)
class Heat:
    """A row a row of the table, a cell for each of ``columns`` with its number, filled in steps of it.

    A missing value has no cell, 0 a plain one. ``short`` holds the columns' labels for narrow screens; without them
    the labels stand upright there. ``chosen`` holds the values of ``name`` of rows that stand out. Where ``filters``
    names two filters a click sets that of the row by ``key`` and that of the column by ``keys``. ``note`` stands under
    the cells where a narrow screen shows the latest years alone.
    """

    name: str
    columns: tuple[str, ...]
    key: str | None = None
    keys: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Panels:
    """Small columns over years beside each other, a panel a row of the table, all on one scale.

    ``columns`` are the years' columns, ``years`` the years. ``colours`` are tokens by row (all alike without them);
    ``line`` holds values by year that are drawn into each panel as a line.
    """

    name: str
    columns: tuple[str, ...]
    years: tuple[int, ...]
    key: str | None = None
    colours: tuple[str, ...] = ()
    line: tuple[float | None, ...] = ()
    filters: str | None = None


Mark = Bars | Columns | Map | Heat | Panels


def whole_number(value: Any) -> int | None:
    """The whole number of a cell; None if it is unknown (pd.NA, NaN or None)."""
    return None if pd.isna(value) else int(value)


def column_numbers(table: pd.DataFrame, name: str) -> list[int | None]:
    """The numbers of a column from the first row to the last, None where unknown."""
    return [whole_number(value) for value in table[name].tolist()]


def row_numbers(table: pd.DataFrame, names: Sequence[str]) -> list[list[int | None]]:
    """The numbers of some columns as a list a row, None where unknown."""
    columns = [column_numbers(table, name) for name in names]
    return [list(row) for row in zip(*columns, strict=True)]


def greatest(numbers: Iterable[int | None]) -> int:
    """The greatest known number; 0 if none is known."""
    return max((number for number in numbers if number is not None), default=0)


@dataclass(frozen=True)
class Counted:
    """The rows that a chart counts: their tables, and the columns of which a row must bear something in each.

    ``free`` names filters that do not limit it: a chart that compares all regions whatever regions are chosen.
    ``among`` are the values of which a row must bear one in the first column, without them any will do; ``least`` is
    how many it must bear there.
    """

    tables: tuple[str, ...]
    bearing: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    least: int = 1


@dataclass(frozen=True)
class Chart:
    """One chart of a section.

    ``title`` is the finding, ``subtitle`` what is counted, ``sentence`` the same numbers as running text, ``alt`` the
    text for those who do not see it, ``rule`` how it is counted (under every split of joint items), ``empty`` the
    sentence that stands where there is no data (then ``table`` has no rows). ``height`` in pixels is for charts that
    stand beside each other; without it the mark takes what it needs. ``counted`` tells which rows stand behind it.
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
    height: int | None = None
    counted: Counted | None = None
