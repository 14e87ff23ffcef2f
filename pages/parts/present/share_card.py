"""What is done with a presentation: shown full screen, taken along as a file, sent as a link."""

import streamlit as st

from analysis.exports import ENDINGS
from analysis.sections import section
from analysis.sections.presentation.outline import Outline
from pages.parts.charts import embed_code
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext
from pages.parts.present import file_job, presentation_job, presentation_state
from pages.parts.present.presentation_job import PresentationJob

NOTES = "present_share_notes"


def show(view: PageContext, outline: Outline) -> None:
    """The buttons; the notes go along only if the switch says so."""
    words = view.words
    with st.container(key="card-taking"):
        notes = st.toggle(words("present.share_notes"), key=NOTES)
        html.show(
            "share-card",
            words,
            show=presentation_state.address(view, outline, notes=notes),
            file=presentation_job.file_title(view, outline, "html"),
            copy=presentation_state.page(view, outline, notes=notes),
        )
        order = PresentationJob(
            view, outline, notes, links.root(view) + presentation_state.address(view, outline, notes=False)
        )
        html.show("hint", words, text=words("taking.title"))
        with st.container(key="files", horizontal=True, gap="small"):
            for kind, ending in ENDINGS.items():
                label, file = words(f"taking.{kind}"), presentation_job.file_title(view, outline, ending)
                job = (label, file, order.state, presentation_job.file_maker(order, kind))
                icon, key = ":material/download:", f"take_{kind}"
                st.button(label, key=key, type="tertiary", icon=icon, on_click=file_job.begin, args=job)
        file_job.show(words, order.state)
        _snippet(view, outline)


def _snippet(view: PageContext, outline: Outline) -> None:
    """The code with which another site shows the chart of the chosen slide."""
    if not outline.slides:
        return
    step = outline.slides[presentation_state.current_slide(outline)]
    found = section(step.section, presentation_state.basis(view, outline.since), outline.filters(step))
    chart = next((each for each in found.charts if each.key == step.part), None) if found else None
    if found and chart:
        embed_code.show(view, found, chart, outline.filters(step), step.section)
