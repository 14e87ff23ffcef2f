"""The presentation that the address holds, and how it is changed: every change is written back into the address."""

from dataclasses import replace

import streamlit as st

from analysis import presentation_lookup
from analysis.cache import cached_on
from analysis.html_parts.page_context import PageContext
from analysis.sections import Presentation, presentation
from analysis.sections.presentation.outline import Outline, SlideSpec, read_outline
from analysis.selection import PRESENTATION_PARAMETERS
from pages.parts.charts.chart_slide import OUTLINE
from pages.parts.core import url_state
from pages.parts.core.report_context import report_context

SLIDE = "present_at"
"""Key of the session: the place of the slide that is edited."""
START = tuple(SlideSpec("overview", part) for part in ("numbers", "years", "regions", "themes"))
"""The slides of an address that names none."""
HIGH = 404
"""Of the preview, in pixels."""


def outline_of_page(page: PageContext) -> Outline:
    """The outline that the address holds, without filters that do not exist; a first one if it holds none."""
    outline = read_outline(page.address.query())
    if not outline.slides:
        outline = replace(outline, slides=START)
    outline = presentation_lookup.with_known_filters(outline, report_context(page, outline.since))
    st.session_state[OUTLINE] = outline
    return outline


def build_presentation(page: PageContext, outline: Outline) -> Presentation:
    """The slides of an outline, built once for all who ask for the same."""
    key = (__name__, "build_presentation", page.state(), outline.query())
    return cached_on(page.tables, key, lambda: presentation(outline, report_context(page, outline.since)))


def write(outline: Outline) -> None:
    """Put an outline into the address, beside language and revision."""
    empty: dict[str, str | None] = dict.fromkeys(PRESENTATION_PARAMETERS)
    url_state.change(outline.selection, **empty | outline.own_query())


def current_slide(outline: Outline) -> int:
    """The place of the slide that is edited, from 0 on."""
    return min(max(0, int(st.session_state.get(SLIDE, 0))), max(0, len(outline.slides) - 1))


def address(page: PageContext, outline: Outline, *, notes: bool) -> str:
    """The one-file view of an outline, relative to the pages; the notes go along only if ``notes`` says so."""
    audience = outline if notes else outline.without_notes()
    query = audience.query(revision=page.address.revision) + ("&notes=1" if notes else "")
    return presentation_lookup.path(presentation_lookup.OWN, page.words.language, query)


def show_preview(page: PageContext, outline: Outline) -> None:
    """The slide that is edited, as the audience will see it."""
    if outline.slides:
        slide = f"{address(page, outline, notes=False)}&slide={current_slide(outline) + 2}"
        with st.container(key="preview"):
            st.iframe(f"{page.root}{slide}", height=HIGH, alt=page.words("present.preview"))
