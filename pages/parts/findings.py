"""What an upload holds and would change, in cards: issues beside tables, and below them the difference."""

import streamlit as st

from analysis.publishing import Preview
from pages.parts import difference, handouts, issues, understood
from pages.parts.view import PageContext


def cards(view: PageContext, preview: Preview) -> None:
    """The cards; if nothing can be published only the issues."""
    checked = preview.checked
    if not any(read.publishable for read in checked.tables.values()):
        issues.show(view, preview)
        return
    left, right = st.columns([7, 5], gap="medium")
    with left:
        issues.show(view, preview)
    with right:
        understood.show(view, checked)
    difference.show(view, preview, handouts.published_tables(view))
