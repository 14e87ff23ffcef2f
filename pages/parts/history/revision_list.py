"""The published revisions: each with its time, note and changes, the way to look at it, for editors that to restore."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from analysis.app_services import app_services
from analysis.changes import compare
from analysis.schema import TABLES
from analysis.store import Revision
from pages.parts.core import auth, html, times
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_list import PAGES
from pages.parts.history import revision_actions

COUNT = 20
FIRST = "history_first"
"""Key of the session: how many revisions are passed over."""
Counts = Mapping[str, Mapping[str, int]]


def show(view: PageContext) -> None:
    """The revisions, newest first, twenty at a time."""
    revisions, first = app_services().store.revisions(), st.session_state.get(FIRST, 0)
    by_id, editor = {each.id: each for each in revisions}, auth.is_editor()
    with st.container(key="card-history"):
        for revision in revisions[first : first + COUNT]:
            with st.container(key=f"revision-{revision.id}", horizontal=True, vertical_alignment="top"):
                _told(view, revision, by_id, editor)
                if not revision.withdrawn:
                    _actions(view, revision, editor)
            revision_actions.confirmations(view, revision)
        with st.container(key="history-steps", horizontal=True):
            steps = (("newer", first - COUNT, first > 0), ("older", first + COUNT, first + COUNT < len(revisions)))
            for name, to, there in steps:
                if there:
                    st.button(view.words(f"history.{name}"), key=f"history_{name}", on_click=_go, args=(max(0, to),))


def _told(view: PageContext, revision: Revision, by_id: Mapping[str, Revision], editor: bool) -> None:
    words = view.words
    html.show(
        "revision",
        words,
        revision=revision,
        current=revision == view.current,
        when=times.moment(words, revision.published),
        withdrawn=times.moment(words, revision.withdrawn) if revision.withdrawn else "",
        counts=_counts(revision, by_id),
        rows=words.number(sum(revision.rows.values())),
        names={name: words.name(table.headers) for name, table in TABLES.items()},
        editor=editor,
    )


def _actions(view: PageContext, revision: Revision, editor: bool) -> None:
    current = revision == view.current
    with st.container(key=f"actions-{revision.id}", horizontal=True, width="content"):
        address = replace(view.address, revision=None if current else revision.id)
        st.page_link(PAGES[0].script, label=view.words("history.look"), query_params=address.query(), help="")
        if editor:
            revision_actions.buttons(view, revision)


def _go(first: int) -> None:
    st.session_state[FIRST] = first


def _counts(revision: Revision, by_id: Mapping[str, Revision]) -> Counts | None:
    """What changed on the revision before, in numbers of rows; None if one of them is withdrawn."""
    parent = by_id.get(revision.parent or "")
    if parent is None or parent.withdrawn or revision.withdrawn:
        return None
    store, key = app_services().store, ("changes", parent.id, revision.published)
    return store.cache.get(
        revision.id, key, lambda: compare(store.tables(parent.id), store.tables(revision.id)).counts()
    )
