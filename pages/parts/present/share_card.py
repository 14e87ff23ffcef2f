"""What is done with a presentation: shown full screen, taken along as a file, sent as a link, embedded."""

import streamlit as st

from analysis.exports import ENDINGS
from analysis.html_parts.page_context import PageContext
from analysis.sections import section
from analysis.sections.presentation.outline import Outline
from pages.parts.charts import downloads
from pages.parts.core import html
from pages.parts.present import file_job, presentation_state

NOTES = "present_share_notes"


def show(page: PageContext, outline: Outline) -> None:
    """The buttons; the notes go along only if the switch says so."""
    words, title = page.words, outline.title or page.words("present.untitled")
    with st.container(key="card-taking"):
        notes = st.toggle(words("present.share_notes"), key=NOTES)
        audience = outline if notes else outline.without_notes()
        revision = page.revision.id if page.revision else ""
        html.show(
            "share-card",
            words,
            show=presentation_state.address(page, outline, notes=notes),
            file=downloads.revision_file_name(page.revision, title, ending="html"),
            live=f"./present?{audience.query(words.language)}",
            pinned=f"./present?{audience.query(words.language, revision)}" if revision else "",
            revision=revision,
        )
        live = page.root + presentation_state.address(page, outline, notes=False)
        state = f"{page.state()} {notes}"
        html.show("hint", words, text=words("taking.title"))
        with st.container(key="files", horizontal=True, gap="small"):
            for kind, ending in ENDINGS.items():
                label, file = words(f"taking.{kind}"), downloads.revision_file_name(page.revision, title, ending=ending)
                job = (label, file, state, file_job.file_maker(page, outline, kind, live, notes=notes))
                icon, key = ":material/download:", f"take_{kind}"
                st.button(label, key=key, type="tertiary", icon=icon, on_click=file_job.begin, args=job)
        file_job.show(words, state)
        _embed_code(page, outline)


def _embed_code(page: PageContext, outline: Outline) -> None:
    """The code with which another site shows the chart of the current slide."""
    if not outline.slides:
        return
    slide = outline.slides[presentation_state.current_slide(outline)]
    filters = outline.filters(slide)
    part = section(slide.section, presentation_state.report_context(page, outline.since), filters)
    chart = next((each for each in part.charts if each.key == slide.part), None) if part else None
    if part and chart:
        downloads.show_embed_code(page, part, chart, filters, slide.section)
