"""A section on a page: numbers, sentence, charts with their tables, lists, rows."""

import streamlit as st

from analysis.sections import Section
from pages.parts.charts import chart_card, download_menu
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.section import item_cards, record_table

ASIDE = ("freshness",)
"""Lists that are shown beside the owner's words on the data."""


def show(view: PageContext, section: Section) -> None:
    """Show a section from top to bottom."""
    numbers_and_sentence(view, section)
    charts_and_lists(view, section)
    for each in section.rows:
        record_table.show(view, section, each)


def numbers_and_sentence(view: PageContext, section: Section) -> None:
    """The numbers and the sentence."""
    offered = download_menu.offer_numbers(view, section)
    html.show("glance", view.words, numbers=section.metrics, text=section.sentence, menu=offered, tallest=34)


def charts_and_lists(view: PageContext, section: Section) -> None:
    """The cards of the charts, the first one large and the others in pairs, then the lists: what is new at the left,
    the owner's words on the data at the right."""
    with st.container(key="beside-first"):
        for chart in section.charts:
            chart_card.show(view, section, chart)
    lists = [(each, item_cards.with_addresses(view, each.items)) for each in section.lists]
    wide = [each for each in lists if each[0].key not in ASIDE]
    aside = [each for each in lists if each[0].key in ASIDE]
    html.show("list-columns", view.words, section=section, wide=wide, aside=aside)
