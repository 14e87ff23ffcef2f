"""The pages there are, in the groups of the navigation bar."""

from dataclasses import dataclass

import streamlit as st

from analysis.words import Words


@dataclass(frozen=True)
class Place:
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
        return "" if self is PLACES[0] else self.key


PLACES = (
    Place("overview", "follow"),
    Place("regions", "follow"),
    Place("themes", "follow"),
    Place("events", "contents"),
    Place("stories", "contents"),
    Place("clusters", "contents"),
    Place("toolkit", "contents"),
    Place("present", "seminar"),
    Place("update", "upkeep"),
    Place("history", "upkeep"),
    Place("about"),
)
GROUPS = tuple(dict.fromkeys(place.group for place in PLACES if place.group))


def place(key: str) -> Place:
    """The page of a key; KeyError if there is none."""
    return {each.key: each for each in PLACES}[key]


def within(group: str | None) -> tuple[Place, ...]:
    """The pages of a group, in order."""
    return tuple(each for each in PLACES if each.group == group)


def pages(words: Words) -> list[st.Page]:
    """All pages as Streamlit's navigation takes them; a page's title is that of the browser's tab."""
    return [
        st.Page(each.script, title=words(f"web.title.{each.key}"), url_path=each.path, default=not each.path)
        for each in PLACES
    ]
