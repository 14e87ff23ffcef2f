"""What is done with a presentation: shown full screen, taken along as a file, sent as a link."""

from dataclasses import replace

import streamlit as st

from analysis.exports import ENDINGS
from analysis.sections import Outline, section
from pages.parts import making, markup, stage, taken
from pages.parts.taken import Order
from pages.parts.view import View

NOTES = "present_share_notes"


def card(view: View, given: Outline) -> None:
    """The buttons; the notes go along only where the switch says so."""
    words = view.words
    with st.container(key="card-taking"):
        notes = st.toggle(words("present.share_notes"), key=NOTES)
        markup.show(
            "taking",
            words,
            show=stage.address(view, given, notes=notes),
            file=taken.name(view, given, "html"),
            copy=stage.page(view, given, notes=notes),
        )
        _files(Order(view, given, notes, stage.root() + stage.address(view, given, notes=False)))
        _snippet(view, given)


def _files(order: Order) -> None:
    """A button for each kind of file, and below them what is being made."""
    words = order.view.words
    markup.show("hint", words, text=words("taking.title"))
    with st.container(key="files", horizontal=True, gap="small"):
        for kind, ending in ENDINGS.items():
            label, file = words(f"taking.{kind}"), taken.name(order.view, order.given, ending)
            asked = (label, file, order.of, taken.maker(order, kind))
            icon, key = ":material/download:", f"take_{kind}"
            st.button(label, key=key, type="tertiary", icon=icon, on_click=making.begin, args=asked)
    making.show(words, order.of)


def _snippet(view: View, given: Outline) -> None:
    """The code with which another site shows the chart of the chosen slide."""
    if not given.steps:
        return
    step = given.steps[stage.at(given)]
    found = section(step.section, stage.basis(view, given.since), step.selection or given.selection)
    if found and any(chart.key == step.part for chart in found.charts):
        shown = replace(view.address, selection=step.selection or given.selection, language=view.words.language)
        address = f"{stage.root()}embed/{step.section}/{step.part}{shown.elsewhere().suffix()}"
        markup.show("snippet", view.words, address=address, title=found.title)
