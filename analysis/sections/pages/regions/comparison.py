"""Two to seven regions beside each other, and beside the mean of the seven."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, total, year_span, years_in_selection
from analysis.measures.ordering import newest_day
from analysis.schema import Tables
from analysis.sections.charts import heat_and_panels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import RecordTable, Section
from analysis.sections.pages.regions.measures import MEASURES, region_rates, yearly_measure
from analysis.selection import Selection
from analysis.words import Translator


def region_comparison(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None
) -> Section | None:
    """The regions of the filter (all seven without it) by every measure; None for one region, or if there is no row.

    The mean is that of all seven regions whatever the filter; if values of some are unknown, of the others.
    """
    if len(selection.regions) == 1:
        return None
    context = section_context(tables, selection.without("regions"), words, today)
    codes = [code for code in context.regions if code in (selection.regions or context.regions)]
    if not codes or context.is_blank:
        return None
    return Section(
        key="compared",
        title=words("regions.compared"),
        filter_summary=filter_summary(section_context(tables, selection, words, today), ("events",)),
        subtitle=words("regions.compared_subtitle"),
        charts=(_panels(context, codes),),
        rows=(_record_table(context, codes),),
    )


def _record_table(context: SectionContext, codes: list[str]) -> RecordTable:
    """Every measure and the latest event of each region, and the means in the last row."""
    words, every = context.words, _measures(context)
    numbers = [[*every.loc[codes, key].astype("float64"), _mean(every[key])] for key in MEASURES]
    days = [*(_latest_day(context, code) for code in codes), None]
    names = [*(str(context.regions[code]) for code in codes), words("regions.mean")]
    columns = {
        "name": pd.Series(names, dtype="str"),
        **{key: pd.Series(values, dtype="float64") for key, values in zip(MEASURES, numbers, strict=True)},
        "latest": pd.Series(days, dtype="str"),
    }
    fields = (
        Field("name", words("charts.region")),
        *(Field(key, words(f"regions.column_{key}"), "number") for key in MEASURES),
        Field("latest", words("regions.column_latest"), "day"),
    )
    return RecordTable(
        key="compared",
        title=words("regions.compared"),
        table=pd.DataFrame(columns),
        fields=fields,
        total=len(names),
        rule=words("regions.rule_mean"),
    )


def _measures(context: SectionContext) -> pd.DataFrame:
    """Every measure of every region: columns `MEASURES`, Int64, index the codes."""
    codes, rates = list(context.regions), region_rates(context)
    counts = {key: by_values(rows(context, key), "regions", codes) for key in ("events", "stories", "clusters")}
    return pd.DataFrame({**counts, "participants": rates["participants"], "rate": rates["rate"]}).astype("Int64")


def _latest_day(context: SectionContext, code: str) -> str | None:
    events = context.filtered["events"]
    near = events.where(events.value_mask("regions", lambda regions: code in regions))
    return newest_day(near, context.today)


def _panels(context: SectionContext, codes: list[str]) -> Chart:
    """The events of each region by year, with the mean of all seven as a line."""
    words, years = context.words, years_in_selection(year_span(context.counted["events"]), context.selection)
    every, names = yearly_measure(context, "events", years), [str(context.regions[code]) for code in codes]
    matrix = heat_and_panels.MatrixChart(
        key="panels",
        texts="regions.panels",
        table=heat_and_panels.matrix_rows(codes, names, names, every.loc[codes]),
        columns=heat_and_panels.year_columns(years),
        first=words("charts.region"),
        empty=words("regions.undated") if total(context.filtered["events"]) else no_data(context),
        rule=words("regions.rule_line"),
        filters=("regions",),
    )
    line = tuple(_mean(every[year]) for year in years)
    chart = heat_and_panels.small_multiples(matrix, tuple(f"region-{code}" for code in codes), words, line)
    return replace(chart, counted_rows=CountedRows(("events",), ("regions", "year"), ("regions",)))


def _mean(values: pd.Series) -> float | None:
    """The mean of the known values with one decimal; None if there are none."""
    mean = values.dropna().mean()
    return None if pd.isna(mean) else round(float(mean), 1)
