"""The reader's address: language, filters, revision and page parameters, read, changed and passed to the browser."""

from dataclasses import replace

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import known_address
from analysis.schema import LANGUAGES
from analysis.selection import Address, Selection
from analysis.words import DEFAULT_LANGUAGE, Translator, translator

PENDING_ADDRESS = "pending_address"
"""Key of the session: an address that the browser does not have yet, with the one that it follows."""


def query() -> dict[str, str]:
    """The query of the address: the one that the browser does not have yet, if there is one."""
    current = st.query_params.to_dict()
    before, after = st.session_state.get(PENDING_ADDRESS, (None, {}))
    return after if before == current else current


def address() -> Address:
    """The address of the page; an unknown language counts as none."""
    return known_address(query())


def words() -> Translator:
    """The words in the language of the address, else in that of the settings, else in Finnish."""
    language = address().language or app_services().settings.language
    return translator(next((each for each in LANGUAGES if each == language), DEFAULT_LANGUAGE))


def change(filters: Selection | None = None, /, **parameters: str | None) -> None:
    """Change the filters or parameters of the page in the address; None as a parameter removes it.

    A click does so before the page is made; the browser gets the address after its pictures
    (`update_browser_address`).
    """
    target = address().with_page_parameters(**parameters)
    if filters is not None:
        target = replace(target, selection=filters)
    st.session_state[PENDING_ADDRESS] = (st.query_params.to_dict(), target.query())


def update_browser_address() -> None:
    """Pass a changed address to the browser. That holds it up as long as a picture does, so pictures go first."""
    target = query()
    if st.session_state.pop(PENDING_ADDRESS, None) and target != st.query_params.to_dict():
        st.query_params.from_dict(target)


def set_widget(key: str, value: object) -> str:
    """Set a widget to what the address says, before it is made; the widget's key."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key
