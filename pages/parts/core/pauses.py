"""Pauses of page scripts that let the browser draw sooner: what they wait for in Streamlit and in React."""

import time
from dataclasses import dataclass

import streamlit as st

ARRIVED = "arrived"
"""Key of the session: set once the first page of the reader's visit has ended."""


@dataclass(frozen=True)
class Pauses:
    """Seconds that a script waits; 0 is no pause.

    To measure what a pause is worth, give the functions ``NO_PAUSES``, or put it in the place of ``PAUSES``.

    ``pictures``: when new pictures are on their way. Streamlit sends every 5 ms what a page has made so far, but comes
    to it only when the page's own thread pauses; the browser then draws while the rest of the page is made.
    ``first_page``: at the end of the first page of a visit. If the scripts of its parts come a little after them, the
    browser shows these parts 300 ms later (React's limit) or with the next change, such as the end of a page.
    """

    pictures: float
    first_page: float


PAUSES = Pauses(pictures=0.045, first_page=0.1)
NO_PAUSES = Pauses(pictures=0, first_page=0)


def for_pictures(pauses: Pauses | None = None) -> None:
    """Wait until what the page has made so far is on its way."""
    time.sleep((pauses or PAUSES).pictures)


def for_first_page(pauses: Pauses | None = None) -> None:
    """Wait at the end of the first page of a visit; later pages do not wait."""
    if ARRIVED not in st.session_state:
        st.session_state[ARRIVED] = True
        time.sleep((pauses or PAUSES).first_page)
