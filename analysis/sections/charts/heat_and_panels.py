"""Heat maps and panels: charts of a matrix with a row for each value and a column for each year, region or theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from analysis.charts import Chart, Field, Heat, Panels
from analysis.charts.heat import heat_height
from analysis.charts.panels import panel_grid
from analysis.sections.charts.ranked_bars import named_count
from analysis.words import Translator


class MatrixColumn(NamedTuple):
    """A column: its name in the table, its label, its label within a sentence, and what a click filters by.

    ``short``: the label of a year on narrow screens, empty if the column is no year.
    """

    name: str
    label: str
    inline: str
    key: str
    short: str = ""


@dataclass(frozen=True)
class MatrixChart:
    """What becomes a heat map or panels.

    - ``texts``: the beginning of its keys in the catalogue ("<texts>_subtitle", "…_title", "…_even").
    - ``table``: has ``code``, ``name``, ``inline``, ``language`` if names may be foreign, and the columns.
    - ``first``: the label of the rows; ``group``: what the rows are called together.
    - ``filters``: the filters that a click sets by the row and by the column.
    - ``highlight``: the codes of the rows that stand out.
    - ``largest``: the key of the sentence of the greatest numbers; ``column_first``: how a cell is named there.
    """

    key: str
    texts: str
    table: pd.DataFrame
    columns: tuple[MatrixColumn, ...]
    first: str
    empty: str
    rule: str = ""
    filters: tuple[str, ...] = ()
    highlight: tuple[str, ...] = ()
    group: str = ""
    largest: str = "charts.largest"
    column_first: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names in the table."""
        return tuple(column.name for column in self.columns)


def year_columns(years: Sequence[int]) -> tuple[MatrixColumn, ...]:
    """Columns of years."""
    return tuple(MatrixColumn(year, year, year, year, short=f"’{year[2:]}") for year in map(str, years))


def matrix_rows(
    codes: Sequence[str], names: Sequence[str], inline: Sequence[str], values: pd.DataFrame
) -> pd.DataFrame:
    """The table of a matrix without languages: codes and names beside the values, whose column names become text."""
    labels = pd.DataFrame({"code": list(codes), "name": list(names), "inline": list(inline)}, dtype="str")
    return pd.concat([labels, values.rename(columns=str).reset_index(drop=True)], axis="columns")


def heat_map(matrix: MatrixChart, words: Translator) -> Chart:
    """The heat map of a matrix; if nothing is counted it has no rows and the sentence that says so."""
    highlight = tuple(matrix.table.loc[matrix.table["code"].isin(matrix.highlight), "name"])
    keys = tuple(column.key for column in matrix.columns) if len(matrix.filters) > 1 else ()
    short = tuple(column.short for column in matrix.columns if column.short)
    mark = Heat("name", matrix.names, "code", keys, short, highlight, matrix.filters, words("grids.latest"))
    return _chart(matrix, mark, words, heat_height(matrix.table["name"].tolist()))


def small_multiples(
    matrix: MatrixChart, colours: tuple[str, ...], words: Translator, line: tuple[float | None, ...] = ()
) -> Chart:
    """The panels of a matrix whose columns are years; ``colours``: a token for each row, ``line``: a value a year."""
    years = tuple(int(name) for name in matrix.names)
    filters = matrix.filters[0] if matrix.filters else None
    mark = Panels("name", matrix.names, years, "code", colours, line, filters)
    return _chart(matrix, mark, words, panel_grid(max(1, len(matrix.table))).height)


def _chart(matrix: MatrixChart, mark: Heat | Panels, words: Translator, height: int) -> Chart:
    subtitle = words(f"{matrix.texts}_subtitle", group=matrix.group)
    fields = (
        Field("name", matrix.first, language="language" if "language" in matrix.table else None),
        *(Field(column.name, column.label, "number") for column in matrix.columns),
    )
    cells = _ranked_cells(matrix)
    if not cells:
        return Chart(matrix.key, subtitle, "", "", matrix.empty, matrix.table[:0], fields, mark, empty=matrix.empty)
    is_heat = isinstance(mark, Heat)
    title, values = _title_and_values(matrix, cells, words, "grids.shared" if is_heat else "grids.shared_panels")
    return Chart(
        key=matrix.key,
        title=title,
        subtitle=subtitle,
        sentence=words(matrix.largest, values=values),
        alt=words("grids.alt_heat" if is_heat else "grids.alt_panels", subtitle=subtitle, values=values),
        table=matrix.table,
        fields=fields,
        mark=mark,
        rule=matrix.rule,
        height=height,
        restates=True,
    )


def _title_and_values(
    matrix: MatrixChart, cells: list[tuple[int, str, str]], words: Translator, shared: str
) -> tuple[str, str]:
    """The title with the greatest number, and the greatest numbers as running text; one that more cells share than are
    named is given once, with the number of those cells in the text ``shared``."""
    greatest, row, column = cells[0]
    few, leaders = cells[: named_count([n for n, *_ in cells])], sum(n == greatest for n, *_ in cells)
    if leaders > 1:
        title = words(f"{matrix.texts}_even", n=words.number(greatest))
    else:
        title = words(f"{matrix.texts}_title", row=row, column=column, n=words.number(greatest))
    if not few:
        return title, words(shared, n=words.number(greatest), cells=words.number(leaders))
    if matrix.columns[0].short:
        named = [(f"{column} {row}" if matrix.column_first else f"{row} {column}", n) for n, row, column in few]
        return title, words.listing([f"{name}: {words.number(n)}" for name, n in named])
    return title, "; ".join(f"{row}, {column} {words.number(n)}" for n, row, column in few)


def _ranked_cells(matrix: MatrixChart) -> list[tuple[int, str, str]]:
    """The cells with a number above 0, the greatest first: number, row, column; equal ones keep their order."""
    cells = [
        (int(row[column.name]), str(row["inline"]), column.inline)
        for row in matrix.table.to_dict("records")
        for column in matrix.columns
        if not pd.isna(row[column.name]) and row[column.name]
    ]
    return sorted(cells, key=lambda cell: -cell[0])
