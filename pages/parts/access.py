"""Who may publish, and who may read where the dashboard is private: whoever came in and whose sign-in still holds."""

from datetime import UTC, datetime

import streamlit as st

from analysis.access import COOKIE
from analysis.desk import desk
from analysis.store import SignIn
from analysis.words import Words
from pages.parts import markup
from pages.parts.view import View

DENIED = {
    "key": "update.access.denied.key",
    "wait": "update.access.denied.wait",
    "person": "access.denied.person",
    "provider": "access.denied.provider",
}
"""Why somebody was not let in, as the address says it that leads to the explanation."""


def holder() -> SignIn | None:
    """Who is signed in, as the cookie of the reader's browser says."""
    return desk().door.holder(_cookie(), datetime.now(UTC))


def is_editor() -> bool:
    """Whether the reader's browser holds an editor's cookie, and it is still good."""
    found = holder()
    return found is not None and found.editor


def name() -> str:
    """The name of who is signed in; empty where only the key is known."""
    found = holder()
    return found.who if found else ""


def may_read() -> bool:
    """Whether the pages are shown at all: in a private dashboard to those alone who are signed in."""
    return not desk().settings.private or holder() is not None


def explained(view: View) -> None:
    """How editors get in, and why somebody just did not, or is in no more."""
    with st.container(key="card-access"):
        markup.show("access", view.words, reason=_reason(), by_key=desk().settings.access == "key")


def closed(words: Words) -> None:
    """Say that the sign-in to a private dashboard has ended."""
    by_key = desk().settings.access == "key"
    markup.show("closed", words, by_key=by_key)


def _reason() -> str | None:
    denied = st.query_params.get("denied")
    if denied in DENIED:
        return DENIED[denied]
    if found := holder():
        return None if found.editor else "access.denied.person"
    return "access.denied.ended" if _cookie() else None


def _cookie() -> str | None:
    # The harness of Streamlit's tests has cookies that are no text.
    found = st.context.cookies.get(COOKIE)
    return found if isinstance(found, str) else None
