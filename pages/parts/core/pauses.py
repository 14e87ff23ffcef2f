"""Pauses of page scripts that let the browser draw sooner: what they wait for in Streamlit and in React.

``tests/bench/without_pause.py`` starts the dashboard without one of them: `make bench` prints what each is worth.
"""

import time

import streamlit as st

PAUSES = {"pictures": 0.045, "first_page": 0.1}
"""Seconds that a script waits, by pause; 0 is no pause.

``pictures``: when new pictures are on their way. Streamlit sends every 5 ms what a page has made so far, but comes to
it only when the page's own thread pauses; the browser then draws while the rest of the page is made.
``first_page``: at the end of the first page of a visit. If the scripts of its parts come a little after them, the
browser shows these parts 300 ms later (React's limit) or with the next change, such as the end of a page.
"""
ARRIVED = "arrived"
"""Key of the session: set once the first page of the reader's visit has ended."""


def for_pictures() -> None:
    """Wait until what the page has made so far is on its way."""
    time.sleep(PAUSES["pictures"])


def for_first_page() -> None:
    """Wait at the end of the first page of a visit; later pages do not wait."""
    if ARRIVED not in st.session_state:
        st.session_state[ARRIVED] = True
        time.sleep(PAUSES["first_page"])
