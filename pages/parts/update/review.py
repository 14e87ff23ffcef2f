"""Whose yes an upload needs, and keeping it as a draft until that is said."""

from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from analysis.app_services import app_services
from analysis.exports import changes_note
from analysis.publishing import Preview, add_draft, holds_identity_code, is_second_person
from analysis.settings import SECOND
from analysis.store import Draft, Unavailable, UnknownRevision
from analysis.words import Translator
from pages.parts.core import auth, error_boundary, html, url_state
from pages.parts.revisions import publish_result
from pages.parts.update import conflict_cards, uploader

NOTE, AUTHOR = "publish_note", "publish_author"
"""Keys of the session: what was written as the note, and as the name of who publishes."""
LONGEST_NOTE, LONGEST_AUTHOR = 300, 80


def missing_yes(draft: Draft | None) -> str:
    """Why this editor may not publish what she sees: the key of a text, empty if she may.

    draft: the one that she sees, None for files of her own.
    """
    if app_services().settings.review != SECOND:
        return ""
    if draft is None:
        return "drafts.second"
    if not draft.author:
        return "drafts.nameless"
    return "" if is_second_person(draft.author, auth.name()) else "drafts.own"


def show_keep_button(preview: Preview, words: Translator) -> None:
    """The button that keeps an upload as a draft; it is the main one where a second person has to publish it."""
    is_refused = holds_identity_code(preview)
    if is_refused:
        html.show("hint", words, text=words("drafts.identity_code"))
    look: Literal["primary", "secondary"] = "primary" if missing_yes(None) else "secondary"
    label = words("drafts.keep")
    st.button(label, key="keep_draft", type=look, disabled=is_refused, on_click=_keep, args=(preview,))


def note_of(preview: Preview, words: Translator) -> str:
    """The note that was written, else the changes in words."""
    note: str = st.session_state[NOTE] or changes_note(preview.plan.changes, words)[:LONGEST_NOTE]
    return note


def _keep(preview: Preview) -> None:
    """Store the upload as a draft and open that; rights are checked anew. Runs before the page does."""
    words = url_state.words()
    with error_boundary.boundary(words):
        if not auth.is_editor():
            return
        try:
            outcome = add_draft(
                preview,
                app_services().store,
                note=st.session_state[NOTE],
                author=auth.name() or st.session_state.get(AUTHOR) or "",
                now=datetime.now(UTC),
                hold_back=preview.plan.check.status != "ok",
                confirm=bool(st.session_state.get("yes_old-origin_None_None")),
                settlement=conflict_cards.settlement(preview.plan.conflicts),
            )
        except (Unavailable, UnknownRevision) as error:
            publish_result.remember(error if isinstance(error, Unavailable) else Unavailable(str(error)))
            return
        if outcome.draft:
            uploader.put_away()
            url_state.change(**{uploader.DRAFT: outcome.draft})
