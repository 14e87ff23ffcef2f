"""The drafts that were never published: who made each, when, and what it would have changed then."""

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.store import Draft
from analysis.words.revision_notes import change_lines
from pages.parts.core import html, url_state
from pages.parts.revisions import publish_result
from pages.parts.update import draft_view, uploader

MOST = 50


def show(page: PageContext, opened: Draft | None) -> None:
    """The card of all drafts but the one that is opened, newest first; nothing if there are none."""
    words = page.words
    drafts = [each for each in app_services().store.drafts.all() if opened is None or each.id != opened.id]
    if not drafts:
        return
    with st.container(key="card-drafts"):
        html.show("drafts", words)
        for each in drafts[:MOST]:
            with st.container(key=f"revision-draft-{each.id}", horizontal=True, vertical_alignment="top"):
                _show_draft(page, each)
        if len(drafts) > MOST:
            shown, whole = words.number(MOST), words.number(len(drafts))
            html.show("hint", words, text=words("update.not_listed", shown=shown, all=whole))


def _show_draft(page: PageContext, draft: Draft) -> None:
    """A draft in a few lines, with the buttons to open and to discard it."""
    words = page.words
    lines = change_lines(draft.choices["changes"], words)
    html.show("draft-line", words, by=draft_view.line_of(page, draft), draft=draft, lines=lines)
    with st.container(key=f"actions-draft-{draft.id}", horizontal=True, width="content"):
        st.button(words("drafts.open"), key=f"draft_open_{draft.id}", on_click=_open, args=(draft.id,))
        draft_view.discard_button(draft, page)


def _open(id: str) -> None:
    """Put a draft into the address."""
    publish_result.remember(None)
    uploader.put_away()
    url_state.change(**{uploader.DRAFT: id})
