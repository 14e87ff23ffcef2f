"""Two to seven regions beside each other, and beside the mean of the seven."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.clusters import clusters_in_selection
from analysis.measures.counts import by_values, total, year_span, years_in_selection
from analysis.measures.ordering import newest_day
from analysis.schema import Tables
from analysis.sections.charts import heat_and_panels
from analysis.sections.context.section_context import SectionContext, is_blank, no_data, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import RecordTable, Section
from analysis.sections.pages.regions.measures import MEASURES, by_year, rates
from analysis.selection import Selection
from analysis.words import Translator


def region_comparison(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None
) -> Section | None:
    """The chosen regions, all seven where none is chosen, by every measure; None where one alone is chosen,
    or where there is no row yet.

    The mean is that of all seven, whatever regions are chosen; where a region's value is unknown, of those known.
    """
    if len(selection.regions) == 1:
        return None
    context = section_context(tables, selection.without("regions"), words, today)
    codes = [code for code in context.regions if code in (selection.regions or context.regions)]
    if not codes or is_blank(context):
        return None
    return Section(
        key="compared",
        title=words("regions.compared"),
        filter_summary=filter_summary(section_context(tables, selection, words, today), ("events",)),
        subtitle=words("regions.compared_subtitle"),
        charts=(_years(context, codes),),
        rows=(_rows(context, codes),),
    )


def means(context: SectionContext) -> tuple[pd.DataFrame, dict[str, float | None]]:
    """Every measure of every region (columns `MEASURES`, index code), and the mean of each, one decimal."""
    codes, found = list(context.regions), rates(context, context.filtered["events"])
    columns = {
        "events": by_values(context.filtered["events"], "regions", codes),
        "participants": pd.array([found[code][0] for code in codes], dtype="Int64"),
        "rate": pd.array([found[code][2] for code in codes], dtype="Int64"),
        "stories": by_values(context.filtered["stories"], "regions", codes),
        "clusters": by_values(clusters_in_selection(context.tables, context.selection), "regions", codes),
    }
    table = pd.DataFrame(columns, index=codes).astype("Int64")
    return table, {key: _mean(table[key]) for key in MEASURES}


def _rows(context: SectionContext, codes: list[str]) -> RecordTable:
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
    return RecordTable(
        key="compared",
        title=words("regions.compared"),
        table=table.astype(dict.fromkeys(MEASURES, "float64")),
        fields=fields,
        total=len(table),
        rule=words("regions.rule_mean"),
    )


def _years(context: SectionContext, codes: list[str]) -> Chart:
    words, told = context.words, years_in_selection(year_span(context.counted["events"]), context.selection)
    every = by_year(context, "events", told)
    names = [str(context.regions[code]) for code in codes]
    grid = heat_and_panels.MatrixChart(
        key="panels",
        texts="regions.panels",
        table=heat_and_panels.matrix_rows(codes, names, names, every.loc[codes]),
        columns=heat_and_panels.year_columns(told),
        first=words("charts.region"),
        empty=no_data(context) if not total(context.filtered["events"]) else words("regions.undated"),
        rule=words("regions.rule_line"),
        filters=("regions",),
    )
    line = tuple(_mean(every[year]) for year in told)
    chart = heat_and_panels.small_multiples(grid, tuple(f"region-{code}" for code in codes), words, line)
    return replace(chart, counted_rows=CountedRows(("events",), ("regions", "year"), ("regions",)))


def _mean(values: pd.Series) -> float | None:
    known = values.dropna()
    return round(float(known.mean()), 1) if len(known) else None


def _float(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]


def _last(context: SectionContext, code: str) -> str | None:
    events = context.filtered["events"]
    return newest_day(events.having("regions", (code,)), context.today)
