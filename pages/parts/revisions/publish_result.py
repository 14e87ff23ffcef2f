"""The result of publishing or restoring: the new revision, or what prevented it."""

import logging
from dataclasses import replace

import streamlit as st

from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGE_BY_KEY
from analysis.publishing import Outcome
from analysis.store import Unavailable
from analysis.words import Translator
from analysis.words.revision_notes import change_lines
from pages.parts.core import html

OUTCOME, OBSTACLE = "outcome", "publish_obstacle"
"""Keys of the session: the last outcome, and what prevented the last publishing or restoring."""
EXPLAINED = ("full", "read_only", "replaced")
"""Reasons of the store that have a sentence of their own."""
log = logging.getLogger("klusteripulssi.pages")


def remember(result: Outcome | Unavailable | None) -> None:
    """Keep an outcome until there is another one, an obstacle until it is shown; None forgets the last outcome.

    The log gets all of an obstacle.
    """
    if isinstance(result, Unavailable):
        log.error("nothing was published: the store is %s", result.reason, exc_info=result)
        st.session_state[OBSTACLE] = result.reason
    else:
        st.session_state[OUTCOME] = result


def show(page: PageContext) -> None:
    """The card of the last outcome, if there is one."""
    outcome: Outcome | None = st.session_state.get(OUTCOME)
    if outcome is None:
        return
    words, changes = page.words, change_lines(outcome.changes.counts_by_kind(), page.words)
    query = replace(page.address, revision=None).query()
    with st.container(key="card-done"):
        html.show("publish-result", words, outcome=outcome, changes=changes)
        with st.container(key="done-links", horizontal=True):
            for key in ("overview", "history"):
                st.page_link(PAGE_BY_KEY[key].script, label=words(f"update.done.{key}"), query_params=query, help="")


def show_obstacle(words: Translator) -> None:
    """Say what prevented the last publishing or restoring, once."""
    if reason := st.session_state.pop(OBSTACLE, ""):
        key = reason if reason in EXPLAINED else "silent"
        html.show("alert", words, text=words(f"store.page.{key}"))
