"""The presentation that the address holds, and how it is changed: every change is written back into the address."""

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.cache import cached_on
from analysis.sections import Presentation, ReportContext, presentation
from analysis.sections.presentation.outline import Outline, SlideSpec, read_outline
from analysis.sections.presentation.presets import preset
from analysis.selection import PRESENTATION_PARAMETERS
from pages.parts.core import links, url_state
from pages.parts.core.page_context import PageContext

AT = "present_at"
"""Which slide is edited: its place in the order, kept for the session."""
START = tuple(SlideSpec("overview", part) for part in ("numbers", "years", "regions", "themes"))
"""The slides of an address that names none."""
HIGH = 640
"""Of the preview, in pixels."""


def outline(view: PageContext) -> Outline:
    """The outline that the address holds, without filters that nobody knows; a first one if it holds none."""
    outline = read_outline(view.address.query())
    if not outline.slides:
        outline = replace(outline, slides=START)
    return presentation_lookup.with_known_filters(outline, basis(view, outline.since))


def basis(view: PageContext, since: str = "") -> ReportContext:
    """What the slides are made from: the tables of the view."""
    revision = view.revision.id if view.revision else None
    found = presentation_lookup.report_context(app_services().store, view.words, datetime.now(UTC), revision, since)
    return found or ReportContext(view.tables, view.words, view.today)


def built_presentation(view: PageContext, outline: Outline) -> Presentation:
    """The slides of an outline, made once for all who ask for the same."""
    key = (__name__, "made", view.state, outline.query())
    return cached_on(view.tables, key, lambda: presentation(outline, basis(view, outline.since)))


def show_preset(name: str, view: PageContext) -> None:
    """Put a ready presentation into the address, to be shown or changed."""
    found = preset(name, basis(view))
    if found:
        write(found)


def write(outline: Outline) -> None:
    """Put an outline into the address, beside language and revision."""
    address = url_state.address()
    empty = dict.fromkeys(PRESENTATION_PARAMETERS)
    target = address.with_page_parameters(**empty | outline.own_query())
    url_state.write(replace(target, selection=outline.selection))


def current_slide(outline: Outline) -> int:
    """The place of the slide that is edited, from 0 on."""
    return min(max(0, int(st.session_state.get(AT, 0))), max(0, len(outline.slides) - 1))


def address(view: PageContext, outline: Outline, *, notes: bool) -> str:
    """The one-file view of an outline, relative to the pages; the notes go along only if they are wanted."""
    shown = outline if notes else outline.without_notes()
    query = shown.query(revision=view.address.revision) + ("&notes=1" if notes else "")
    return presentation_lookup.path(presentation_lookup.OWN, view.words.language, query)


def page(view: PageContext, outline: Outline, *, notes: bool) -> str:
    """This page with an outline, relative to any page."""
    shown = outline if notes else outline.without_notes()
    return f"./present?{shown.query(view.words.language, view.address.revision)}"


def preview(view: PageContext, outline: Outline) -> None:
    """The slide that is edited, as the audience will see it."""
    if outline.slides:
        shown = f"{address(view, outline, notes=False)}&slide={current_slide(outline) + 2}"
        with st.container(key="preview"):
            st.iframe(f"{links.root(view)}{shown}", height=HIGH, alt=view.words("present.preview"))
