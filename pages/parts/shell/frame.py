"""The frame of every page: navigation bar, notices and heading, at the end the footer."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from analysis import static
from analysis.html_parts import frame
from analysis.html_parts.page_context import PageContext
from analysis.streamlit_adapter import built_in_texts
from pages.parts.charts import download_menu
from pages.parts.core import current_page, data_right, error_boundary, html, url_state

_repairs = st.components.v2.component(
    "page_repairs", js=(static.ASSETS / "page_repairs.js").read_text(encoding="utf-8"), isolate_styles=False
)

REPAIRS = "repairs"
"""Key of the session: the first place of the page, for what the browser repairs. Streamlit (1.67) knows a fragment by
its place: where that moves with what stands before it, a click while the page runs is lost without a word."""


@contextmanager
def figures_first(key: str) -> Iterator[PageContext]:
    """Begin a page with what is made within, such as its figures: it goes to the browser before the frame does.

    The page's new address, navigation bar and notices follow, even if the block fails, but not if another click ends
    the run.
    """
    st.session_state[REPAIRS] = st.container(key="unseen-repairs")
    page = current_page.current_page(key)
    st.session_state[download_menu.MENUS] = {}
    try:
        yield page
    except Exception:
        _show_top(page)
        raise
    _show_top(page)


def begin_page(key: str, title: str = "") -> PageContext:
    """Begin a page with its navigation bar and notices, and with a heading if ``title`` is the key of its text."""
    with figures_first(key) as page:
        pass
    if title:
        heading(page, page.words(title))
    return page


def heading(page: PageContext, title: str) -> None:
    """The page's one heading of the first rank, the target of the skip link."""
    html.show("heading", page.words, title=title)


def end_page(page: PageContext) -> None:
    """The footer, and what the browser needs to make the page whole."""
    html.put(frame.foot(page))
    with st.session_state[REPAIRS]:
        _repair(page)


def _show_top(page: PageContext) -> None:
    """Navigation bar and notices, after the new address."""
    url_state.update_browser_address()
    html.put(frame.navigation(page), frame.notices(page))


@st.fragment
def _repair(page: PageContext) -> None:
    """What the browser repairs on the page; a click on the button of a menu runs this alone, and opens the menu."""
    reference = error_boundary.file_reference()
    built_in = {name: page.words(f"frame.built_in.{name}", reference=reference) for name in built_in_texts.OUR_NAMES}
    data = {"built_in": built_in, "table": built_in_texts.TABLE}
    clicks = _repairs(key="unseen-frame", data=data, on_menu_change=lambda: None)
    if clicks.menu:
        data_right.require()
        download_menu.show(clicks.menu)
