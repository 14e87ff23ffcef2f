"""The navigation bar: name, groups and languages in one row, the pages of the group below."""

from dataclasses import replace

import streamlit as st

from analysis.schema import Language
from pages.parts import markup
from pages.parts.places import GROUPS, Place, within
from pages.parts.view import View

SWITCH: tuple[Language, ...] = ("fi", "sv", "en")
"""The languages as they stand in the bar."""


def bar(view: View) -> None:
    """Show the bar. Its links keep what the address says: filters, language, revision."""
    with st.container(key="nav", gap=None):
        with st.container(key="nav-top", horizontal=True, vertical_alignment="center", gap=None):
            markup.show("brand", view.words, suffix=view.address.elsewhere().suffix())
            with st.container(key="nav-groups", horizontal=True, gap=None, width="content"):
                for group in GROUPS:
                    _link(view, within(group)[0], view.words(f"frame.group.{group}"))
            with st.container(key="language", horizontal=True, gap=None, width="content"):
                for language in SWITCH:
                    _language(view, language)
        with st.container(key="nav-pages", horizontal=True, gap=None):
            for each in beside(view.place):
                _link(view, each, view.words(f"frame.page.{each.key}"))


def beside(place: Place) -> tuple[Place, ...]:
    """The pages of the second row: those of the page's group; a page outside all groups stands alone."""
    return within(place.group) if place.group else (place,)


def current(view: View) -> dict[str, int | None]:
    """The position of what is shown now in each part of the bar, by the part's key."""
    return {
        "nav-groups": GROUPS.index(view.place.group) if view.place.group else None,
        "nav-pages": beside(view.place).index(view.place),
        "language": SWITCH.index(view.words.language),
    }


def _link(view: View, place: Place, label: str) -> None:
    st.page_link(place.script, label=label, query_params=view.address.elsewhere().query(), help="")


def _language(view: View, language: Language) -> None:
    query = replace(view.address, language=language).query()
    st.page_link(view.place.script, label=view.words(f"frame.language.{language}"), query_params=query, help="")
