"""The regions beside each other: one measure on a map, ranked and by year."""

from dataclasses import replace

from analysis.charts import Chart, Counted
from analysis.measures.cluster_rows import left_whole
from analysis.schema import Tables
from analysis.sections import grids
from analysis.sections.chosen import chosen, counted
from analysis.sections.parts import parts, plain
from analysis.sections.region_charts import over_years, ranking, region_map
from analysis.sections.region_measures import MEASURES, TABLE, measured
from analysis.sections.said import said
from analysis.sections.section import Part, Section
from analysis.sections.view import View, view
from analysis.selection import Selection
from analysis.words import Words


def by_region(
    tables: Tables, selection: Selection, words: Words, today: str | None = None, measure: str = MEASURES[0]
) -> Section:
    """The section of the regions by a measure (`MEASURES`; KeyError where there is none such).

    The charts hold all seven regions whatever regions are chosen: those stand out in them. Clusters are of no year.
    """
    seen = view(tables, selection, words, today)
    every = view(tables, selection.without("regions"), words, today) if selection.regions else seen
    found, told, coverage = measured(every, measure), _chosen(seen, measure), said(tables, "coverage", words)
    compared = (region_map(every, found, selection.regions), ranking(every, found, selection.regions))
    dated = (over_years(every, found, selection.regions),) if measure in TABLE else ()
    return Section(
        key="regions",
        title=words("regions.title"),
        chosen=plain(told),
        sentence=" ".join(
            (words(f"regions.hint{'_chosen' if selection.regions else ''}"), words("regions.no_materials"))
        ),
        charts=tuple(_whole(chart, seen, measure) for chart in (*compared, *dated)),
        coverage=coverage.text,
        chosen_parts=told,
        counted=counted(seen),
        coverage_language=coverage.language,
    )


def _whole(chart: Chart, seen: View, measure: str) -> Chart:
    counted = Counted((TABLE[measure],), ("regions",), ("regions",)) if measure in TABLE else None
    told = seen.words("regions.rule_whole") if seen.selection.regions else ""
    return grids.noted(replace(chart, counted=counted), told)


def _chosen(seen: View, measure: str) -> tuple[Part, ...]:
    if measure in TABLE:
        return chosen(seen, (TABLE[measure],))
    free = left_whole(seen.selection)
    return (*chosen(seen, ()), *(parts(" " + seen.words("regions.limit_clusters")) if free else ()))
