"""The rows of a section as a card, a hundred at a time."""

import streamlit as st

from analysis.sections import Rows, Section, event_rows
from pages.parts import download, markup, table
from pages.parts.view import View

COUNT = 100
PLACE = "rows_place"
"""Where in the session the first row shown is kept, together with what it was shown of."""


def card(view: View, section: Section, given: Rows) -> None:
    """The card of the rows that begin with ``given``, with the way to those before and after."""
    shown = _shown(view, given)
    with st.container(key=f"rows_{section.key}"):
        markup.show("chart-head", view.words, title=given.title, subtitle="", empty="" if given.total else given.empty)
        if given.total:
            table.show(shown.table, shown.fields, given.title, view.words)
            with st.container(key=f"foot-rows-{section.key}", horizontal=True, vertical_alignment="bottom"):
                markup.show("rule", view.words, sentence="", rule=shown.rule)
                _step(view, shown, "before", -COUNT)
                _step(view, shown, "after", COUNT)
                download.csv(view, section, given, lambda: _all(view, given))


def _shown(view: View, given: Rows) -> Rows:
    of, first = st.session_state.get(PLACE, (None, 0))
    if of != view.state or not 0 < first < given.total:
        return given
    return event_rows(view.tables, view.selection, view.words, first, COUNT)


def _step(view: View, shown: Rows, name: str, by: int) -> None:
    first = shown.first + by
    if -COUNT < first < shown.total:
        place = (view.state, max(0, first))
        label = view.words(f"panel.{name}", n=COUNT)
        st.button(label, key=f"rows_{name}", on_click=_go, args=(place,))


def _go(place: tuple[str, int]) -> None:
    st.session_state[PLACE] = place


def _all(view: View, given: Rows) -> Rows:
    return event_rows(view.tables, view.selection, view.words, 0, given.total)
