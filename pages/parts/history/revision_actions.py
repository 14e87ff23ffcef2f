"""Restore or withdraw a revision: button, confirmation, action."""

from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.publishing import restore
from analysis.store import Revision, Unavailable, UnknownRevision
from analysis.words import Translator
from pages.parts.core import auth, error_boundary, html
from pages.parts.revisions import publish_result

Action = Literal["restore", "withdraw"]
MESSAGE = "revision_message"
"""Key of the session: the result of the last action, to be shown once."""
REQUEST = {"restore": "restore_request", "withdraw": "withdraw_request"}
"""Keys of the session, by action: the revision that an editor wants to restore or withdraw."""
FRAMES: dict[Action, tuple[str, str]] = {
    "restore": ("confirm", "confirm-buttons"),
    "withdraw": ("withdraw-confirm", "withdraw-buttons"),
}
"""By action: the keys of the containers of the confirmation and of its buttons."""


def show_buttons(page: PageContext, revision: Revision) -> None:
    """The buttons that ask for a confirmation; the published revision cannot be restored.

    None for an editor of some regions: both would change rows of others.
    """
    if not auth.is_editor_of_all():
        return
    words, id = page.words, revision.id
    if revision != page.current:
        st.button(words("history.restore"), key=f"restore_{id}", on_click=_request, args=("restore", id))
    with st.popover(words("history.more"), key=f"more_{id}"):
        label = words("revisions.withdraw")
        st.button(label, key=f"withdraw_{id}", type="tertiary", on_click=_request, args=("withdraw", id))


def show_confirmations(page: PageContext, revision: Revision) -> None:
    """What restoring or withdrawing this revision means, with yes and no, if an editor wants it."""
    words, id = page.words, revision.id
    for action, (frame, row) in FRAMES.items():
        if st.session_state.get(REQUEST[action]) != id or not auth.is_editor_of_all():
            continue
        text, yes = ("history.confirm", "history.yes")
        if action == "withdraw":
            text, yes = ("revisions.withdraw_confirm", "revisions.withdraw_yes")
        with st.container(key=f"{frame}-{id}"):
            html.show("notice", words, text=words(text, revision=id))
            if action == "withdraw" and (others := app_services().store.revisions_sharing(id)):
                sharing = words.plural("revisions.sharing", len(others), revisions=words.listing(others))
                html.show("notice", words, text=sharing)
            if action == "withdraw" and (drafts := app_services().store.drafts.copies_of(id)):
                html.show("notice", words, text=words("drafts.erased", count=words.number(len(drafts))))
            may = action != "withdraw" or _is_number_typed(words, id)
            with st.container(key=f"{row}-{id}", horizontal=True):
                label, act = html.widget_label(words(yes, revision=id)), (page, action, id)
                st.button(label, key=f"{action}_yes_{id}", type="primary", disabled=not may, on_click=_act, args=act)
                st.button(words("history.no"), key=f"{action}_no_{id}", on_click=_request, args=(action, None))


def _is_number_typed(words: Translator, id: str) -> bool:
    """Whether the editor typed the number of the revision that is to be erased for good."""
    label = html.widget_label(words("revisions.withdraw_number", revision=id))
    typed = st.text_input(label, key=f"withdraw_number_{id}", width=240)
    return bool(typed) and typed.strip() == id


def show_message(page: PageContext) -> None:
    """Say what came of the last action, once."""
    publish_result.show_obstacle(page.words)
    if text := st.session_state.pop(MESSAGE, ""):
        html.show("outcome", page.words, text=text)


def _request(action: Action, id: str | None) -> None:
    st.session_state[REQUEST[action]] = id
    publish_result.remember(None)


def _act(page: PageContext, action: Action, id: str) -> None:
    """Restore or withdraw; rights are checked anew. Runs before the page does."""
    words, store, now = page.words, app_services().store, datetime.now(UTC)
    st.session_state.pop(REQUEST[action], None)
    with error_boundary.boundary(words):
        if not auth.is_editor_of_all():
            return
        author = auth.name() or words("update.nameless")
        try:
            if action == "restore":
                note = words("history.restores", revision=id)
                publish_result.remember(restore(store, id, note=note, author=author, now=now))
            else:
                store.withdraw(id, now, author=author)
                st.session_state[MESSAGE] = words("revisions.withdrawn", revision=id)
        except UnknownRevision:
            st.session_state[MESSAGE] = words("history.gone", revision=id)
        except Unavailable as error:
            if action == "restore":
                publish_result.remember(error)
            else:
                st.session_state[MESSAGE] = words(f"store.{error.reason}", detail=error)
