"""The sections by name: what presentations, embeds, reports and tests iterate over.

A name may go on with a colon: what regions are compared by (`region_measures.MEASURES`), or which group of terms is
shown (`terms.groups`): "regions:participants", "themes:cluster-themes".
"""

from collections.abc import Callable, Mapping

from analysis.schema import Tables
from analysis.sections.basis import Basis
from analysis.sections.by_region import by_region
from analysis.sections.by_theme import by_theme
from analysis.sections.clusters import clusters
from analysis.sections.events import events
from analysis.sections.news import news
from analysis.sections.overview import overview
from analysis.sections.region_measures import MEASURES
from analysis.sections.region_profile import region_profile
from analysis.sections.section import Section
from analysis.sections.stories import stories
from analysis.sections.term_profile import term_profile
from analysis.sections.terms import group, groups
from analysis.sections.toolkit import toolkit
from analysis.selection import Selection
from analysis.words import Words

Maker = Callable[[Basis, Selection, str], Section | None]


def _regions(basis: Basis, selection: Selection, variant: str) -> Section | None:
    measure = variant or MEASURES[0]
    return by_region(basis.tables, selection, basis.words, basis.today, measure) if measure in MEASURES else None


def _themes(basis: Basis, selection: Selection, variant: str) -> Section | None:
    if variant and variant not in {each.key for each in groups(basis.tables, basis.words)}:
        return None
    return by_theme(basis.tables, selection, basis.words, group(basis.tables, basis.words, variant), basis.today)


def _region(basis: Basis, selection: Selection, variant: str) -> Section | None:
    return None if variant else region_profile(basis.tables, selection, basis.words, basis.today)


def _term(basis: Basis, selection: Selection, variant: str) -> Section | None:
    terms = group(basis.tables, basis.words, variant)
    return term_profile(basis.tables, selection, basis.words, terms, basis.today)


def _news(basis: Basis, selection: Selection, variant: str) -> Section | None:
    return None if variant or not basis.earlier else news(basis, basis.earlier, selection)


def _plain(make: Callable[..., Section]) -> Maker:
    def made(basis: Basis, selection: Selection, variant: str) -> Section | None:
        return None if variant else make(basis.tables, selection, basis.words, basis.today)

    return made


SECTIONS: Mapping[str, Maker] = {
    "overview": _plain(overview),
    "regions": _regions,
    "themes": _themes,
    "events": _plain(events),
    "stories": _plain(stories),
    "clusters": _plain(clusters),
    "toolkit": _plain(toolkit),
    "region": _region,
    "term": _term,
    "news": _news,
}
"""``region`` wants one region chosen and ``term`` one theme or priority; ``news`` wants an earlier revision."""

VARIANTS = {"regions": "measure", "themes": "group", "term": "group"}
"""Of sections that come in variants: what of a page's address names the variant."""


def section_names(tables: Tables, words: Words) -> tuple[str, ...]:
    """The name of every section, and of those that come in variants each of them: "regions", "regions:events"."""
    terms = tuple(each.key for each in groups(tables, words))
    variants = {"regions": MEASURES, "themes": terms, "term": terms}
    return tuple(name for key in SECTIONS for name in (key, *(f"{key}:{variant}" for variant in variants.get(key, ()))))


def section(name: str, basis: Basis, selection: Selection) -> Section | None:
    """The section of a name; None where there is none of that name, or nothing that it could be made of."""
    key, _, variant = name.partition(":")
    make = SECTIONS.get(key)
    return make(basis, selection, variant) if make else None
