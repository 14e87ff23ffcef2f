"""Who may publish, and who may read a private dashboard: whoever came in and whose sign-in still holds."""

from datetime import UTC, datetime

import streamlit as st

from analysis.access import COOKIE
from analysis.app_services import app_services
from analysis.store import SignIn
from analysis.words import Translator
from pages.parts.core import html
from pages.parts.core.page_context import PageContext

DENIED = {
    "key": "update.access.denied.key",
    "wait": "update.access.denied.wait",
    "person": "access.denied.person",
    "provider": "access.denied.provider",
}
"""Why somebody was not let in, by the word in the address that leads to the explanation."""


def holder() -> SignIn | None:
    """Who is signed in, as the cookie of the reader's browser says."""
    cookie = st.context.cookies.get(COOKIE)
    # The harness of Streamlit's tests has cookies that are no text.
    return app_services().sessions.valid_session(cookie if isinstance(cookie, str) else None, datetime.now(UTC))


def is_editor() -> bool:
    """Whether the reader's browser holds an editor's cookie, and it is still good."""
    found = holder()
    return found is not None and found.editor


def name() -> str:
    """The name of who is signed in; empty if only the key is known."""
    found = holder()
    return found.who if found else ""


def may_read() -> bool:
    """Whether the pages are shown at all: those of a private dashboard only to who is signed in."""
    return not app_services().settings.private or holder() is not None


def show_sign_in(view: PageContext) -> None:
    """How editors get in, and why somebody just did not, or is in no more."""
    reason, found = DENIED.get(str(st.query_params.get("denied"))), holder()
    if reason is None and found and not found.editor:
        reason = "access.denied.person"
    elif reason is None and not found and isinstance(st.context.cookies.get(COOKIE), str):
        reason = "access.denied.ended"
    with st.container(key="card-access"):
        html.show("access", view.words, reason=reason, by_key=app_services().settings.access == "key")


def show_sign_in_ended(words: Translator) -> None:
    """Say that the sign-in to a private dashboard has ended."""
    html.show("sign-in-ended", words, by_key=app_services().settings.access == "key")
