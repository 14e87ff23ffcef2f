"""Presentations under a name: editors save them, everybody may show them."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl

import streamlit as st

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.sections.presentation.outline import Outline, read_outline
from analysis.store import SavedPresentation
from pages.parts.core import auth, html
from pages.parts.core.page_context import PageContext
from pages.parts.present import presentation_state
from pages.parts.present.share_card import NOTES


def show_saved(name: str, view: PageContext) -> None:
    """Put a saved presentation into the address, its notes only if they are for all or the reader is an editor."""
    found = app_services().store.presentations.get(name)
    if found:
        outline = read_outline(dict(parse_qsl(found.query)))
        presentation_state.write(outline if found.notes or auth.is_editor() else outline.without_notes())


def show(view: PageContext, outline: Outline) -> None:
    """The saved presentations with their addresses; editors save the one that is shown, and remove others."""
    words, shelf, editor = view.words, app_services().store.presentations.all(), auth.is_editor()
    if not shelf and not editor:
        return
    with st.container(key="card-saved"):
        links = [(each.title, presentation_lookup.path(each.name, words.language)) for each in shelf]
        html.show("saved-presentations", words, links=links)
        if editor:
            label, possible = words("present.save"), bool(outline.title and outline.slides)
            st.button(label, key="save_presentation", disabled=not possible, on_click=_save, args=(outline,))
            html.show("hint", words, text=words("present.save_hint"))
            for each in shelf:
                remove = words("present.forget", title=each.title)
                st.button(remove, key=f"forget_{each.name}", type="tertiary", on_click=_forget, args=(each.name,))


def _save(outline: Outline) -> None:
    """Rights are asked anew: the page may be older than the sign-in."""
    if auth.is_editor():
        shelf = app_services().store.presentations
        name = presentation_lookup.name_for(outline.title, shelf.all())
        notes = bool(st.session_state.get(NOTES))
        shelf.put(SavedPresentation(name, outline.title, outline.query(), auth.name(), datetime.now(UTC), notes))


def _forget(name: str) -> None:
    if auth.is_editor():
        app_services().store.presentations.remove(name)
