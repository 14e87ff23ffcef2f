"""The documents of the toolkit and of the first steps."""

from analysis.html_parts import first_steps as steps
from analysis.html_parts import item_lists
from analysis.html_parts import toolkit as guide
from analysis.html_parts.documents import section_blocks as blocks
from analysis.html_parts.documents.body_context import Blocks, BodyContext
from analysis.html_parts.documents.filter_form import filter_bar
from analysis.html_parts.documents.layout import element
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import first_steps, toolkit


def toolkit_body(page: PageContext, context: BodyContext) -> Blocks:
    """The themes as doors, the choices, the lists."""
    section = page.build(toolkit, page.today, choice=guide.choice_of(page), links=page.links)
    return [
        blocks.heading(page, section.title),
        element(item_lists.theme_cards(page, section)),
        filter_bar(page, section),
        *(element(each) for each in guide.before_lists(page, section)),
        *(element(each) for each in guide.lists(page, section)),
        element(render("owner-note", page.words, section=section)),
    ]


def start_body(page: PageContext, context: BodyContext) -> Blocks:
    """A path of the reader's own, the checklist, the glossary."""
    section = page.build(first_steps, page.today, choice=steps.choice_of(page))
    return [blocks.heading(page, section.title), *(element(each) for each in steps.parts(page, section))]
