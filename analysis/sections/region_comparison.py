"""Two to seven regions beside each other, and beside the mean of the seven."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.measures.clusters import clusters_of
from analysis.measures.crossed import by_values
from analysis.measures.freshness import newest_day
from analysis.measures.latest import past
from analysis.measures.totals import total
from analysis.measures.years import covered, span
from analysis.schema import Tables
from analysis.sections import grids
from analysis.sections.chosen import chosen
from analysis.sections.region_measures import MEASURES, by_year, rates
from analysis.sections.section import Rows, Section
from analysis.sections.view import View, blank, no_data, view
from analysis.selection import Selection
from analysis.words import Words


def region_comparison(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> Section | None:
    """The chosen regions, all seven where none is chosen, by every measure; None where one alone is chosen,
    or where there is no row yet.

    The mean is that of all seven, whatever regions are chosen; where a region's value is unknown, of those known.
    """
    if len(selection.regions) == 1:
        return None
    context = view(tables, selection.without("regions"), words, today)
    codes = [code for code in context.regions if code in (selection.regions or context.regions)]
    if not codes or blank(context):
        return None
    return Section(
        key="compared",
        title=words("regions.compared"),
        choice=chosen(view(tables, selection, words, today), ("events",)),
        subtitle=words("regions.compared_subtitle"),
        charts=(_years(context, codes),),
        rows=(_rows(context, codes),),
    )


def means(context: View) -> tuple[pd.DataFrame, dict[str, float | None]]:
    """Every measure of every region (columns `MEASURES`, index code), and the mean of each, one decimal."""
    codes, found = list(context.regions), rates(context, context.shown["events"])
    columns = {
        "events": by_values(context.shown["events"], "regions", codes),
        "participants": pd.array([found[code][0] for code in codes], dtype="Int64"),
        "rate": pd.array([found[code][2] for code in codes], dtype="Int64"),
        "stories": by_values(context.shown["stories"], "regions", codes),
        "clusters": by_values(clusters_of(context.tables, context.selection), "regions", codes),
    }
    table = pd.DataFrame(columns, index=codes).astype("Int64")
    return table, {key: _mean(table[key]) for key in MEASURES}


def _rows(context: View, codes: list[str]) -> Rows:
    words = context.words
    every, mean = means(context)
    names = [*(str(context.regions[code]) for code in codes), words("regions.mean")]
    values = {key: [*(_float(every.at[code, key]) for code in codes), mean[key]] for key in MEASURES}
    days = [*(_last(context, code) for code in codes), None]
    table = pd.DataFrame({"name": pd.Series(names, dtype="str"), **values, "latest": pd.Series(days, dtype="str")})
    fields = (
        Field("name", words("charts.region")),
        *(Field(key, words(f"regions.column_{key}"), "number") for key in MEASURES),
        Field("latest", words("regions.column_latest"), "day"),
    )
    return Rows(
        key="compared",
        title=words("regions.compared"),
        table=table.astype(dict.fromkeys(MEASURES, "float64")),
        fields=fields,
        total=len(table),
        rule=words("regions.rule_mean"),
    )


def _years(context: View, codes: list[str]) -> Chart:
    words, told = context.words, covered(span(context.whole["events"]), context.selection)
    every = by_year(context, "events", told)
    names = [str(context.regions[code]) for code in codes]
    grid = grids.Grid(
        key="panels",
        texts="regions.panels",
        table=grids.rows(codes, names, names, every.loc[codes]),
        columns=grids.years(told),
        first=words("charts.region"),
        empty=no_data(context) if not total(context.shown["events"]) else words("regions.undated"),
        rule=words("regions.rule_line"),
        filters=("regions",),
    )
    line = tuple(_mean(every[year]) for year in told)
    chart = grids.panels(grid, tuple(f"region-{code}" for code in codes), words, line)
    return replace(chart, counted=Counted(("events",), ("regions", "year"), ("regions",)))


def _mean(values: pd.Series) -> float | None:
    known = values.dropna()
    return round(float(known.mean()), 1) if len(known) else None


def _float(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]


def _last(context: View, code: str) -> str | None:
    events = context.shown["events"]
    ours = events.where(events.bearing("regions", lambda bears: code in bears))
    return newest_day(past(ours, context.today))
