"""Presentations under a name: presets, and those that editors save; everybody may show them."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl

import streamlit as st

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.sections.presentation.outline import Outline, read_outline
from analysis.sections.presentation.presets import PRESET_SLIDES, preset, preset_titles
from analysis.store import SavedPresentation
from pages.parts.core import auth, html
from pages.parts.present import presentation_state
from pages.parts.present.share_card import NOTES

SAVED = "saved"


def show_menus(page: PageContext) -> None:
    """A menu for each kind of preset, and one for the saved presentations; a click puts one into the address."""
    presets = preset_titles(presentation_state.report_context(page))
    kinds = {
        kind: {name: title for name, title in presets.items() if name.startswith(f"{kind}-")} for kind in PRESET_SLIDES
    }
    kinds[SAVED] = {each.name: each.title for each in app_services().store.presentations.all()}
    html.show("group-label", page.words, text=page.words("present.ready"))
    with st.container(key="ready", horizontal=True, gap="small"):
        for kind, titles in kinds.items():
            if not titles:
                continue
            with st.popover(page.words(f"present.kind.{kind}"), key=f"choose-{kind}"):
                for name, title in titles.items():
                    key = f"ready_{kind}_{len(name)}_{name}"
                    label = html.widget_label(title)
                    st.button(label, key=key, type="tertiary", on_click=_open, args=(page, kind, name))


def _open(page: PageContext, kind: str, name: str) -> None:
    """Put a presentation into the address, the notes of a saved one only if they are for all or for this editor."""
    if kind == SAVED:
        saved = app_services().store.presentations.get(name)
        outline = read_outline(dict(parse_qsl(saved.query))) if saved else None
        if outline and saved and not (saved.notes or auth.is_editor()):
            outline = outline.without_notes()
    else:
        outline = preset(name, presentation_state.report_context(page))
    if outline:
        presentation_state.write(outline)


def show(page: PageContext, outline: Outline) -> None:
    """The saved presentations with their addresses; editors save the one on the page, and remove others."""
    words, shelf, editor = page.words, app_services().store.presentations.all(), auth.is_editor()
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
                remove = html.widget_label(words("present.forget", title=each.title))
                st.button(remove, key=f"forget_{each.name}", type="tertiary", on_click=_remove, args=(each.name,))


def _save(outline: Outline) -> None:
    """Rights are checked anew: the page may be older than the sign-in."""
    if auth.is_editor():
        shelf = app_services().store.presentations
        name = presentation_lookup.name_for(outline.title, shelf.all())
        notes = bool(st.session_state.get(NOTES))
        shelf.put(SavedPresentation(name, outline.title, outline.query(), auth.name(), datetime.now(UTC), notes))


def _remove(name: str) -> None:
    if auth.is_editor():
        app_services().store.presentations.remove(name)
