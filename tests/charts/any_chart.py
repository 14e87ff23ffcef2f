"""Charts of every mark over any table that a mark may get: the strategies behind the drawers' common contract."""

from itertools import cycle, islice
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analysis.charts import Bars, Chart, Columns, Field, Heat, Map, Mark, Panels, Phase

ROWS = (0, 1, 2, 7, 60)
GREATEST = 10**15
EMPTY = "Ei <tietoja>."
REGIONS = ("10", "11", "12", "16", "17", "18", "19")
COLOURS = ("region-19", "theme-rahoitus", "bar")
WORDS = ("Lappi", "<b>&amp; @accent", "Kansainvälistyminen", "Vesi, energia ja ruoka – pitkän nimen teema", "A-B / C")
PHASES = (Phase("Alku", "1990", "2020-05-31", "1990–5/2020"), Phase("Jatko", "2021-01", None))

numbers = st.one_of(st.none(), st.just(0), st.integers(0, 40), st.integers(0, GREATEST))
"""A cell: unknown, zero, usual or huge."""
patterns = st.one_of(
    st.just([None]), st.just([0]), st.just([GREATEST]), st.just([None, 0]), st.lists(numbers, min_size=1, max_size=9)
)
"""Numbers that are repeated over all cells of a table."""


def column(values: list[int | None], form: str) -> Any:
    """A column in one of the forms in which frames hold whole numbers with gaps: pd.NA, NaN or None."""
    if form == "float64":
        return np.array([np.nan if value is None else value for value in values], dtype="float64")
    return pd.array(values, dtype="Int64") if form == "Int64" else pd.Series(values, dtype=object)


@st.composite
def charts(draw: st.DrawFn, kind: type) -> Chart:
    """A chart of a kind of mark (`Bars` …): 0 to 60 rows, cells of any pattern."""
    rows, pattern = draw(st.sampled_from(ROWS)), draw(patterns)
    form = draw(st.sampled_from(("Int64", "float64", "object")))
    beside = draw(st.sampled_from((1, 2, 8) if rows == max(ROWS) else (1, 2, 8, 30)))  # columns of years in a row
    cells = cycle(pattern)
    years = tuple(range(2026 - (rows if kind is Columns else beside), 2026))
    columns = tuple(map(str, years)) if kind in (Heat, Panels) else ("events",)
    values = {name: column(list(islice(cells, rows)), form) for name in columns}
    codes = [*REGIONS, *map(str, range(20, 100))][:rows]
    names = [f"{word} {at}" for at, word in zip(range(rows), cycle(draw(st.permutations(WORDS))), strict=False)]
    first = {"year": list(years)} if kind is Columns else {"code": codes, "name": names}
    mark = draw(marks(kind, names, columns, years))
    fields = (
        Field("year", "Vuosi", "year") if kind is Columns else Field("name", "Nimi"),
        *(Field(name, name if name.isdigit() else "Tapahtumat", "number") for name in columns),
    )
    return Chart(
        "any",
        *("Otsikko", "Alaotsikko", "Lause." if rows else "", "Kuvan teksti."),
        pd.DataFrame(first | values),
        fields,
        mark,
        rule="Laskusääntö.",
        empty="" if rows else EMPTY,
        height=draw(st.sampled_from((None, 420))),
    )


@st.composite
def marks(draw: st.DrawFn, kind: type, names: list[str], columns: tuple[str, ...], years: tuple[int, ...]) -> Mark:
    """A mark of a kind with some of what it may be given."""
    some = tuple(names[: draw(st.integers(0, 2))])
    if kind is Bars:
        return Bars("name", "events", "code", some, "regions", draw(st.booleans()))
    if kind is Columns:
        return Columns("year", "events", years[:1], draw(st.sampled_from(((), PHASES))), "years")
    if kind is Map:
        return Map("code", "name", "events", draw(st.sampled_from(((), ("19", "10")))), "regions")
    if kind is Heat:
        short = draw(st.sampled_from(((), tuple(f"’{name[2:]}" for name in columns))))
        return Heat("name", columns, "code", columns, short, some, ("regions", "years"), "Uusimmat")
    colours = tuple(islice(cycle(COLOURS), len(names))) if draw(st.booleans()) else ()
    line = tuple(islice(cycle(draw(st.sampled_from(((), (None,), (0.0, 2.5, None))))), len(years)))
    return Panels("name", columns, years, "code", colours, line, "themes")


KINDS = (Bars, Columns, Map, Heat, Panels)


def cells(chart: Chart) -> list[list[int | None]]:
    """The numbers of a chart's table as a list a row, None where unknown."""
    names = [field.name for field in chart.fields if field.kind == "number"]
    return [
        [None if pd.isna(row[name]) else int(row[name]) for name in names] for row in chart.table.to_dict("records")
    ]
