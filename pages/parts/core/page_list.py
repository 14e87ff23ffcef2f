"""The pages of the dashboard, in the groups of the navigation bar."""

from dataclasses import dataclass

import streamlit as st

from analysis.words import Translator


@dataclass(frozen=True)
class PageEntry:
    """One page: its key, its group (None: linked from the footer), its script, and its path in the address."""

    key: str
    group: str | None
    script: str
    path: str


GROUPS = {
    "follow": ("overview", "regions", "themes"),
    "contents": ("events", "stories", "clusters", "toolkit"),
    "seminar": ("present",),
    "upkeep": ("update", "history"),
}
"""The keys of the pages by group."""
PAGES = tuple(
    PageEntry(key, group, script=f"{key}.py", path="" if key == "overview" else key)
    for group, keys in (*GROUPS.items(), (None, ("about",)))
    for key in keys
)
"""All pages in order. The first has no path."""
PAGE_BY_KEY = {each.key: each for each in PAGES}


def streamlit_pages(words: Translator) -> list[st.Page]:
    """All pages as Streamlit's navigation takes them; a page's title is that of the browser's tab."""
    return [
        st.Page(each.script, title=words(f"web.title.{each.key}"), url_path=each.path, default=not each.path)
        for each in PAGES
    ]
