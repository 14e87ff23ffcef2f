"""The draft that the address names: who made it, its address to be sent, and the preview of what it would change."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts import links
from analysis.html_parts.page_context import PageContext
from analysis.publishing import Preview, preview_draft, settlement_of
from analysis.selection import Address
from analysis.store import Draft, Unavailable, UnknownDraft
from pages.parts.core import auth, error_boundary, html, url_state
from pages.parts.revisions import publish_result
from pages.parts.update import conflict_cards, review, upload_status, uploader

SHOWN = "draft_shown"
"""Key of the session: the draft whose choices the widgets have."""


def find(page: PageContext) -> Draft | None:
    """The draft that the address names, None if it names none or one that is there no more, which is said."""
    id = page.address.of(uploader.DRAFT)
    message = st.session_state.pop(uploader.MESSAGE, "")
    draft = None
    if id is None:
        st.session_state.pop(SHOWN, None)
    else:
        try:
            draft = app_services().store.drafts.get(id)
        except UnknownDraft:
            message = page.words("drafts.gone")
    if message:
        html.show("outcome", page.words, text=message)
    return draft


def show(page: PageContext, draft: Draft) -> Preview:
    """The card of a draft, and the preview of it."""
    words = page.words
    with st.container(key="card-draft"):
        address = Address(language=page.address.language).with_page_parameters(draft=draft.id)
        copy, by, anybody = links.to("update", address), line_of(page, draft), not review.missing_yes(None)
        html.show("draft", words, by=by, note=draft.note, copy=copy, anybody=anybody)
        discard_button(draft, page)
    preview = uploader.preview_once(page, (uploader.DRAFT, draft.id), lambda said: _preview(draft, said))
    if st.session_state.get(SHOWN) != draft.id:
        st.session_state[SHOWN] = draft.id
        st.session_state[upload_status.WAY] = upload_status.ADD if preview.add else upload_status.REPLACE
        st.session_state[review.NOTE] = draft.note[: review.LONGEST_NOTE]
        conflict_cards.pick(preview.plan.conflicts, settlement_of(draft.choices, preview.plan.conflicts))
    return preview


def line_of(page: PageContext, draft: Draft) -> str:
    """Who made a draft, and when."""
    who = draft.author or page.words("update.nameless")
    return page.words("drafts.by", who=who, when=page.moment(draft.created))


def discard_button(draft: Draft, page: PageContext) -> None:
    """The button that deletes a draft."""
    key = f"draft_discard_{draft.id}"
    st.button(page.words("drafts.discard"), key=key, type="tertiary", on_click=_discard, args=(draft.id,))


def _preview(draft: Draft, said: str | None) -> Preview:
    """What a draft would change now; ``said``: the revision that somebody picked as its origin."""
    services = app_services()
    now, workbook, editor = datetime.now(UTC), Path(services.settings.workbook), auth.sign_in()
    with services.checker.turn(editor.id if editor else ""):
        return preview_draft(draft, services.store, services.checker, now, workbook, said, regions=auth.regions())


def _discard(id: str) -> None:
    """Delete a draft; rights are checked anew. Runs before the page does."""
    words = url_state.words()
    with error_boundary.boundary(words):
        if not auth.is_editor():
            return
        try:
            app_services().store.drafts.discard(id, datetime.now(UTC), auth.name())
            st.session_state[uploader.MESSAGE] = words("drafts.discarded")
        except UnknownDraft:
            st.session_state[uploader.MESSAGE] = words("drafts.gone")
        except Unavailable as error:
            publish_result.remember(error)
            return
        if url_state.address().of(uploader.DRAFT) == id:
            uploader.put_away()
