"""The page that the reader's address names: its context, and the list of all pages as Streamlit's router takes them."""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from analysis.app_services import app_services
from analysis.html_parts import page_context
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGE_BY_KEY, PAGES
from analysis.streamlit_adapter import server
from analysis.words import Translator
from pages.parts.core import data_right, url_state

OPEN_PAGE = "open_page"
"""Key of the session: the page that its reader has open."""


def streamlit_pages(words: Translator) -> list[st.Page]:
    """All pages as Streamlit's navigation takes them; a page's title is that of the browser's tab."""
    return [
        st.Page(each.script, title=words(f"web.title.{each.key}"), url_path=each.path, default=not each.path)
        for each in PAGES
    ]


def current_page(key: str) -> PageContext:
    """The context of the page of a key, as the reader's address says."""
    services, right = app_services(), data_right.begin_run()
    here = str(st.context.url or "").split("?")[0].removesuffix(f"/{PAGE_BY_KEY[key].path}")
    base = server.base_path(st.get_option)
    root = (services.settings.public_root(base) or here.rstrip("/")) + "/"
    if st.session_state.setdefault(OPEN_PAGE, key) != key:
        # The first page came as a document, which was counted when it was sent.
        st.session_state[OPEN_PAGE] = key
        services.store.usage.add(page_context.day_in_finland(datetime.now(UTC)), "page", key)
    return replace(page_context.read(key, url_state.query(), url_state.words(), services.store, root), right=right)
