"""First steps: what a cluster is, a path of one's own through the toolkit, the checklist of a cluster, the glossary."""

from analysis.schema import Tables
from analysis.sections.context.section_context import section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Section
from analysis.sections.pages.start.checklist import checklist
from analysis.sections.pages.start.path_choice import PathChoice
from analysis.sections.pages.start.path_list import path_list
from analysis.sections.pages.start.term_lists import term_lists
from analysis.sections.pages.toolkit.examples import contacts
from analysis.selection import Selection
from analysis.words import Translator


def first_steps(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    choice: PathChoice | None = None,
) -> Section:
    """The section of the first steps.

    ``tables`` is what a path is made of; of the ``selection`` only the regions count. ``words`` is the language,
    ``today`` an ISO day, ``choice`` what the path is for and how long it may take.
    """
    context = section_context(tables, Selection(regions=selection.regions), words, today)
    path, helpers = path_list(context, choice or PathChoice()), contacts(context)
    return Section(
        key="start",
        title=words("start.title"),
        filter_summary=filter_summary(context, ("stories", "events"), ("stories",)),
        sentences=(words("start.lead"), words("toolkit.time_rule")),
        lists=(path, *([helpers] if helpers.items else []), checklist(words), *term_lists(words)),
    )
