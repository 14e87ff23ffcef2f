"""A section on a page: numbers, sentence, charts with their tables, lists, rows."""

import streamlit as st

from analysis.sections import Section
from pages.parts import cards, entries, markup, menu, rows
from pages.parts.view import View

ASIDE = ("freshness",)
"""Lists that are shown beside the owner's words on the data."""


def show(view: View, section: Section) -> None:
    """Show a section from top to bottom."""
    glance(view, section)
    pictures(view, section)
    for each in section.rows:
        rows.card(view, section, each)


def glance(view: View, section: Section) -> None:
    """The numbers and the sentence."""
    offered = menu.offer_numbers(view, section)
    markup.show("glance", view.words, numbers=section.numbers, text=section.sentence, menu=offered, tallest=34)


def pictures(view: View, section: Section) -> None:
    """The cards of the charts, the first one large and the others in pairs, then the lists: what is new at the left,
    the owner's words on the data at the right."""
    with st.container(key="beside-first"):
        for chart in section.charts:
            cards.chart(view, section, chart)
    lists = [(each, entries.entries(view, each.items)) for each in section.listings]
    wide = [each for each in lists if each[0].key not in ASIDE]
    aside = [each for each in lists if each[0].key in ASIDE]
    markup.show("list-columns", view.words, section=section, wide=wide, aside=aside)
