"""The toolkit and the first steps on their pages, and the way to them from the overview."""

import streamlit as st

from analysis.html_parts import first_steps as steps
from analysis.html_parts import toolkit as guide
from analysis.html_parts.page_context import PageContext
from analysis.sections import first_steps, toolkit
from pages.parts.core import html
from pages.parts.filters import filter_bar
from pages.parts.section import item_cards
from pages.parts.shell import frame


def show_toolkit(page: PageContext) -> None:
    """The themes as doors, the filters, the choices of materials, the lists, where to go next."""
    section = page.build(toolkit, page.today, choice=guide.choice_of(page), links=page.links)
    frame.heading(page, section.title)
    item_cards.show_themes(page, section)
    filter_bar.show(page, section)
    html.put(*guide.before_lists(page, section), *guide.lists(page, section))
    html.show("owner-note", page.words, section=section)


def show_first_steps(page: PageContext) -> None:
    """The choices of a path, the path, the checklist, the glossary."""
    section = page.build(first_steps, page.today, choice=steps.choice_of(page))
    frame.heading(page, section.title)
    html.put(*steps.parts(page, section))


def show_newcomer_door(page: PageContext) -> None:
    """The way to the first steps and the toolkit for somebody who is new."""
    text = steps.newcomer_door(page)
    with st.container(key="newcomer"):
        html.put(text)
