"""Who may publish, and who may read a private dashboard: the sign-in by the cookie of the reader's browser."""

from datetime import UTC, datetime

import streamlit as st

from analysis.access import EVERYWHERE
from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.store import SignIn
from analysis.words import Translator
from pages.parts.core import data_right, html

DENIED = {
    "key": "update.access.denied.key",
    "wait": "update.access.denied.wait",
    "person": "access.denied.person",
    "provider": "access.denied.provider",
}
"""Why somebody was not let in, by the word in the address that leads to the explanation."""


def sign_in() -> SignIn | None:
    """The valid sign-in of the reader's browser."""
    return app_services().sessions.valid_session(data_right.cookie(), datetime.now(UTC))


def is_editor() -> bool:
    """Whether the reader is signed in as an editor."""
    valid = sign_in()
    return valid is not None and valid.editor


def regions() -> frozenset[str]:
    """The regions whose rows the editor may edit, `EVERYWHERE` for all rows."""
    valid = sign_in()
    return valid.regions if valid else EVERYWHERE


def is_editor_of_all() -> bool:
    """Whether the reader is signed in as an editor of all rows, who may restore and withdraw too."""
    return is_editor() and regions() == EVERYWHERE


def name() -> str:
    """The name of who is signed in; empty if only the key is known."""
    valid = sign_in()
    return valid.who if valid else ""


def admits_reader(words: Translator) -> bool:
    """Whether pages are shown: those of a private dashboard only to who is signed in; others learn how to sign in."""
    settings = app_services().settings
    admits = not settings.private or sign_in() is not None
    if not admits:
        html.show("sign-in-ended", words, by_key=settings.access == "key")
    return admits


def show_sign_in(page: PageContext) -> None:
    """How editors sign in, and why somebody was refused just now, or is signed in no more."""
    reason, valid = DENIED.get(str(st.query_params.get("denied"))), sign_in()
    if reason is None and valid and not valid.editor:
        reason = "access.denied.person"
    elif reason is None and not valid and data_right.cookie():
        reason = "access.denied.ended"
    with st.container(key="card-access"):
        html.show("access", page.words, reason=reason, by_key=app_services().settings.access == "key")
