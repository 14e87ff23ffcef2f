"""The presentations that are ready, and those that editors saved: one click puts them into the address."""

import streamlit as st

from analysis.desk import desk
from analysis.sections.ready import KINDS, offered
from pages.parts import saving, stage
from pages.parts.view import View

SAVED = "saved"


def choose(view: View) -> None:
    """A list for each kind of presentation."""
    words = view.words
    with st.container(key="ready", horizontal=True, gap="small"):
        names = offered(stage.basis(view))
        kinds = {kind: {name: title for name, title in names.items() if name.startswith(f"{kind}-")} for kind in KINDS}
        kinds[SAVED] = {each.name: each.title for each in desk().store.shelf.all()}
        for kind, found in kinds.items():
            if not found:
                continue
            with st.popover(words(f"present.kind.{kind}"), key=f"choose-{kind}"):
                for name, title in found.items():
                    key = f"ready_{kind}_{len(name)}_{name}"
                    act = saving.take if kind == SAVED else stage.take
                    st.button(title, key=key, type="tertiary", on_click=act, args=(name, view))
