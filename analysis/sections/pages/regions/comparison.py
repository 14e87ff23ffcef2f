"""Two to seven regions beside each other, and beside the mean of the seven."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import by_values, total, year_span, years_in_selection
from analysis.measures.ordering import newest_day
from analysis.measures.participants import participants_by_region
from analysis.schema import Tables
from analysis.sections.charts import heat_and_panels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import RecordTable, Section
from analysis.sections.pages.regions.measures import yearly_measure
from analysis.selection import Selection
from analysis.words import Translator

COLUMNS = ("events", "participants", "stories", "clusters")
"""What the table compares. No rate: participants of a joint event count in each of its regions, so that many a number
beside inhabitants would be read as what it is not."""


WHOLE = 10
"""From this mean on its decimals would say more than is known."""


def region_comparison(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None
) -> Section | None:
    """The regions of the filter (all seven without it) by every measure; None for one region, or if there is no row.

    The mean is that of all seven regions whatever the filter; if values of some are unknown, of the others. Panels over
    years are for chosen regions: those of all seven would be the numbers of the heat map once more.
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
        subtitle=words("regions.compared_subtitle" if selection.regions else "regions.compared_all"),
        charts=(_panels(context, codes),) if selection.regions else (),
        rows=(_record_table(context, codes),),
    )


def _record_table(context: SectionContext, codes: list[str]) -> RecordTable:
    """Every measure and the latest event of each region, and the means in the last row."""
    words, every = context.words, _measures(context)
    numbers = [[*every.loc[codes, key].astype("float64"), _mean(every[key])] for key in COLUMNS]
    days = [*(_latest_day(context, code) for code in codes), None]
    names = [*(str(context.regions[code]) for code in codes), words("regions.mean")]
    columns = {
        "name": pd.Series(names, dtype="str"),
        **{key: pd.Series(values, dtype="float64") for key, values in zip(COLUMNS, numbers, strict=True)},
        "latest": pd.Series(days, dtype="str"),
    }
    fields = (
        Field("name", words("charts.region")),
        *(Field(key, words(f"regions.column_{key}"), "number") for key in COLUMNS),
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
    """The measures of every region: columns `COLUMNS`, Int64, index the codes."""
    codes = list(context.regions)
    counts = {key: by_values(rows(context, key), "regions", codes) for key in ("events", "stories", "clusters")}
    participants = participants_by_region(context.filtered["events"], codes)
    return pd.DataFrame({**counts, "participants": participants}).astype("Int64")


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
    """The mean of the known values, below 10 with one decimal; None if there are none."""
    mean = values.dropna().mean()
    return None if pd.isna(mean) else round(float(mean), 1) if mean < WHOLE else float(int(mean + 0.5))
