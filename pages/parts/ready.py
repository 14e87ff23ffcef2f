"""The presentations that are ready, and those that editors saved: one click puts them into the address."""

from collections.abc import Iterator

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
        for kind, found in _kinds(view).items():
            with st.popover(words(f"present.kind.{kind}"), key=f"choose-{kind}"):
                for name, title in found.items():
                    key = f"ready_{kind}_{len(key_of(name))}_{name}"
                    act = saving.take if kind == SAVED else stage.take
                    st.button(title, key=key, type="tertiary", on_click=act, args=(name, view))


def key_of(name: str) -> str:
    """A name as a key of the page holds it."""
    return "".join(letter if letter.isalnum() else "-" for letter in name)


def _kinds(view: View) -> dict[str, dict[str, str]]:
    names = offered(stage.basis(view))
    kinds = {kind: {name: title for name, title in names.items() if name.startswith(f"{kind}-")} for kind in KINDS}
    kinds[SAVED] = dict(_saved())
    return {kind: found for kind, found in kinds.items() if found}


def _saved() -> Iterator[tuple[str, str]]:
    for each in desk().store.shelf.all():
        yield each.name, each.title
