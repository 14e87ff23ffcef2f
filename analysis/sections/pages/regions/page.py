"""The regions beside each other: one measure on a map, ranked and by year."""

from dataclasses import replace

from analysis.charts import Chart, CountedRows
from analysis.schema import Tables
from analysis.sections.charts import heat_and_panels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, is_blank, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Section
from analysis.sections.pages.regions.charts import over_years, ranking, region_map
from analysis.sections.pages.regions.measures import MEASURES, REPORTED, TABLE, region_measure
from analysis.selection import Selection
from analysis.words import Translator


def by_region(
    tables: Tables, selection: Selection, words: Translator, today: str | None = None, measure: str = MEASURES[0]
) -> Section:
    """The section of the regions by a measure (`MEASURES`; KeyError where there is none such).

    The charts hold all seven regions whatever regions are chosen: those stand out in them. Clusters are of no year.
    """
    context = section_context(tables, selection, words, today)
    every = section_context(tables, selection.without("regions"), words, today) if selection.regions else context
    found, coverage = region_measure(every, measure), owner_text(tables, "coverage", words)
    compared = (region_map(every, found, selection.regions), ranking(every, found, selection.regions))
    dated = (over_years(every, found, selection.regions),) if measure in TABLE else ()
    return Section(
        key="regions",
        title=words("regions.title"),
        filter_summary=filter_summary(context, (TABLE.get(measure, "clusters"),)),
        sentences=nothing_to_show(context) if is_blank(context) else _hint(context),
        charts=(
            *(_whole(chart, context, measure) for chart in compared),
            *(_whole(chart, context, measure, "year") for chart in dated),
        ),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _hint(context: SectionContext) -> tuple[str, ...]:
    hint = "regions.hint_chosen" if context.selection.regions else "regions.hint"
    return context.words(hint), context.words("regions.no_materials")


def _whole(chart: Chart, context: SectionContext, measure: str, *bearing: str) -> Chart:
    told_of = ("participants",) if measure in REPORTED else ()
    counted = CountedRows((TABLE.get(measure, "clusters"),), ("regions", *told_of, *bearing), ("regions",))
    told = context.words("regions.rule_whole") if context.selection.regions else ""
    return heat_and_panels.with_rule(replace(chart, counted_rows=counted), told)
