"""A chart as a slide: alone in a PowerPoint file, and added to the presentation that the reader puts together."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from analysis.app_services import app_services
from analysis.charts import Chart
from analysis.exports import Branding, Provenance, powerpoint_file
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGE_BY_KEY
from analysis.sections import Section, presentation
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.registry import SECTIONS
from analysis.selection import SLIDES, Address
from pages.parts.charts import downloads
from pages.parts.core.report_context import report_context

OUTLINE = "outline"
"""Key of the session: the presentation that the reader saw last."""


def slide_of(page: PageContext, section: Section, chart: Chart) -> SlideSpec | None:
    """The slide that shows a ``chart`` of a ``section`` as the ``page`` does; None if it can be none."""
    name = downloads.variant_name(page, section)
    return SlideSpec(name, chart.key) if name.partition(":")[0] in SECTIONS and not chart.table.empty else None


def slide_file(page: PageContext, slide: SlideSpec, origin: Provenance) -> bytes:
    """The slide alone as a PowerPoint file, in the council's own template if there is one."""
    settings, context = app_services().settings, report_context(page)
    whole = presentation(Outline((slide,), selection=page.selection), context)
    content = replace(whole, slides=tuple(each for each in whole.slides if each.key == slide.key))
    template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
    time = page.revision.published if page.revision else None
    return powerpoint_file(content, page.words, origin, Branding(template, settings.eu_emblem), timestamp=time)


def show_link_to_add(page: PageContext, slide: SlideSpec) -> None:
    """The link to the presentation that the reader saw last, or to a new one, with the slide at its end.

    The slide keeps the filters of its page. Nothing if the presentation is full.
    """
    outline: Outline = st.session_state.get(OUTLINE) or Outline(selection=page.selection)
    if len(outline.slides) >= SLIDES:
        return
    own = None if outline.selection == page.selection else page.selection
    longer = replace(outline, slides=(*outline.slides, replace(slide, selection=own)))
    address = Address(outline.selection, page.words.language, page.address.revision)
    query = longer.own_query() | address.query()
    label, script = page.words("downloads.add_slide"), PAGE_BY_KEY["present"].script
    st.page_link(script, label=label, icon=":material/add:", query_params=query, help="")
