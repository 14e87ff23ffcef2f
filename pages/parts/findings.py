"""What an upload holds and would change, in cards: issues beside tables, and below them the difference."""

import streamlit as st

from analysis.publishing import Preview
from pages.parts import difference, handouts, issues, understood
from pages.parts.view import View


def cards(view: View, preview: Preview) -> None:
    """The cards; if nothing can be published only the issues."""
    checked = preview.checked
    if not any(read.publishable for read in checked.tables.values()):
        issues.card(view, preview)
        return
    left, right = st.columns([7, 5], gap="medium")
    with left:
        issues.card(view, preview)
    with right:
        understood.card(view, checked)
    difference.card(view, preview, handouts.published(view))
