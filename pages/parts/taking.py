"""What is done with a presentation: shown full screen, taken along as a file, sent as a link."""

import streamlit as st

from analysis.exports import ENDINGS
from analysis.sections import section
from analysis.sections.outline import Outline
from pages.parts import links, making, markup, snippets, stage, taken
from pages.parts.taken import PresentationJob
from pages.parts.view import PageContext

NOTES = "present_share_notes"


def show(view: PageContext, outline: Outline) -> None:
    """The buttons; the notes go along only if the switch says so."""
    words = view.words
    with st.container(key="card-taking"):
        notes = st.toggle(words("present.share_notes"), key=NOTES)
        markup.show(
            "share-card",
            words,
            show=stage.address(view, outline, notes=notes),
            file=taken.file_title(view, outline, "html"),
            copy=stage.page(view, outline, notes=notes),
        )
        order = PresentationJob(view, outline, notes, links.root(view) + stage.address(view, outline, notes=False))
        markup.show("hint", words, text=words("taking.title"))
        with st.container(key="files", horizontal=True, gap="small"):
            for kind, ending in ENDINGS.items():
                label, file = words(f"taking.{kind}"), taken.file_title(view, outline, ending)
                job = (label, file, order.state, taken.file_maker(order, kind))
                icon, key = ":material/download:", f"take_{kind}"
                st.button(label, key=key, type="tertiary", icon=icon, on_click=making.begin, args=job)
        making.show(words, order.state)
        _snippet(view, outline)


def _snippet(view: PageContext, outline: Outline) -> None:
    """The code with which another site shows the chart of the chosen slide."""
    if not outline.slides:
        return
    step = outline.slides[stage.current_slide(outline)]
    found = section(step.section, stage.basis(view, outline.since), outline.filters(step))
    chart = next((each for each in found.charts if each.key == step.part), None) if found else None
    if found and chart:
        snippets.show(view, found, chart, outline.filters(step), step.section)
