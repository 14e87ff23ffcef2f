"""The rows of a section as a card, a hundred at a time: query for, as a table or as entries."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis.sections import RecordTable, Section
from pages.parts.charts import download_menu, html_table
from pages.parts.core import error_report_link, html, links, result_cache
from pages.parts.core.page_context import PageContext
from pages.parts.filters import search_box
from pages.parts.section import item_cards

CARDS, TABLE = "cards", "table"
COUNTS = {CARDS: 12, TABLE: 100}
"""By form: how many rows are shown at a time."""
PLACE, FORM = "rows_place", "form_rows"
"""Keys of the session: the first row shown, with what it was shown of, and the form that the reader wants."""


Make = Callable[..., RecordTable]
"""Makes rows of tables, selection, words and what else: ``count`` of a ``search`` (empty: all), ``first`` on."""


def show(view: PageContext, section: Section, rows: RecordTable) -> None:
    """The card of these rows."""
    with st.container(key=f"rows_{section.key}"):
        html.show("chart-head", view.words, title=rows.title, subtitle="", empty="" if rows.total else rows.empty)
        if rows.total:
            _body(view, section, rows, TABLE, lambda: rows)


def searchable_table(
    view: PageContext, section: Section, title: str, make: Make, *args: Any, cards: bool = False
) -> None:
    """The card of all rows that ``make`` gives, with a search box and the way to those before and after.

    ``args`` is what it takes beside tables, selection and words. ``cards``: the rows are cards at first, and a table if
    the reader asks for it.
    """
    with st.container(key=f"rows_{section.key}"):
        form = _head(view, section, title, cards)
        query = search_box.show(view)
        shown = _window(view, section, query, partial(result_cache.cached_section, view, make, *args), COUNTS[form])
        if shown.total:
            all_of_it = partial(make, view.tables, view.selection, view.words, *args, search=query, first=0)
            _body(view, section, shown, form, lambda: all_of_it(count=shown.total))
        else:
            html.show("notice", view.words, text=shown.empty)


def _head(view: PageContext, section: Section, title: str, cards: bool) -> str:
    words = view.words
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


def _body(view: PageContext, section: Section, shown: RecordTable, form: str, whole: Callable[[], RecordTable]) -> None:
    """The rows in their form, the menu of files (of all rows, by ``whole``), and the way to those before and after."""
    if form == CARDS:
        html.show("item-cards", view.words, entries=item_cards.with_addresses(view, shown.items))
    else:
        reports = tuple(error_report_link.link(view, item.row, item.what) for item in shown.items if item.row)
        html_table.show(_with_links(view, shown), shown.fields, shown.title, view.words, reports, stacked=True)
    with st.container(key=f"foot-rows-{section.key}", horizontal=True, vertical_alignment="bottom"):
        offered = download_menu.offer(view, section, shown, whole)
        html.show("rule", view.words, sentence="", rule=shown.rule, menu=offered)
        _step(view, shown, "before", -COUNTS[form])
        _step(view, shown, "after", COUNTS[form])


def _with_links(view: PageContext, shown: RecordTable) -> pd.DataFrame:
    if shown.key not in links.ITEM_PAGES or "id" not in shown.table:
        return shown.table
    addresses = [links.item(view, (shown.key, id)) for id in shown.table["id"]]
    return shown.table.assign(link=pd.Series(addresses, dtype="str"))


def _window(view: PageContext, section: Section, query: str, make: Make, count: int) -> RecordTable:
    """``count`` of the rows that are searched for, from where the reader is on; the section's own at the start."""
    of, first = st.session_state.get(PLACE, ("", 0))
    first = first if of == view.state else 0
    if not query and not first and count == COUNTS[TABLE]:
        return section.rows[0]
    shown = make(search=query, first=first, count=count)
    return shown if shown.first < shown.total or not shown.first else make(search=query, first=0, count=count)


def _step(view: PageContext, shown: RecordTable, name: str, by: int) -> None:
    first = shown.first + by
    if -abs(by) < first < shown.total:
        place = (view.state, max(0, first))
        label = view.words(f"panel.{name}", n=abs(by))
        st.button(label, key=f"step_{name}", on_click=_go, args=(place,))


def _go(place: tuple[str, int]) -> None:
    st.session_state[PLACE] = place
