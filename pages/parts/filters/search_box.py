"""The search box. What is searched for lives in the address, as the filters do."""

import streamlit as st

from pages.parts.core import url_state
from pages.parts.core.page_context import PageContext

KEY = "search"


def show(view: PageContext) -> str:
    """The box, and beside it the way out of a search; what is searched for, empty if nothing is."""
    text = view.address.of(KEY) or ""
    url_state.set_widget(KEY, text)

    def write(*, empty: bool) -> None:
        wanted = "" if empty else st.session_state[KEY].strip()
        url_state.write(url_state.address().with_page_parameters(search=wanted or None))

    with st.container(key="search-row", horizontal=True, vertical_alignment="bottom"):
        st.text_input(view.words("items.search"), key=KEY, on_change=write, kwargs={"empty": False}, width=360)
        if text:
            label = view.words("items.clear_search")
            st.button(label, key="search_clear", type="tertiary", on_click=write, kwargs={"empty": True})
    return text
