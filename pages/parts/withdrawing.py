"""Withdrawing a revision for good: the wish, what it means, the second yes, and the deed."""

from datetime import UTC, datetime

import streamlit as st

from analysis.desk import desk
from analysis.store import Revision, Unavailable, UnknownRevision
from pages.parts import access, done, markup
from pages.parts.view import View

ASKED, TOLD = "withdraw_asked", "withdraw_told"
"""Keys of the session: the revision that a second yes is asked for, and what became of the last one."""


def button(view: View, revision: Revision) -> None:
    """The button that asks for the second yes."""
    label = view.words("revisions.withdraw")
    st.button(label, key=f"withdraw_{revision.id}", type="tertiary", on_click=_ask, args=(revision.id,))


def asked(view: View, revision: Revision) -> None:
    """The second yes, where it is asked for."""
    if st.session_state.get(ASKED) != revision.id or not access.is_editor():
        return
    words, id = view.words, revision.id
    with st.container(key=f"withdraw-confirm-{id}"):
        markup.show("notice", words, text=words("revisions.withdraw_confirm", revision=id))
        if others := ", ".join(desk().store.sharing(id)):
            markup.show("notice", words, text=words("revisions.sharing", revisions=others))
        with st.container(key=f"withdraw-buttons-{id}", horizontal=True):
            label = words("revisions.withdraw_yes", revision=id)
            st.button(label, key=f"withdraw_yes_{id}", type="primary", on_click=_withdraw, args=(view, id))
            st.button(words("history.no"), key=f"withdraw_no_{id}", on_click=_ask, args=(None,))


def told(view: View) -> None:
    """Say what became of the last wish, once."""
    if text := st.session_state.pop(TOLD, ""):
        markup.show("notice", view.words, text=text)


def _ask(id: str | None) -> None:
    st.session_state[ASKED] = id
    done.forget()


def _withdraw(view: View, id: str) -> None:
    """Erase it. Runs before the page does."""
    words = view.words
    st.session_state.pop(ASKED, None)
    if not access.is_editor():
        return
    try:
        desk().store.withdraw(id, datetime.now(UTC), author=access.name() or words("update.nameless"))
        st.session_state[TOLD] = words("revisions.withdrawn", revision=id)
    except UnknownRevision:
        st.session_state[TOLD] = words("history.gone", revision=id)
    except Unavailable as error:
        st.session_state[TOLD] = words(f"store.{error.reason}", detail=error)
