"""A measure of the regions as a map, as ranked bars and by year. All seven stand there, the chosen ones stand out."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from analysis.charts import Bars, Chart, Map
from analysis.charts.map import HEIGHT
from analysis.measures.counts import total_without_value, year_span, years_in_selection
from analysis.sections.charts import heat_and_panels
from analysis.sections.charts.ranked_bars import MOST_NAMED, RankedBars, ranked, ranked_bar_chart
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.sections.pages.regions.measures import REPORTED, TABLE, RegionMeasure, by_year

TEXTS = {"events": "regions"}
"""The beginning of the keys of a ranking's texts, where it is not the measure's own."""


def region_map(context: SectionContext, found: RegionMeasure, chosen: tuple[str, ...]) -> Chart:
    """The measure on a map; the regions chosen are outlined."""
    words, table = context.words, found.table
    subtitle = words(f"regions.map_{found.key}")
    mark = Map("code", "name", found.key, chosen, "regions")
    known = table[table[found.key].notna() & (table[found.key].fillna(0) > 0)]
    if not len(known):
        return Chart("map", subtitle, "", "", no_data(context), table[:0], found.fields, mark, empty=no_data(context))
    names = words.listing([str(context.regions[code]) for code in context.regions if code in chosen])
    told = [f"{name} {words.number(int(n))}" for name, n in zip(known["name"], known[found.key], strict=True)]
    return Chart(
        key="map",
        title=_map_title(context, found, len(known)),
        subtitle=words("regions.map_chosen", subtitle=subtitle, names=names) if names else subtitle,
        sentence="",
        alt=words("regions.alt_map", subtitle=subtitle, values=words.listing(told)),
        table=table,
        fields=found.fields,
        mark=mark,
        rule=words("regions.rule_map"),
        height=HEIGHT,
    )


def ranking(context: SectionContext, found: RegionMeasure, chosen: tuple[str, ...]) -> Chart:
    """The measure as ranked bars; where up to three regions are chosen they are the finding."""
    table = ranked(found.table, found.key)
    known = table[table[found.key].notna()].astype({found.key: "int64"})
    texts = TEXTS.get(found.key, f"region_{found.key}")
    split = RankedBars(
        texts, known, found.fields, found.key, found.base, no_data(context), found.rule, "regions", HEIGHT
    )
    chart = replace(ranked_bar_chart(split, context.words), key="ranked")
    if chart.empty:
        return chart
    assert isinstance(chart.mark, Bars)
    first = known[known["code"].isin(chosen)] if len(chosen) <= MOST_NAMED else known[:0]
    mark = replace(chart.mark, spread=True, highlight=tuple(first["name"]) or chart.mark.highlight)
    values = [f"{name} {context.words.number(int(n))}" for name, n in zip(first["name"], first[found.key], strict=True)]
    title = (
        context.words(f"regions.chosen_{found.key}", values=context.words.listing(values)) if values else chart.title
    )
    return replace(chart, title=title, table=table, mark=mark)


def over_years(context: SectionContext, found: RegionMeasure, chosen: tuple[str, ...]) -> Chart:
    """The measure by region and year; a year in which nothing at all is recorded is a gap."""
    words, texts = context.words, f"regions.years_{found.key}"
    told = years_in_selection(year_span(context.counted[TABLE[found.key]]), context.selection)
    names = [str(label) for label in context.regions.values()]
    table = heat_and_panels.matrix_rows(list(context.regions), names, names, by_year(context, found.key, told))
    rows = context.filtered[TABLE[found.key]]
    dated = len(rows) and not rows.known_mask("year").any()
    grid = heat_and_panels.MatrixChart(
        key="years",
        texts=texts,
        table=table,
        columns=heat_and_panels.year_columns(told),
        first=words("charts.region"),
        empty=words("regions.undated") if dated else no_data(context),
        rule=" ".join(_cells_rule(context, found, table)),
        filters=("regions", "years"),
        chosen=chosen,
    )
    return heat_and_panels.heat_map(grid, words)


def _cells_rule(context: SectionContext, found: RegionMeasure, table: pd.DataFrame) -> Iterator[str]:
    words, reported = context.words, found.key in REPORTED
    yield words(f"regions.rule_cell_{TABLE[found.key]}")
    if not reported:
        yield words("regions.rule_zero")
    if table.isna().any(axis=None):
        yield words("regions.rule_gap_participants" if reported else "regions.rule_gap")
    if left := total_without_value(context.filtered[TABLE[found.key]], "year"):
        yield words.plural("themes.rule_undated", left)


def _map_title(context: SectionContext, found: RegionMeasure, some: int) -> str:
    words, every = context.words, len(context.regions)
    if some == every:
        return words(f"regions.everywhere_{found.key}")
    return words.plural(f"regions.somewhere_{found.key}", some, every=words.number(every))
