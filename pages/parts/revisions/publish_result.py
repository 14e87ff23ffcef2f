"""What was done: the revision that an upload became, or that an old one was published as once more."""

import logging
from dataclasses import replace

import streamlit as st

from analysis.publishing import Outcome
from analysis.schema import TABLES
from analysis.store import Unavailable
from analysis.words import Translator
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_list import page_entry

OUTCOME, TROUBLE = "outcome", "publish_trouble"
"""Keys of the session: the last outcome, and what stood in the way of the last publishing or restoring."""
NAMED = ("full", "read_only")
"""Reasons of the store that have a sentence of their own."""
log = logging.getLogger("klusteripulssi.pages")


def remember_outcome(outcome: Outcome) -> None:
    """Keep what was done until it is shown, and then until something else is done."""
    st.session_state[OUTCOME] = outcome


def forget_outcome() -> None:
    """Forget what was done."""
    st.session_state.pop(OUTCOME, None)


def outcome() -> Outcome | None:
    """What was done last."""
    return st.session_state.get(OUTCOME)


def show(view: PageContext) -> None:
    """The card of what was done last, if anything was."""
    last = outcome()
    if last is None:
        return
    words, counts = view.words, last.changes.counts()
    query = replace(view.address, revision=None).query()
    names = {name: words.name(TABLES[name].headers) for name in counts}
    with st.container(key="card-done"):
        html.show("publish-result", words, outcome=last, counts=counts, names=names)
        with st.container(key="done-links", horizontal=True):
            for key in ("overview", "history"):
                st.page_link(page_entry(key).script, label=words(f"update.done.{key}"), query_params=query, help="")


def show_obstacle(words: Translator) -> None:
    """Say what stood in the way of the last publishing or restoring, once."""
    if reason := st.session_state.pop(TROUBLE, ""):
        html.show("alert", words, text=words(f"store.page.{reason}" if reason in NAMED else "store.page.silent"))


def remember_obstacle(error: Unavailable) -> None:
    """Keep what stood in the way until it is shown; the log gets all of it."""
    log.error("nothing was published: the store is %s", error.reason, exc_info=error)
    st.session_state[TROUBLE] = error.reason
