"""Who may publish: editors, who came in by the address with the key."""

from datetime import UTC, datetime

import streamlit as st

from analysis.access import COOKIE
from analysis.desk import desk
from pages.parts import markup
from pages.parts.view import View

DENIED = ("key", "wait")
"""Why somebody was not let in, as the address that a wrong key leads to says it."""


def is_editor() -> bool:
    """Whether the reader's browser holds the editors' cookie, and it is still good."""
    return desk().editors.is_editor(st.context.cookies.get(COOKIE), datetime.now(UTC))


def explained(view: View) -> None:
    """How editors get in, and why somebody just did not."""
    denied = st.query_params.get("denied")
    with st.container(key="card-access"):
        markup.show("access", view.words, denied=denied if denied in DENIED else None)
