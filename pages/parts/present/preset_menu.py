"""The presentations that are ready, and those that editors saved: one click puts them into the address."""

import streamlit as st

from analysis.app_services import app_services
from analysis.sections.presentation.presets import PRESET_SLIDES, preset_titles
from pages.parts.core.page_context import PageContext
from pages.parts.present import presentation_state, saved_presentations

SAVED = "saved"


def choose(view: PageContext) -> None:
    """A list for each kind of presentation."""
    words = view.words
    with st.container(key="ready", horizontal=True, gap="small"):
        names = preset_titles(presentation_state.basis(view))
        kinds = {
            kind: {name: title for name, title in names.items() if name.startswith(f"{kind}-")}
            for kind in PRESET_SLIDES
        }
        kinds[SAVED] = {each.name: each.title for each in app_services().store.presentations.all()}
        for kind, found in kinds.items():
            if not found:
                continue
            with st.popover(words(f"present.kind.{kind}"), key=f"choose-{kind}"):
                for name, title in found.items():
                    key = f"ready_{kind}_{len(name)}_{name}"
                    act = saved_presentations.show_saved if kind == SAVED else presentation_state.show_preset
                    st.button(title, key=key, type="tertiary", on_click=act, args=(name, view))
