"""A section on a page: numbers, sentence, charts with their tables, lists, rows."""

import streamlit as st

from analysis.sections import Section
from pages.parts import cards, entries, markup, number_menu, rows
from pages.parts.view import View

ASIDE = ("freshness",)
"""Lists that stand beside the owner's words on the data."""


def show(view: View, section: Section) -> None:
    """Show a section from top to bottom."""
    glance(view, section)
    pictures(view, section)
    for each in section.rows:
        rows.card(view, section, each)


def glance(view: View, section: Section) -> None:
    """The numbers and the sentence."""
    offered = number_menu.offer(view, section)
    markup.show("glance", view.words, numbers=section.numbers, text=section.sentence, menu=offered, tallest=34)


def pictures(view: View, section: Section) -> None:
    """The cards of the charts, and the lists."""
    charts(view, section)
    listings(view, section)


def charts(view: View, section: Section) -> None:
    """The chart that answers first, large, the others in pairs."""
    with st.container(key="beside-first"):
        for chart in section.charts:
            cards.chart(view, section, chart)


def listings(view: View, section: Section) -> None:
    """Lists of what is new at the left, what is told of the data at the right; without lists that alone."""
    lists = [(each, entries.entries(view, each.items)) for each in section.listings]
    wide = [each for each in lists if each[0].key not in ASIDE]
    aside = [each for each in lists if each[0].key in ASIDE]
    markup.show("listings", view.words, section=section, wide=wide, aside=aside)
