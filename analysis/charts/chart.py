"""A chart is a table, a mark and words: figure, HTML table, csv, alt text and slide are all functions of this value.

All drawers (figure, plain SVG, Excel, PowerPoint) read a mark's values with `whole_number`, `column_numbers` and
`row_numbers` and keep the same contract:

- A value is a whole number from 0 on, or unknown: pd.NA, NaN or None.
- An unknown value keeps its place, and its name if the mark names it, but has no bar, column or cell and no number; a
  region of a map is hatched and says so. Nothing unknown is drawn or written as 0.
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
    """A column of a chart's table: its name in the frame, its label, and the kind of its values.

    ``link`` names a column with the addresses of the values, ``language`` one with their languages; both are missing in
    a row that has none. Such columns are not fields themselves.
    """

    name: str
    label: str
    kind: Literal["text", "number", "year", "day"] = "text"
    link: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Bars:
    """Horizontal bars in the order of the table: a bar a row, name at the left, number behind the bar's end.

    ``highlight``: the values of ``name`` that are the finding. ``key``: the column whose value a click filters by (else
    ``name``). ``filters``: the filter that a click sets. ``spread``: the bars take all the height of the chart.
    """

    name: str
    value: str
    key: str | None = None
    highlight: tuple[str, ...] = ()
    filters: str | None = None
    spread: bool = False


@dataclass(frozen=True)
class Phase:
    """A span of time that is drawn as a band behind columns: its name and its ISO days (``ends`` None if it is open).

    ``span`` is the same time as a text.
    """

    name: str
    starts: str
    ends: str | None
    span: str = ""


@dataclass(frozen=True)
class Columns:
    """Columns over years on a linear axis, phases as bands behind them; a year without a known value is a gap.

    ``highlight``: the years that are the finding. ``filters``: the filter that a click sets to a year.
    """

    year: str
    value: str
    highlight: tuple[int, ...] = ()
    phases: tuple[Phase, ...] = ()
    filters: str | None = None


@dataclass(frozen=True)
class Map:
    """Regions filled in steps of a value, by the codes in ``key``: number inside, name beside it with a thin line.

    ``highlight``: the codes of the regions that are outlined. ``unknown``: what a region without a known value has in
    place of a number; it is hatched. Regions that are not in the table are grey. ``filters``: the filter that a click
    sets to a region.
    """

    key: str
    name: str
    value: str
    highlight: tuple[str, ...] = ()
    filters: str | None = None
    unknown: str = "\N{EN DASH}"


@dataclass(frozen=True)
class Heat:
    """A heat map: a row a row of the table, a cell for each of ``columns`` with its number, filled in steps of it.

    - ``key``: the column whose value a click on a row filters by; ``keys``: the values of the columns for that.
    - ``filters``: the filter that a click sets by the row, and, if there are two, the one that it sets by the column.
    - ``short``: the columns' labels for narrow screens; without them the labels are upright there.
    - ``highlight``: the values of ``name`` of rows whose names are bold.
    - ``note``: the sentence under the cells of a narrow screen that shows only the latest years.
    """

    name: str
    columns: tuple[str, ...]
    key: str | None = None
    keys: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Panels:
    """Small columns over years beside each other, a panel a row of the table, all on one scale.

    - ``columns``: the columns of ``years``.
    - ``key``: the column whose value a click filters by; ``filters``: the filter that it sets.
    - ``colours``: a token a row; without them all rows are alike.
    - ``line``: a value a year that is drawn as a line into each panel, None for a gap.
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
    """The numbers of a column from the first row to the last, None if unknown."""
    return [whole_number(value) for value in table[name].tolist()]


def row_numbers(table: pd.DataFrame, names: Sequence[str]) -> list[list[int | None]]:
    """The numbers of some columns as a list a row, None if unknown."""
    columns = [column_numbers(table, name) for name in names]
    return [list(row) for row in zip(*columns, strict=True)]


def greatest(numbers: Iterable[int | None]) -> int:
    """The greatest known number; 0 if none is known."""
    return max((number for number in numbers if number is not None), default=0)


@dataclass(frozen=True)
class CountedRows:
    """The rows that a chart counts: their tables, and the columns in each of which a row must have a value.

    - ``ignored_filters``: filters that have no effect, such as the regions for a chart that compares all regions.
    - ``values``: the values of which a row must have one in the first column; without them any value counts.
    - ``minimum``: how many values a row must have there.
    """

    tables: tuple[str, ...]
    columns: tuple[str, ...] = ()
    ignored_filters: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    minimum: int = 1


@dataclass(frozen=True)
class ChartData:
    """The numbers of a chart for programs: a row a fact, regions and themes by code, days as stored.

    A chart has them if its own table is made to be looked at: a grid of names, or the rows of one year.
    """

    table: pd.DataFrame
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Chart:
    """One chart of a section.

    - ``title``: the finding; ``subtitle``: what is counted; ``sentence``: the same numbers as running text.
    - ``alt``: the text for those who do not see the chart.
    - ``table``: the numbers, with a column for each of ``fields``; not to be changed in place.
    - ``rule``: how it is counted (for every split of joint items).
    - ``empty``: the sentence in place of the chart if ``table`` has no rows.
    - ``height``: pixels, for charts beside each other; without it the mark has the height that it needs.
    - ``counted_rows``: the rows behind the chart.
    - ``picture``: whether it is drawn. Where its finding is a sentence, title and sentence are shown instead; the table
      stays in files of data.
    - ``restates``: whether the sentence says again what title and labels of the picture say; a section then has it in
      place of the picture alone.
    - ``data``: what programs get in place of ``table`` (`ChartData`), also if the chart is empty.
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
    counted_rows: CountedRows | None = None
    picture: bool = True
    data: ChartData | None = None
    restates: bool = False
