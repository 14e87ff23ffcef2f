"""Sections that were made before: the same for every reader who asks for the same, since a revision never changes."""

from collections.abc import Callable

import streamlit as st

from analysis.schema import Tables
from analysis.sections import Section
from analysis.selection import Selection
from analysis.words import Words
from pages.parts.view import View

Maker = Callable[[Tables, Selection, Words, str], Section]


def section(view: View, make: Maker) -> Section:
    """What a section says of the view, made once for each revision, selection, language and day."""
    return _made(make.__name__, view.state, view, make)


@st.cache_resource(max_entries=300, show_spinner=False)
def _made(name: str, state: str, _view: View, _make: Maker) -> Section:
    return _make(_view.tables, _view.selection, _view.words, _view.today)
