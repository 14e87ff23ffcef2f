"""The pages there are, in the groups of the navigation bar."""

from dataclasses import dataclass

import streamlit as st

from analysis.words import Translator


@dataclass(frozen=True)
class PageEntry:
    """One page: its key, which is its script's name and its path too, and its group (None: linked from the footer)."""

    key: str
    group: str | None = None

    @property
    def script(self) -> str:
        """Its script, as Streamlit's navigation knows it."""
        return f"{self.key}.py"

    @property
    def path(self) -> str:
        """Its path in the address; the first page has none."""
        return "" if self is PAGES[0] else self.key


PAGES = (
    PageEntry("overview", "follow"),
    PageEntry("regions", "follow"),
    PageEntry("themes", "follow"),
    PageEntry("events", "contents"),
    PageEntry("stories", "contents"),
    PageEntry("clusters", "contents"),
    PageEntry("toolkit", "contents"),
    PageEntry("present", "seminar"),
    PageEntry("update", "upkeep"),
    PageEntry("history", "upkeep"),
    PageEntry("about"),
)
GROUPS = tuple(dict.fromkeys(place.group for place in PAGES if place.group))


def page_entry(key: str) -> PageEntry:
    """The page of a key; KeyError if there is none."""
    return {each.key: each for each in PAGES}[key]


def pages_of_group(group: str | None) -> tuple[PageEntry, ...]:
    """The pages of a group, in order."""
    return tuple(each for each in PAGES if each.group == group)


def streamlit_pages(words: Translator) -> list[st.Page]:
    """All pages as Streamlit's navigation takes them; a page's title is that of the browser's tab."""
    return [
        st.Page(each.script, title=words(f"web.title.{each.key}"), url_path=each.path, default=not each.path)
        for each in PAGES
    ]
