"""Registry: the sections by name, for presentations, embeds and reports.

After a colon a name may have the measure by which regions are compared (`regions.measures.MEASURES`), or the group of
terms (`themes.groups.term_groups`): "regions:participants", "themes:cluster-themes".
"""

from collections.abc import Callable, Mapping

from analysis.schema import Tables
from analysis.sections.context.section_context import ReportContext
from analysis.sections.model.model import Section
from analysis.sections.pages.changes_since import changes_since
from analysis.sections.pages.clusters import clusters
from analysis.sections.pages.events import events
from analysis.sections.pages.overview import overview
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.regions.page import by_region
from analysis.sections.pages.regions.profile import region_profile
from analysis.sections.pages.stories import stories
from analysis.sections.pages.themes.groups import term_group, term_groups
from analysis.sections.pages.themes.page import by_theme
from analysis.sections.pages.themes.profile import term_profile
from analysis.sections.pages.toolkit import toolkit
from analysis.selection import Selection
from analysis.words import Translator

PLAIN: Mapping[str, Callable[[Tables, Selection, Translator, str | None], Section | None]] = {
    "overview": overview,
    "events": events,
    "stories": stories,
    "clusters": clusters,
    "toolkit": toolkit,
    "region": region_profile,
}
"""The sections without variants."""
SECTIONS = ("overview", "regions", "themes", "events", "stories", "clusters", "toolkit", "region", "term", "news")
"""``region`` needs one selected region, ``term`` one theme or priority, ``news`` an earlier revision."""
VARIANTS = {"regions": "measure", "themes": "group", "term": "group"}
"""By section with variants: the parameter of a page's address that names the variant."""


def section_names(tables: Tables, words: Translator) -> tuple[str, ...]:
    """The name of every section and of every variant: "regions", "regions:events"."""
    terms = tuple(each.key for each in term_groups(tables, words))
    variants = {"regions": MEASURES, "themes": terms, "term": terms}
    return tuple(name for key in SECTIONS for name in (key, *(f"{key}:{variant}" for variant in variants.get(key, ()))))


def section(name: str, context: ReportContext, selection: Selection) -> Section | None:
    """The section of a name; None if there is none of that name, or nothing to make it of."""
    key, _, variant = name.partition(":")
    tables, words, today = context.tables, context.words, context.today
    if key == "regions" and variant in ("", *MEASURES):
        return by_region(tables, selection, words, today, variant or MEASURES[0])
    if key == "themes" and variant in ("", *(each.key for each in term_groups(tables, words))):
        return by_theme(tables, selection, words, term_group(tables, words, variant), today)
    if key == "term":
        return term_profile(tables, selection, words, term_group(tables, words, variant), today)
    if key == "news" and not variant and context.baseline:
        return changes_since(context, context.baseline, selection)
    return PLAIN[key](tables, selection, words, today) if key in PLAIN and not variant else None
