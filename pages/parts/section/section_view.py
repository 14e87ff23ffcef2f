"""A section on a page: its head, its charts and lists, a comparison with its detail, one row in full."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from analysis.html_parts import html_table, item_lists, links
from analysis.html_parts.page_context import PageContext
from analysis.sections import Detail, Section
from pages.parts.charts import chart_card, download_menu
from pages.parts.core import html
from pages.parts.filters import filter_bar
from pages.parts.section import item_cards
from pages.parts.shell import frame


def show_head(page: PageContext, section: Section, item: str = "") -> None:
    """Heading, filters, the numbers at a glance and the sentence.

    ``item`` is the parameter of the address that names one row: if it names one that does not exist, say so.
    """
    frame.heading(page, section.title)
    if id := page.address.of(item):
        html.show("notice", page.words, text=page.words("items.missing", id=id))
    filter_bar.show(page, section)
    menu = download_menu.offer_numbers(page, section)
    html.show(
        "glance", page.words, numbers=section.metrics, text=section.sentence, menu=menu, tallest=34, title=section.title
    )


def show_charts_and_lists(page: PageContext, section: Section) -> None:
    """The cards of the charts, the first one large and the others in pairs, then the lists: what is new at the left,
    the owner's words on the data at the right."""
    with st.container(key="beside-first"):
        for chart in (each for each in section.charts if each.key not in html_table.OPEN_TABLES):
            chart_card.show(page, section, chart)
    html.put(item_lists.list_columns(page, section))
    for chart in (each for each in section.charts if each.key in html_table.OPEN_TABLES):
        chart_card.show(page, section, chart)


def show_comparison(page: PageContext, section: Section, rows: Iterable[int], detail: Section | None) -> None:
    """The charts of a section that compares, its detail, and its lists, of which those that are shut come first.

    ``rows`` is the number of charts in each row. A detail with numbers is the profile of one thing; another compares
    several in a table, which comes before the charts that are harder to read, and by year.
    """
    first, rest = tuple(rows), section
    item_cards.show(page, tuple(each for each in section.lists if each.is_closed))
    if detail and not detail.metrics:
        _chart_rows(page, section, first[:1])
        show_tables(page, detail)
        first, rest = first[1:], replace(section, charts=section.charts[first[0] :])
    _chart_rows(page, rest, first)
    if detail and detail.metrics:
        html.show("profile", page.words, detail=detail, menu=download_menu.offer_numbers(page, detail))
        _chart_rows(page, detail, (2,))
        item_cards.show(page, detail.lists)
    elif detail:
        _chart_rows(page, detail, (1,))
    item_cards.show(page, tuple(each for each in section.lists if not each.is_closed))


def show_tables(page: PageContext, section: Section) -> None:
    """All rows of a section, a card with its rule and its menu of files for each table."""
    for each in section.rows:
        menu = download_menu.offer(page, section, each)
        with st.container(key=f"rows_{'_'.join(dict.fromkeys((section.key, each.key)))}"):
            html.show("chart-head", page.words, title=each.title, subtitle=section.subtitle, empty="")
            html.put(html_table.table(each.table, each.fields, each.title, page.words))
            html.show("rule", page.words, sentence="", rule=each.rule, menu=menu, of=each.title)


def show_detail(page: PageContext, detail: Detail) -> None:
    """One row in full: its name as the page's heading, the way back to all, its facts, and its lists.

    The heading is in the place of the whole page's, so that the one replaces the other at once.
    """
    _, parameter = links.ITEM_PAGES[detail.row[0]]
    back = links.to(page.entry.key, page.address.with_page_parameters(**{parameter: None}))
    frame.heading(page, detail.title)
    html.show("back", page.words, link=back)
    with st.container(key="card-detail"):
        html.put(item_lists.detail_card(page, detail))
    item_cards.show(page, detail.listings)


def _chart_rows(page: PageContext, section: Section, rows: Iterable[int]) -> None:
    charts = list(section.charts)
    for number in rows:
        row, charts = charts[:number], charts[number:]
        if not row:
            break
        with st.container(key=f"beside-{section.key}-{row[0].key}"):
            for chart in row:
                chart_card.show(page, section, chart)
