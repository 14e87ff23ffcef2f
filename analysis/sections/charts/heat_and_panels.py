"""Charts of two things at once: a table with a row a thing and a column a year, a region, a theme."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from analysis.charts import Chart, Field, Heat, Panels
from analysis.charts.heat import heat_height as heat_height
from analysis.charts.panels import panel_grid
from analysis.sections.charts.ranked_bars import MOST_NAMED
from analysis.words import Translator


class MatrixColumn(NamedTuple):
    """A column: its name in the table, its label, its label within a sentence, and what a click filters by."""

    name: str
    label: str
    inline: str
    key: str


@dataclass(frozen=True)
class MatrixChart:
    """What becomes a heat map or panels: ``table`` has ``code``, ``name``, ``inline``, ``language`` and the columns.

    ``texts`` is the beginning of the keys of its texts (``…_subtitle``, ``…_title``, ``…_even``), ``first`` the label
    of the rows; ``filters`` names what rows and columns filter by, ``chosen`` the codes of rows that stand out,
    ``group`` what the rows are called together.
    """

    key: str
    texts: str
    table: pd.DataFrame
    columns: tuple[MatrixColumn, ...]
    first: str
    empty: str
    rule: str = ""
    filters: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    group: str = ""

    @property
    def yearly(self) -> bool:
        """Whether its columns are years."""
        return all(len(name) == 4 and name.isdecimal() for name in self.names)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in the table."""
        return tuple(column.name for column in self.columns)


def year_columns(given: Sequence[int]) -> tuple[MatrixColumn, ...]:
    """Columns of years."""
    return tuple(MatrixColumn(str(year), str(year), str(year), str(year)) for year in given)


def matrix_rows(
    codes: Sequence[str], names: Sequence[str], inline: Sequence[str], values: pd.DataFrame
) -> pd.DataFrame:
    """The table of a grid without languages: codes and names beside the values, whose columns become text."""
    named = pd.DataFrame({"code": list(codes), "name": list(names), "inline": list(inline)}, dtype="str")
    told = values.set_axis([str(each) for each in values.columns], axis="columns").reset_index(drop=True)
    return pd.concat([named, told], axis="columns")


def with_rule(chart: Chart, text: str) -> Chart:
    """The chart with one more sentence in its rule; one without anything stays as it is."""
    return chart if chart.empty or not text else replace(chart, rule=f"{chart.rule} {text}".strip())


def heat_map(grid: MatrixChart, words: Translator) -> Chart:
    """The heat map of a grid; without anything to count the sentence that says so."""
    names = tuple(grid.table.loc[grid.table["code"].isin(grid.chosen), "name"])
    keys = tuple(column.key for column in grid.columns) if len(grid.filters) > 1 else ()
    short = tuple(f"’{name[2:]}" for name in grid.names) if grid.yearly else ()
    mark = Heat("name", grid.names, "code", keys, short, names, grid.filters, words("grids.latest"))
    return _chart(grid, mark, words, heat_height(grid.table["name"].tolist()))


def small_multiples(
    grid: MatrixChart, colours: tuple[str, ...], words: Translator, line: tuple[float | None, ...] = ()
) -> Chart:
    """The panels of a grid whose columns are years."""
    filters = grid.filters[0] if grid.filters else None
    told = tuple(int(name) for name in grid.names)
    mark = Panels("name", grid.names, told, "code", colours, line, filters)
    return _chart(grid, mark, words, panel_grid(max(1, len(grid.table))).height)


def _chart(grid: MatrixChart, mark: Heat | Panels, words: Translator, height: int) -> Chart:
    subtitle = words(f"{grid.texts}_subtitle", group=grid.group)
    fields = (
        Field("name", grid.first, language="language" if "language" in grid.table else None),
        *(Field(column.name, column.label, "number") for column in grid.columns),
    )
    cells = _ranked(grid)
    if not cells:
        return Chart(grid.key, subtitle, "", "", grid.empty, grid.table[:0], fields, mark, empty=grid.empty)
    told = _told(cells[:MOST_NAMED], grid.yearly, words)
    return Chart(
        key=grid.key,
        title=_title(grid, cells, words),
        subtitle=subtitle,
        sentence=words("charts.largest", values=told),
        alt=words("grids.alt", subtitle=subtitle, values=told),
        table=grid.table,
        fields=fields,
        mark=mark,
        rule=grid.rule,
        height=height,
    )


def _ranked(grid: MatrixChart) -> list[tuple[int, str, str]]:
    """The filled cells, the greatest first: number, row, column; what is alike stays in its order."""
    found = [
        (int(row[column.name]), str(row["inline"]), column.inline)
        for row in grid.table.to_dict("records")
        for column in grid.columns
        if not pd.isna(row[column.name]) and row[column.name]
    ]
    return sorted(found, key=lambda cell: -cell[0])


def _told(cells: list[tuple[int, str, str]], yearly: bool, words: Translator) -> str:
    if yearly:
        return words.listing([f"{row} {column}: {words.number(n)}" for n, row, column in cells])
    return "; ".join(f"{row}, {column} {words.number(n)}" for n, row, column in cells)


def _title(grid: MatrixChart, cells: list[tuple[int, str, str]], words: Translator) -> str:
    n, row, column = cells[0]
    if sum(cell[0] == n for cell in cells) > 1:
        return words(f"{grid.texts}_even", n=words.number(n))
    return words(f"{grid.texts}_title", row=row, column=column, n=words.number(n))
