"""The search box. What is searched for lives in the address, as the filters do."""

import streamlit as st

from pages.parts import reader
from pages.parts.view import View

KEY = "search"


def sought(view: View) -> str:
    """What is searched for; nothing where nothing is."""
    return view.address.of(KEY) or ""


def box(view: View) -> None:
    """The box, and beside it the way out of a search."""
    searched = sought(view)
    reader.set_widget(KEY, searched)
    with st.container(key="search-row", horizontal=True, vertical_alignment="bottom"):
        st.text_input(view.words("items.search"), key=KEY, on_change=_written, width=360)
        if searched:
            label = view.words("items.clear_search")
            st.button(label, key="search_clear", type="tertiary", on_click=_write, args=("",))


def _written() -> None:
    _write(st.session_state[KEY].strip())


def _write(text: str) -> None:
    reader.write(reader.address().showing(search=text or None))
