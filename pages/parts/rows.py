"""The rows of a section as a card, a hundred at a time: searched for, as a table or as entries."""

from collections.abc import Callable
from typing import Protocol

import pandas as pd
import streamlit as st

from analysis.sections import Rows, Section
from pages.parts import download, entries, links, markup, search, table
from pages.parts.view import View

COUNT = 100
PLACE = "rows_place"
"""Where in the session the first row shown is kept, together with what it was shown of."""
CARDS, TABLE = "cards", "table"


class Make(Protocol):
    """Makes so many rows of a search (empty: all) from a position on."""

    def __call__(self, *, search: str, first: int, count: int) -> Rows: ...


def card(view: View, section: Section, given: Rows) -> None:
    """The card of rows as they are given."""
    with st.container(key=f"rows_{section.key}"):
        markup.show("chart-head", view.words, title=given.title, subtitle="", empty="" if given.total else given.empty)
        if given.total:
            _body(view, section, given, (given.items and CARDS) or TABLE, lambda: given)


def finder(view: View, section: Section, title: str, make: Make) -> None:
    """The card of all rows that ``make`` gives, with a search box and the way to those before and after."""
    with st.container(key=f"rows_{section.key}"):
        markup.show("chart-head", view.words, title=title, subtitle="", empty="")
        searched = search.box(view)
        shown = _shown(view, searched, make)
        if not shown.total:
            markup.show("notice", view.words, text=shown.empty)
            return
        form = _form(view) if shown.items else TABLE
        _body(view, section, shown, form, lambda: make(search=searched, first=0, count=shown.total))


def _body(view: View, section: Section, shown: Rows, form: str, whole: Callable[[], Rows]) -> None:
    if form == CARDS:
        markup.show("cards", view.words, entries=entries.entries(view, shown.items))
    else:
        table.show(_linked(view, section, shown), shown.fields, shown.title, view.words)
    with st.container(key=f"foot-rows-{section.key}", horizontal=True, vertical_alignment="bottom"):
        markup.show("rule", view.words, sentence="", rule=shown.rule)
        _step(view, shown, "before", -COUNT)
        _step(view, shown, "after", COUNT)
        download.csv(view, section, shown, whole)


def _linked(view: View, section: Section, shown: Rows) -> pd.DataFrame:
    if section.key not in links.ITEM_PAGES or "id" not in shown.table:
        return shown.table
    return shown.table.assign(link=[links.item(view, (section.key, id)) for id in shown.table["id"]])


def _form(view: View) -> str:
    words = view.words
    return st.segmented_control(
        words("items.view"),
        (CARDS, TABLE),
        default=CARDS,
        required=True,
        format_func=lambda each: words(f"items.view_{each}"),
        key="rows_form",
        label_visibility="collapsed",
    )


def _shown(view: View, searched: str, make: Make) -> Rows:
    of, first = st.session_state.get(PLACE, ("", 0))
    shown = make(search=searched, first=first if of == view.state else 0, count=COUNT)
    return shown if shown.first < shown.total or not shown.first else make(search=searched, first=0, count=COUNT)


def _step(view: View, shown: Rows, name: str, by: int) -> None:
    first = shown.first + by
    if -COUNT < first < shown.total:
        place = (view.state, max(0, first))
        label = view.words(f"panel.{name}", n=COUNT)
        st.button(label, key=f"rows_{name}", on_click=_go, args=(place,))


def _go(place: tuple[str, int]) -> None:
    st.session_state[PLACE] = place
