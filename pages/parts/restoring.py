"""Restoring an old revision: the wish, the second yes, and the deed."""

from datetime import UTC, datetime

import streamlit as st

from analysis.desk import desk
from analysis.publishing import restore
from analysis.store import Revision, Unavailable, UnknownRevision
from pages.parts import access, done, markup, publishing
from pages.parts.view import View

ASKED, TROUBLE = "restore_asked", "restore_trouble"
"""Keys of the session: the revision that a second yes is asked for, and what stood in the way."""


def button(view: View, revision: Revision) -> None:
    """The button that asks for the second yes."""
    label = view.words("history.restore")
    st.button(label, key=f"restore_{revision.id}", on_click=_ask, args=(revision.id,))


def asked(view: View, revision: Revision) -> None:
    """The second yes, where it is asked for."""
    if st.session_state.get(ASKED) != revision.id or not access.is_editor():
        return
    words, id = view.words, revision.id
    with st.container(key=f"confirm-{id}"):
        markup.show("notice", words, text=words("history.confirm", revision=id))
        with st.container(key=f"confirm-buttons-{id}", horizontal=True):
            yes = st.button(words("history.yes", revision=id), key=f"restore_yes_{id}", type="primary")
            st.button(words("history.no"), key=f"restore_no_{id}", on_click=_ask, args=(None,))
    if yes:
        _restore(view, revision)


def trouble(view: View) -> None:
    """Say what stood in the way of the last restoring, once."""
    publishing.trouble(view.words)
    if told := st.session_state.pop(TROUBLE, ""):
        markup.show("notice", view.words, text=told)


def _ask(id: str | None) -> None:
    st.session_state[ASKED] = id
    done.forget()


def _restore(view: View, revision: Revision) -> None:
    words = view.words
    note, author = words("history.restores", revision=revision.id), access.name() or words("update.nameless")
    try:
        outcome = restore(desk().store, revision.id, note=note, author=author, now=datetime.now(UTC))
    except UnknownRevision:
        st.session_state[TROUBLE] = words("history.gone", revision=revision.id)
    except Unavailable as error:
        publishing.hindered(error)
    else:
        done.keep(outcome)
    _ask_no_more()
    st.rerun()


def _ask_no_more() -> None:
    st.session_state.pop(ASKED, None)
