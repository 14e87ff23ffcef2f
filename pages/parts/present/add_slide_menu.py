"""The slides that can be added to a presentation: every part of every section."""

from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from analysis.cache import cached_on
from analysis.sections import section
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.presentation.slides import slide_parts
from analysis.sections.registry import SECTIONS
from analysis.selection import SLIDES
from pages.parts.core.page_context import PageContext
from pages.parts.present import presentation_state


def menu(view: PageContext, outline: Outline) -> None:
    """A menu of all slides that there are, section by section; what is picked comes after the chosen one."""
    words = view.words
    opened = st.popover(
        words("present.add"),
        key="present_add",
        disabled=len(outline.slides) >= SLIDES,
        on_change="rerun",
        icon=":material/add:",
    )
    if not opened.open:
        return
    offered = _offered(view, outline)
    with opened, st.container(key="addable", width=420):
        name = st.segmented_control(
            words("present.section"),
            list(offered),
            format_func=lambda key: offered[key].title,
            default="overview",
            required=True,
            key="present_section",
        )
        for part, label in offered[name].parts.items():
            step = SlideSpec(name, part)
            st.button(label, key=f"add_{name}_{part}", type="tertiary", on_click=_added, args=(outline, step))


class Offered(NamedTuple):
    """A section that slides can be taken from: its title, and its parts with what they are called."""

    title: str
    parts: dict[str, str]


def _offered(view: PageContext, outline: Outline) -> dict[str, Offered]:
    """The sections by name, made once for a set of tables, day, language and selection."""

    def make() -> dict[str, Offered]:
        basis = presentation_state.basis(view, outline.since)
        made = {name: found for name in SECTIONS if (found := section(name, basis, outline.selection))}
        return {name: Offered(found.title, slide_parts(found, basis)) for name, found in made.items()}

    key = (__name__, "offered", view.today, view.words.language, outline.since, outline.selection)
    return cached_on(view.tables, key, make)


def _added(outline: Outline, step: SlideSpec) -> None:
    at = presentation_state.current_slide(outline) + 1 if outline.slides else 0
    st.session_state[presentation_state.AT] = at
    presentation_state.write(replace(outline, slides=(*outline.slides[:at], step, *outline.slides[at:])))
