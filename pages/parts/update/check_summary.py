"""What an upload holds and would change, in cards: issues beside tables, and below them the difference."""

import streamlit as st

from analysis.publishing import Preview
from pages.parts.core.page_context import PageContext
from pages.parts.update import change_list, data_downloads, issue_list, read_tables


def cards(view: PageContext, preview: Preview) -> None:
    """The cards; if nothing can be published only the issues."""
    checked = preview.plan.check
    if not any(read.publishable for read in checked.tables.values()):
        issue_list.show(view, preview)
        return
    left, right = st.columns([7, 5], gap="medium")
    with left:
        issue_list.show(view, preview)
    with right:
        read_tables.show(view, checked)
    change_list.show(view, preview, data_downloads.published_tables(view))
