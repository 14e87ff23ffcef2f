"""The regions beside each other: one measure on a map, ranked and by year."""

from dataclasses import replace

from analysis.charts import Chart, Counted
from analysis.schema import Tables
from analysis.sections import grids
from analysis.sections.chosen import chosen
from analysis.sections.region_charts import over_years, ranking, region_map
from analysis.sections.region_measures import MEASURES, REPORTED, TABLE, measured
from analysis.sections.said import said
from analysis.sections.section import Section
from analysis.sections.view import View, blank, nothing, view
from analysis.selection import Selection
from analysis.words import Words


def by_region(
    tables: Tables, selection: Selection, words: Words, today: str | None = None, measure: str = MEASURES[0]
) -> Section:
    """The section of the regions by a measure (`MEASURES`; KeyError where there is none such).

    The charts hold all seven regions whatever regions are chosen: those stand out in them. Clusters are of no year.
    """
    context = view(tables, selection, words, today)
    every = view(tables, selection.without("regions"), words, today) if selection.regions else context
    found, coverage = measured(every, measure), said(tables, "coverage", words)
    compared = (region_map(every, found, selection.regions), ranking(every, found, selection.regions))
    dated = (over_years(every, found, selection.regions),) if measure in TABLE else ()
    return Section(
        key="regions",
        title=words("regions.title"),
        choice=chosen(context, (TABLE.get(measure, "clusters"),)),
        sentences=nothing(context) if blank(context) else _hint(context),
        charts=(
            *(_whole(chart, context, measure) for chart in compared),
            *(_whole(chart, context, measure, "year") for chart in dated),
        ),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _hint(context: View) -> tuple[str, ...]:
    hint = "regions.hint_chosen" if context.selection.regions else "regions.hint"
    return context.words(hint), context.words("regions.no_materials")


def _whole(chart: Chart, context: View, measure: str, *bearing: str) -> Chart:
    told_of = ("participants",) if measure in REPORTED else ()
    counted = Counted((TABLE.get(measure, "clusters"),), ("regions", *told_of, *bearing), ("regions",))
    told = context.words("regions.rule_whole") if context.selection.regions else ""
    return grids.noted(replace(chart, counted=counted), told)
