"""A section that compares, and below it what it says of one thing, or of several beside each other."""

from collections.abc import Iterable

import streamlit as st

from analysis.sections import Section
from pages.parts import cards, entries, markup, menu, table
from pages.parts.view import PageContext


def coverage(view: PageContext, section: Section) -> None:
    """The owner's words on what the rows are a part of, above all that compares."""
    if section.coverage:
        markup.show("coverage", view.words, section=section)


def show(view: PageContext, section: Section, rows: Iterable[int], detail: Section | None) -> None:
    """The charts, ``rows`` of them in each row, the detail, the section's lists.

    A detail with numbers is the profile of one thing; another compares several in a table and by year.
    """
    _charts(view, section, rows)
    if detail and detail.metrics:
        markup.show("profile", view.words, detail=detail, menu=menu.offer_numbers(view, detail))
        _charts(view, detail, (2,))
        entries.show(view, detail.lists)
    elif detail:
        for each in detail.rows:
            offered = menu.offer(view, detail, each)
            with st.container(key=f"rows_{detail.key}"):
                markup.show("chart-head", view.words, title=each.title, subtitle=detail.subtitle, empty="")
                table.show(each.table, each.fields, each.title, view.words)
                markup.show("rule", view.words, sentence="", rule=each.rule, menu=offered)
        _charts(view, detail, (1,))
    entries.show(view, section.lists)


def _charts(view: PageContext, section: Section, rows: Iterable[int]) -> None:
    left = list(section.charts)
    for line, number in enumerate(rows):
        row, left = left[:number], left[number:]
        if not row:
            break
        with st.container(key=f"beside-{section.key}-{line}"):
            for chart in row:
                cards.show(view, section, chart)
