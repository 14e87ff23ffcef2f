"""What the reader's address says: language, filters, revision."""

from dataclasses import replace

import streamlit as st

from analysis import selection
from analysis.app_services import app_services
from analysis.schema import LANGUAGES
from analysis.selection import Address
from analysis.words import DEFAULT_LANGUAGE, Translator
from analysis.words import translator as words_of

PENDING_ADDRESS = "written"
"""Key of the session: an address that the browser does not have yet, with the one that it follows."""


def address() -> Address:
    """The address of the page; an unknown language counts as none."""
    read = selection.read(_query())
    return replace(read, language=read.language if read.language in LANGUAGES else None)


def unreadable_parts() -> tuple[str, ...]:
    """What the address says that means nothing."""
    return selection.unreadable_values(_query(), LANGUAGES)


def write(new: Address) -> None:
    """Change the address. A click does so before the page is made; the browser gets it after its pictures (`tell`)."""
    st.session_state[PENDING_ADDRESS] = (st.query_params.to_dict(), new.query())


def update_browser_address() -> None:
    """Tell the browser of an address that was written. That holds it up as long as a picture, so pictures go first."""
    query = _query()
    if st.session_state.pop(PENDING_ADDRESS, None) and query != st.query_params.to_dict():
        st.query_params.from_dict(query)


def _query() -> dict[str, str]:
    current = st.query_params.to_dict()
    before, after = st.session_state.get(PENDING_ADDRESS, (None, {}))
    return after if before == current else current


def set_widget(key: str, value: object) -> str:
    """Set a widget to what the address says, before it is made; the widget's key."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def words() -> Translator:
    """The words in the language of the address, else in that of the settings, else in Finnish."""
    wanted = address().language or app_services().settings.language
    return words_of(next((each for each in LANGUAGES if each == wanted), DEFAULT_LANGUAGE))
