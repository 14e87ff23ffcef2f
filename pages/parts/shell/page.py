"""The frame of every page: it opens the page with its view and closes it with the footer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from analysis import static
from analysis.sections.context.owner_texts import owner_text, sample_notice
from analysis.streamlit_adapter import built_in_texts
from pages.parts.charts import download_menu
from pages.parts.core import html, pauses, times, url_state
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_context import of_page as view_of
from pages.parts.shell import navigation

_mending = st.components.v2.component(
    "mending", js=(static.ASSETS / "mending.js").read_text(encoding="utf-8"), isolate_styles=False
)


@contextmanager
def opening(key: str) -> Iterator[PageContext]:
    """The view of a page. What is made within, such as its pictures, goes to the browser before its new address, the
    navigation bar and the page's notices; these come even if it fails, but not if another click ends the run."""
    view = view_of(key)
    download_menu.forget()
    try:
        yield view
    except Exception:
        _begin(view)
        raise
    _begin(view)


def _begin(view: PageContext) -> None:
    url_state.update_browser_address()
    navigation.bar(view)
    notices(view)


def begin(key: str) -> PageContext:
    """The view of a page that begins with the navigation bar and the page's notices."""
    with opening(key) as view:
        return view


def notices(view: PageContext) -> None:
    """Say what a reader must know of what she sees: sample data, an old revision, an address that says too much."""
    words, revision = view.words, view.revision
    when = times.moment(words, revision.published) if revision else ""
    newest = replace(view.address, revision=None).suffix()
    sample = sample_notice(view.tables, words)
    html.show("notices", words, view=view, when=when, newest=newest, sample=sample)


def heading(view: PageContext, title: str) -> None:
    """The page's one heading of the first rank, the target of the skip link."""
    html.show("heading", view.words, title=title)


def end(view: PageContext) -> None:
    """The footer, and what the browser needs to make the page whole."""
    words, tables = view.words, view.tables
    updated = times.day(words, view.revision.published) if view.revision else ""
    about = f"about{view.address.for_other_pages().suffix()}"
    licence = owner_text(tables, "licence", words)
    html.show("foot", words, view=view, updated=updated, about=about, licence=licence)
    _mend(view)
    pauses.for_first_page()


@st.fragment
def _mend(view: PageContext) -> None:
    """What the browser mends on the page; a click on the button of a menu runs this alone, and opens the menu."""
    built_in = {name: view.words(f"frame.built_in.{name}") for name in built_in_texts.OUR_NAMES}
    data = {"built_in": built_in, "table": built_in_texts.TABLE}
    clicked = _mending(key="unseen-frame", data=data, on_menu_change=lambda: None)
    if clicked.menu:
        download_menu.show(clicked.menu)
