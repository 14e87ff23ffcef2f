"""Registry: the sections by name, for presentations, embeds and reports.

After a colon a name may have the measure by which regions are compared (`regions.measures.MEASURES`, for gaps
`gaps.page.MEASURES`), the group of terms (`themes.groups.term_groups`), or the step in which the overview tells of
time (`parts_of_years.STEPS`): "regions:participants", "gaps:rate", "themes:cluster-themes", "overview:half".
"""

from collections.abc import Callable, Mapping

from analysis.schema import Tables
from analysis.sections.charts.parts_of_years import STEPS
from analysis.sections.context.section_context import ReportContext
from analysis.sections.model.model import Section
from analysis.sections.pages.changes_since import changes_since
from analysis.sections.pages.clusters import clusters
from analysis.sections.pages.cooperation.page import cooperation
from analysis.sections.pages.events import events
from analysis.sections.pages.gaps.page import MEASURES as GAP_MEASURES
from analysis.sections.pages.gaps.page import gaps
from analysis.sections.pages.overview import overview
from analysis.sections.pages.quality import quality
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.regions.page import by_region
from analysis.sections.pages.regions.profile import region_profile
from analysis.sections.pages.start.page import first_steps
from analysis.sections.pages.stories import stories
from analysis.sections.pages.targets.page import targets
from analysis.sections.pages.themes.groups import term_group, term_groups
from analysis.sections.pages.themes.page import by_theme
from analysis.sections.pages.themes.profile import term_profile
from analysis.sections.pages.toolkit.page import toolkit
from analysis.sections.pages.yearsheet.page import yearsheet
from analysis.selection import Selection
from analysis.words import Translator

PLAIN: Mapping[str, Callable[[Tables, Selection, Translator, str | None], Section | None]] = {
    "events": events,
    "stories": stories,
    "clusters": clusters,
    "start": first_steps,
    "cooperation": cooperation,
    "targets": targets,
    "yearsheet": yearsheet,
    "region": region_profile,
}
"""The sections without variants."""
SECTIONS = (
    *("overview", "regions", "themes", "events", "stories", "clusters", "toolkit", "gaps", "cooperation", "targets"),
    *("yearsheet", "region", "term", "quality", "news", "start"),
)
"""``region`` needs one selected region, ``term`` one theme or priority, ``news`` an earlier revision."""
VARIANTS = {"overview": "step", "regions": "measure", "gaps": "measure", "themes": "group", "term": "group"}
"""By section with variants: the parameter of a page's address that names the variant."""


def section_names(tables: Tables, words: Translator) -> tuple[str, ...]:
    """The name of every section and of every variant: "regions", "regions:events"."""
    terms = tuple(each.key for each in term_groups(tables, words))
    variants = {"overview": STEPS, "regions": MEASURES, "gaps": GAP_MEASURES, "themes": terms, "term": terms}
    return tuple(name for key in SECTIONS for name in (key, *(f"{key}:{variant}" for variant in variants.get(key, ()))))


def section(name: str, context: ReportContext, selection: Selection) -> Section | None:
    """The section of a name; None if there is none of that name, or nothing to make it of."""
    key, _, variant = name.partition(":")
    tables, words, today = context.tables, context.words, context.today
    if key == "overview" and variant in ("", *STEPS):
        return overview(tables, selection, words, today, variant or STEPS[0])
    if key == "regions" and variant in ("", *MEASURES):
        return by_region(tables, selection, words, today, variant or MEASURES[0])
    if key == "gaps" and variant in ("", *GAP_MEASURES):
        return gaps(tables, selection, words, today, variant or GAP_MEASURES[0], context.links)
    if key == "toolkit" and not variant:
        return toolkit(tables, selection, words, today, links=context.links)
    if key == "themes" and variant in ("", *(each.key for each in term_groups(tables, words))):
        return by_theme(tables, selection, words, term_group(tables, words, variant), today)
    if key == "term":
        return term_profile(tables, selection, words, term_group(tables, words, variant), today)
    if key == "news" and not variant and context.baseline:
        return changes_since(context, context.baseline, selection)
    if key == "quality" and not variant:
        return quality(tables, selection, words, today, context.history())
    return PLAIN[key](tables, selection, words, today) if key in PLAIN and not variant else None
