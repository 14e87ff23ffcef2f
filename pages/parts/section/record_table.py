"""The rows of a section as a card, a hundred at a time: searched, as a table or as cards."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from analysis.html_parts import html_table, item_lists
from analysis.html_parts.page_context import PageContext
from analysis.sections import RecordTable, Section
from pages.parts.charts import download_menu
from pages.parts.core import html, url_state

CARDS, TABLE = "cards", "table"
COUNTS = {CARDS: 12, TABLE: 100}
"""By form: how many rows are shown at a time."""
PLACE, FORM = "rows_place", "form_rows"
"""Keys of the session: state of the page and first row that is shown of it, and the form that the reader wants."""
SEARCH = "search"
"""Parameter of the address."""
BOX = "search_rows"
"""Key of the box; that of the search of the whole service is ``search``."""
Make = Callable[..., RecordTable]
"""Makes rows of tables, selection, words and what else: ``count`` of a ``search`` (empty: all), ``first`` on."""


def show(page: PageContext, section: Section, rows: RecordTable) -> None:
    """The card of these rows."""
    with st.container(key=f"rows_{section.key}"):
        html.show("chart-head", page.words, title=rows.title, subtitle="", empty="" if rows.total else rows.empty)
        if rows.total:
            _show_rows(page, section, rows, TABLE, lambda: rows)


def show_searchable(
    page: PageContext, section: Section, title: str, make: Make, *args: Any, cards: bool = False
) -> None:
    """A card on the page of all rows that ``make`` gives, with a search box and the way to those before and after.

    ``section`` is the one that the rows belong to, ``title`` the heading of the card. ``args`` is what ``make`` takes
    beside tables, selection and words. ``cards``: the rows are cards at first, and a table if the reader asks for it.
    """
    with st.container(key=f"rows_{section.key}"):
        form = _show_head(page, section, title, cards)
        query = _search_box(page)
        rows = _window(page, section, query, partial(page.build, make, *args), COUNTS[form])
        if rows.total:
            matches = partial(make, page.tables, page.selection, page.words, *args, search=query, first=0)
            _show_rows(page, section, rows, form, lambda: matches(count=rows.total))
        else:
            html.show("notice", page.words, text=rows.empty)


def _show_head(page: PageContext, section: Section, title: str, cards: bool) -> str:
    """The heading, and the buttons of both forms if there are ``cards``; the form."""
    words = page.words
    with st.container(key=f"head-rows-{section.key}", horizontal=True, vertical_alignment="top"):
        html.show("chart-head", words, title=title, subtitle="", empty="")
        if not cards:
            return TABLE
        with st.container(key="view-rows", width="content"):
            return st.segmented_control(
                words("items.view"),
                (CARDS, TABLE),
                default=CARDS,
                required=True,
                format_func=lambda each: words(f"items.view_{each}"),
                key=FORM,
                label_visibility="collapsed",
            )


def _search_box(page: PageContext) -> str:
    """The box, which lives in the address, and beside it the way out of a search; the query, empty without one."""
    query, words = page.address.of(SEARCH) or "", page.words
    url_state.set_widget(BOX, query)
    with st.container(key="search-row", horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            words("items.search"),
            key=BOX,
            on_change=lambda: url_state.change(search=st.session_state[BOX].strip() or None),
            width=360,
        )
        if query:
            label, none = words("items.clear_search"), {SEARCH: None}
            st.button(label, key="search_clear", type="tertiary", on_click=url_state.change, kwargs=none)
    return query


def _window(page: PageContext, section: Section, query: str, make: Make, count: int) -> RecordTable:
    """``count`` of the rows of a query, from where the reader is on; the section's own rows at the start."""
    state, first = st.session_state.get(PLACE, ("", 0))
    first = first if state == page.state() else 0
    if not query and not first and count == COUNTS[TABLE]:
        return section.rows[0]
    rows = make(search=query, first=first, count=count)
    return rows if rows.first < rows.total or not rows.first else make(search=query, first=0, count=count)


def _show_rows(
    page: PageContext, section: Section, rows: RecordTable, form: str, all_rows: Callable[[], RecordTable]
) -> None:
    """The rows in their form, the menu of files (of all rows, by ``all_rows``), the way to those before and after."""
    words, count = page.words, COUNTS[form]
    if form == CARDS:
        html.show("item-cards", words, entries=item_lists.listed_items(page, rows.items))
    else:
        html.put(html_table.record_table(page, rows))
    with st.container(key=f"foot-rows-{section.key}", horizontal=True, vertical_alignment="bottom"):
        menu = download_menu.offer(page, section, rows, all_rows)
        html.show("rule", words, sentence="", rule=rows.rule, menu=menu, of=rows.title)
        for name, first in (("before", rows.first - count), ("after", rows.first + count)):
            if -count < first < rows.total:
                place = {PLACE: (page.state(), max(0, first))}
                label = html.widget_label(words(f"panel.{name}", n=count))
                st.button(label, key=f"step_{name}", on_click=st.session_state.update, kwargs=place)
