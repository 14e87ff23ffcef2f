"""The regions beside each other: one measure on a map, ranked and by year; the regions of the filter stand out."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from analysis.charts import Bars, Chart, CountedRows, Map
from analysis.charts.map import HEIGHT
from analysis.measures.counts import total_without_value, year_span, years_in_selection
from analysis.schema import Tables
from analysis.sections.charts import heat_and_panels
from analysis.sections.charts.ranked_bars import MOST_NAMED, RankedBars, rank, ranked_bar_chart
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import (
    SectionContext,
    no_data,
    nothing_to_show,
    section_context,
)
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Section
from analysis.sections.pages.regions.measures import (
    MEASURES,
    TABLE,
    RegionMeasure,
    region_measure,
    yearly_measure,
)
from analysis.selection import Selection
from analysis.words import Translator


def by_region(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None, measure: str = MEASURES[0]
) -> Section:
    """The section of the regions by a measure (one of `MEASURES`, else KeyError); clusters have no chart by year.

    The charts have all seven regions whatever the ``selection`` of ``tables``. ``words`` is the language, ``today`` an
    ISO day, None if time plays no part.
    """
    context = section_context(tables, selection, words, today)
    every = section_context(tables, selection.without("regions"), words, today) if selection.regions else context
    values, coverage = region_measure(every, measure), owner_text(tables, "coverage", words)
    charts = [_map(every, values, selection.regions), _ranking(every, values, selection.regions)]
    if TABLE[measure] in every.counted:
        charts.append(_heat_map(every, values, selection.regions))
    hint = words("regions.hint_chosen" if selection.regions else "regions.hint")
    return Section(
        key="regions",
        title=words("regions.title"),
        filter_summary=filter_summary(context, (TABLE[measure],)),
        sentences=nothing_to_show(context) if context.is_blank else (hint, words("regions.no_materials")),
        charts=tuple(_with_counted_rows(chart, context, measure) for chart in charts),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _with_counted_rows(chart: Chart, context: SectionContext, measure: str) -> Chart:
    """The chart with what it counts, and a sentence in its rule if it ignores the filter of regions."""
    of_participants, yearly = measure == "participants", chart.key == "years"
    columns = ("regions", *(["participants"] if of_participants else []), *(["year"] if yearly else []))
    counted = CountedRows((TABLE[measure],), columns, ("regions",))
    rule = chart.rule
    if context.selection.regions and not chart.empty:
        rule = f"{rule} {context.words('regions.rule_whole')}".strip()
    return replace(chart, counted_rows=counted, rule=rule)


def _map(context: SectionContext, measure: RegionMeasure, regions: tuple[str, ...]) -> Chart:
    """The measure on a map; ``regions`` are outlined."""
    words, table, key = context.words, measure.table, measure.key
    subtitle = words(f"regions.map_{key}")
    mark = Map("code", "name", key, regions, "regions", words("sections.unknown"))
    rows = table[table[key].notna() & (table[key].fillna(0) > 0)]
    if not len(rows):
        return Chart("map", subtitle, "", "", no_data(context), table[:0], measure.fields, mark, empty=no_data(context))
    somewhere = words.plural(f"regions.somewhere_{key}", len(rows), every=words.number(len(context.regions)))
    names = words.listing([str(context.regions[code]) for code in context.regions if code in regions])
    unknown = table[key].isna().any()
    return Chart(
        key="map",
        title=words(f"regions.everywhere_{key}") if len(rows) == len(context.regions) else somewhere,
        subtitle=words("regions.map_chosen", subtitle=subtitle, names=names) if names else subtitle,
        sentence=words("charts.largest", values=_values_text(context, rank(rows, key), key)),
        alt=words("regions.alt_map", subtitle=subtitle, values=_values_text(context, rows, key)),
        table=table,
        fields=measure.fields,
        mark=mark,
        rule=words("regions.rule_map_unknown" if unknown else "regions.rule_map"),
        height=HEIGHT,
        restates=True,
    )


def _ranking(context: SectionContext, measure: RegionMeasure, regions: tuple[str, ...]) -> Chart:
    """The measure as ranked bars; the ``regions`` are highlighted, and up to three of them are the finding."""
    table, key = rank(measure.table, measure.key), measure.key
    rows = table[table[key].notna()].astype({key: "int64"})
    texts = "regions" if key == "events" else f"region_{key}"
    bars = RankedBars(texts, rows, measure.fields, key, measure.base, no_data(context), measure.rule, "regions", HEIGHT)
    chart = replace(ranked_bar_chart(bars, context.words), key="ranked")
    if chart.empty:
        return chart
    assert isinstance(chart.mark, Bars)
    chosen = rows[rows["code"].isin(regions)]
    mark = replace(chart.mark, spread=True, highlight=tuple(chosen["name"]) or chart.mark.highlight)
    values = _values_text(context, chosen if len(regions) <= MOST_NAMED else rows[:0], key)
    title = context.words(f"regions.chosen_{key}", values=values) if values else chart.title
    return replace(chart, title=title, table=table, mark=mark)


def _values_text(context: SectionContext, rows: pd.DataFrame, key: str) -> str:
    """The regions of the rows with their values, as a list in words."""
    pairs = zip(rows["name"], rows[key], strict=True)
    return context.words.listing([f"{name} {context.words.number(int(value))}" for name, value in pairs])


def _heat_map(context: SectionContext, measure: RegionMeasure, regions: tuple[str, ...]) -> Chart:
    """The measure by region and year; a year in which nothing at all is recorded is a gap."""
    words, records = context.words, context.filtered[TABLE[measure.key]]
    years = years_in_selection(year_span(context.counted[TABLE[measure.key]]), context.selection)
    names = [str(label) for label in context.regions.values()]
    values = yearly_measure(context, measure.key, years)
    table = heat_and_panels.matrix_rows(list(context.regions), names, names, values)
    without_year = len(records) and not records.known_mask("year").any()
    matrix = heat_and_panels.MatrixChart(
        key="years",
        texts=f"regions.years_{measure.key}",
        table=table,
        columns=heat_and_panels.year_columns(years),
        first=words("charts.region"),
        empty=words("regions.undated") if without_year else no_data(context),
        rule=" ".join(_cells_rule(context, measure.key, table)),
        filters=("regions", "years"),
        highlight=regions,
    )
    return heat_and_panels.heat_map(matrix, words)


def _cells_rule(context: SectionContext, key: str, table: pd.DataFrame) -> Iterator[str]:
    words, of_participants = context.words, key == "participants"
    yield words(f"regions.rule_cell_{TABLE[key]}")
    if not of_participants:
        yield words("regions.rule_zero")
    if table.isna().any(axis=None):
        yield words("regions.rule_gap_participants" if of_participants else "regions.rule_gap")
    if without_year := total_without_value(context.filtered[TABLE[key]], "year"):
        yield words.plural("themes.rule_undated", without_year)
