"""The revisions: each with its time, note and changes, the way to look at it, for editors that to restore it."""

from dataclasses import replace
from itertools import islice

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGES
from analysis.html_parts.revisions import COUNT, revision_entry
from analysis.store import Revision
from pages.parts.core import auth, html
from pages.parts.history import revision_actions, revision_filter
from pages.parts.history.revision_filter import FIRST


def show(page: PageContext) -> None:
    """The revisions that the filters leave, newest first, twenty at a time."""
    revisions, first = app_services().store.revisions(), st.session_state.get(FIRST, 0)
    by_id, editor = {each.id: each for each in revisions}, auth.is_editor()
    with st.container(key="card-history"):
        if not revisions:
            html.show("notice", page.words, text=page.words("frame.nothing"))
            return
        revision_filter.show(page)
        shown = list(islice(revision_filter.matching_revisions(page, revisions), first, first + COUNT + 1))
        if not shown:
            html.show("notice", page.words, text=page.words("history.none"))
        for revision in shown[:COUNT]:
            with st.container(key=f"revision-{revision.id}", horizontal=True, vertical_alignment="top"):
                _show_revision(page, revision, by_id.get(revision.parent or ""), editor)
            revision_actions.show_confirmations(page, revision)
        with st.container(key="history-steps", horizontal=True):
            steps = (("newer", first - COUNT, first > 0), ("older", first + COUNT, len(shown) > COUNT))
            for name, to, is_there in steps:
                if is_there:
                    label, place = page.words(f"history.{name}"), {FIRST: max(0, to)}
                    st.button(label, key=f"history_{name}", on_click=st.session_state.update, kwargs=place)


def _show_revision(page: PageContext, revision: Revision, parent: Revision | None, editor: bool) -> None:
    """What is known of a revision, with what changed on its ``parent``, and the buttons."""
    current = revision == page.current
    html.put(revision_entry(page, app_services().store, revision, parent, editor))
    if revision.withdrawn:
        return
    with st.container(key=f"actions-{revision.id}", horizontal=True, width="content"):
        query = replace(page.address, revision=None if current else revision.id).query()
        st.page_link(PAGES[0].script, label=page.words("history.look"), query_params=query, help="")
        if editor:
            revision_actions.show_buttons(page, revision)
