"""A section that compares, and below it what it says of one thing, or of several beside each other."""

from collections.abc import Iterable

import streamlit as st

from analysis.sections import Section
from pages.parts.charts import chart_card, download_menu, html_table
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.section import item_cards


def coverage(view: PageContext, section: Section) -> None:
    """The owner's words on what the rows are a part of, above all that compares."""
    if section.coverage:
        html.show("coverage", view.words, section=section)


def show(view: PageContext, section: Section, rows: Iterable[int], detail: Section | None) -> None:
    """The charts, ``rows`` of them in each row, the detail, the section's lists.

    A detail with numbers is the profile of one thing; another compares several in a table and by year.
    """
    _charts(view, section, rows)
    if detail and detail.metrics:
        html.show("profile", view.words, detail=detail, menu=download_menu.offer_numbers(view, detail))
        _charts(view, detail, (2,))
        item_cards.show(view, detail.lists)
    elif detail:
        for each in detail.rows:
            offered = download_menu.offer(view, detail, each)
            with st.container(key=f"rows_{detail.key}"):
                html.show("chart-head", view.words, title=each.title, subtitle=detail.subtitle, empty="")
                html_table.show(each.table, each.fields, each.title, view.words)
                html.show("rule", view.words, sentence="", rule=each.rule, menu=offered)
        _charts(view, detail, (1,))
    item_cards.show(view, section.lists)


def _charts(view: PageContext, section: Section, rows: Iterable[int]) -> None:
    left = list(section.charts)
    for line, number in enumerate(rows):
        row, left = left[:number], left[number:]
        if not row:
            break
        with st.container(key=f"beside-{section.key}-{line}"):
            for chart in row:
                chart_card.show(view, section, chart)
