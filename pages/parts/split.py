"""A section that compares, and below it what it says of one thing, or of several beside each other."""

from collections.abc import Iterable

import streamlit as st

from analysis.sections import Listing, Rows, Section
from pages.parts import cards, entries, markup, menu, number_menu, table
from pages.parts.view import View


def coverage(view: View, section: Section) -> None:
    """The owner's words on what the rows are a part of, above all that compares."""
    if section.coverage:
        markup.show("coverage", view.words, section=section)


def show(view: View, section: Section, rows: Iterable[int], detail: Section | None) -> None:
    """The charts, so many in each row, the detail, the section's lists."""
    _charts(view, section, rows)
    if detail and detail.numbers:
        profile(view, detail)
    elif detail:
        compared(view, detail)
    _listings(view, section.listings)


def profile(view: View, detail: Section) -> None:
    """One thing: what it is, its numbers, its charts and its lists."""
    markup.show("profile", view.words, detail=detail, menu=number_menu.offer(view, detail))
    _charts(view, detail, (2,))
    _listings(view, detail.listings)


def compared(view: View, detail: Section) -> None:
    """Several things: a table of all measures, and their years beside each other."""
    for each in detail.rows:
        _table(view, detail, each)
    _charts(view, detail, (1,))


def _charts(view: View, section: Section, rows: Iterable[int]) -> None:
    left = list(section.charts)
    for line, number in enumerate(rows):
        row, left = left[:number], left[number:]
        if not row:
            break
        with st.container(key=f"beside-{section.key}-{line}"):
            for chart in row:
                cards.chart(view, section, chart)


def _table(view: View, section: Section, given: Rows) -> None:
    offered = menu.offer(view, section, given)
    with st.container(key=f"rows_{section.key}"):
        markup.show("chart-head", view.words, title=given.title, subtitle=section.subtitle, empty="")
        table.show(given.table, given.fields, given.title, view.words)
        markup.show("rule", view.words, sentence="", rule=given.rule, menu=offered)


def _listings(view: View, listings: tuple[Listing, ...]) -> None:
    for each in listings:
        entries.card(view, each)
