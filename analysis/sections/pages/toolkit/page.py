"""The toolkit for newcomers: the themes as doors, what to start with, materials by kind, what a theme leads on to."""

import pandas as pd

from analysis.measures.counts import total
from analysis.schema import Tables
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Section
from analysis.sections.pages.toolkit.doors import TABLES, theme_cards
from analysis.sections.pages.toolkit.examples import contacts, example_clusters
from analysis.sections.pages.toolkit.material_choice import MaterialChoice
from analysis.sections.pages.toolkit.material_lists import material_lists, newest
from analysis.sections.records.toolkit_gaps import toolkit_gaps
from analysis.selection import Selection
from analysis.words import Translator


def toolkit(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    choice: MaterialChoice | None = None,
    links: LinkAnswers | None = None,
) -> Section:
    """The section of the toolkit; if a theme is chosen, with its stories, events, clusters and contacts.

    ``tables`` and ``selection`` are what is shown, ``words`` the language, ``today`` an ISO day; ``choice`` limits the
    materials further, ``links`` is what became of asking them.
    """
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    every = tables["materials"].loc[context.filtered["materials"].index]
    materials = choice.narrowed(every) if choice else every
    lists = material_lists(context, materials)
    at = next((place for place, each in enumerate(lists) if each.is_closed), len(lists))
    return Section(
        key="toolkit",
        title=words("toolkit.title"),
        filter_summary=filter_summary(context, TABLES, ("materials",)),
        sentences=_sentences(context, every, materials),
        lists=(*lists[:at], *_further(context), *lists[at:], *toolkit_gaps(context, links)),
        coverage=coverage.text,
        coverage_language=coverage.language,
        theme_cards=theme_cards(context),
    )


def _sentences(context: SectionContext, every: pd.DataFrame, materials: pd.DataFrame) -> tuple[str, ...]:
    """How many materials there are, how many the choice leaves, and how their times are told."""
    words = context.words
    if len(materials) < len(every):
        n, of = words.number(len(materials)), words.number(len(every))
        return words("toolkit.narrowed", n=n, total=of), words("toolkit.time_rule")
    if len(materials):
        count, online = words.plural("sections.materials_n", len(materials)), int(materials["link"].notna().sum())
        return (words("toolkit.sentence", materials=count, online=words.number(online)),)
    if any(total(records) for records in context.filtered.values()):
        return (words("toolkit.none"),)
    return nothing_to_show(context)


def _further(context: SectionContext) -> tuple[ItemList, ...]:
    """If a theme is chosen: its stories and events, clusters and contacts as far as there are any."""
    if not context.selection.themes:
        return ()
    further = (example_clusters(context), contacts(context))
    return (newest(context, "stories"), newest(context, "events"), *(each for each in further if each.items))
