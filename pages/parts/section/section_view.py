"""A section on a page: its head, its charts and lists, a comparison with its detail, one row in full."""

from collections.abc import Iterable

import streamlit as st

from analysis.sections import Detail, Section
from pages.parts.charts import chart_card, download_menu, html_table
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext
from pages.parts.filters import filter_bar
from pages.parts.section import item_cards
from pages.parts.shell import frame

ASIDE = ("freshness",)
"""Lists that are shown beside the owner's words on the data."""


def show_head(page: PageContext, section: Section, item: str = "") -> None:
    """Heading, filters, the numbers at a glance and the sentence.

    ``item`` is the parameter of the address that names one row: if it names one that does not exist, say so.
    """
    frame.heading(page, section.title)
    if id := page.address.of(item):
        html.show("notice", page.words, text=page.words("items.missing", id=id))
    filter_bar.show(page, section)
    menu = download_menu.offer_numbers(page, section)
    html.show("glance", page.words, numbers=section.metrics, text=section.sentence, menu=menu, tallest=34)


def show_charts_and_lists(page: PageContext, section: Section) -> None:
    """The cards of the charts, the first one large and the others in pairs, then the lists: what is new at the left,
    the owner's words on the data at the right."""
    with st.container(key="beside-first"):
        for chart in section.charts:
            chart_card.show(page, section, chart)
    lists = [(each, item_cards.listed_items(page, each.items)) for each in section.lists]
    wide = [each for each in lists if each[0].key not in ASIDE]
    aside = [each for each in lists if each[0].key in ASIDE]
    html.show("list-columns", page.words, section=section, wide=wide, aside=aside)


def show_comparison(page: PageContext, section: Section, rows: Iterable[int], detail: Section | None) -> None:
    """The charts of a section that compares, its detail, and its lists.

    ``rows`` is the number of charts in each row. A detail with numbers is the profile of one thing; another compares
    several in a table and by year.
    """
    _chart_rows(page, section, rows)
    if detail and detail.metrics:
        html.show("profile", page.words, detail=detail, menu=download_menu.offer_numbers(page, detail))
        _chart_rows(page, detail, (2,))
        item_cards.show(page, detail.lists)
    elif detail:
        for each in detail.rows:
            menu = download_menu.offer(page, detail, each)
            with st.container(key=f"rows_{detail.key}"):
                html.show("chart-head", page.words, title=each.title, subtitle=detail.subtitle, empty="")
                html_table.show(each.table, each.fields, each.title, page.words)
                html.show("rule", page.words, sentence="", rule=each.rule, menu=menu)
        _chart_rows(page, detail, (1,))
    item_cards.show(page, section.lists)


def show_detail(page: PageContext, detail: Detail) -> None:
    """One row in full: its name as the page's heading, the way back to all, its facts, and its lists.

    The heading is in the place of the whole page's, so that the one replaces the other at once.
    """
    _, parameter = links.ITEM_PAGES[detail.row[0]]
    back = links.to(page.entry.key, page.address.with_page_parameters(**{parameter: None}))
    frame.heading(page, detail.title)
    html.show("back", page.words, link=back)
    report = links.report(page, detail.row, detail.title)
    with st.container(key="card-detail"):
        html.show("detail", page.words, detail=detail, report=report, share=links.share_buttons(page))
    item_cards.show(page, detail.listings)


def _chart_rows(page: PageContext, section: Section, rows: Iterable[int]) -> None:
    charts = list(section.charts)
    for line, number in enumerate(rows):
        row, charts = charts[:number], charts[number:]
        if not row:
            break
        with st.container(key=f"beside-{section.key}-{line}"):
            for chart in row:
                chart_card.show(page, section, chart)
