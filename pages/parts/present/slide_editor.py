"""The editor of a presentation: its title, the slides in order, new slides, and the texts of the current slide."""

import re
from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from analysis.cache import cached_on
from analysis.html_parts.page_context import PageContext
from analysis.sections import Slide, section
from analysis.sections.presentation.outline import LONGEST, Outline, SlideSpec, slide_keys
from analysis.sections.presentation.slides import slide_parts
from analysis.sections.registry import SECTIONS
from analysis.selection import SLIDES
from pages.parts.core import html, url_state
from pages.parts.present import presentation_state

SLIDE_LIST = "present_slides"
"""Key of the radio buttons of the slides."""
NUMBER = re.compile(r"\d+")


class SlideSource(NamedTuple):
    """A section that slides can be made of: its title, and its parts with their names."""

    title: str
    parts: dict[str, str]


def show(page: PageContext, outline: Outline) -> None:
    """The list of slides at the left; the current one at the right, and below it its headline, notes and filters."""
    left, right = st.columns([1, 2], gap="medium")
    with left, st.container(key="card-slides", height="stretch"):
        _title_box(page, outline)
        _slide_list(page, outline)
        _add_menu(page, outline)
        # There is no room for more slides, or the address names more than there is room for.
        number = len(slide_keys(page.address.query()))
        if number > SLIDES:
            html.show("notice", page.words, text=page.words("taking.cut", most=SLIDES, given=number))
        elif len(outline.slides) == SLIDES:
            html.show("hint", page.words, text=page.words("taking.full", most=SLIDES))
    with right, st.container(key="card-slide", height="stretch"):
        if outline.slides:
            presentation_state.show_preview(page, outline)
            _move_buttons(page, outline)
            _slide_texts(page, outline)
        else:
            html.show("hint", page.words, text=page.words("present.empty"))


def _title_box(page: PageContext, outline: Outline) -> None:
    key = url_state.set_widget("present_title", outline.title)
    st.text_input(
        page.words("present.name"),
        key=key,
        max_chars=LONGEST["title"],
        placeholder=page.words("present.untitled"),
        on_change=lambda: presentation_state.write(replace(outline, title=st.session_state[key].strip())),
    )


def _slide_list(page: PageContext, outline: Outline) -> None:
    """Radio buttons: the arrow keys walk through the slides.

    Each has the name of its own headline, else that which the menu of new slides has for it.
    """
    if not outline.slides:
        return
    slides = presentation_state.build_presentation(page, outline).slides
    headings = {each.key: _heading(page, each) for each in slides}
    names = [slide.headline or headings.get(slide.key, page.words("present.nothing")) for slide in outline.slides]
    labels = [html.widget_label(f"{place}. {name}") for place, name in enumerate(names, start=1)]
    key = url_state.set_widget(SLIDE_LIST, presentation_state.current_slide(outline))

    def go() -> None:
        # If its label became another meanwhile Streamlit hands over the old label.
        value = st.session_state[key]
        place = value if isinstance(value, int) else int(NUMBER.findall(value)[0]) - 1
        st.session_state[presentation_state.SLIDE] = place

    st.radio(
        page.words("present.order"),
        range(len(outline.slides)),
        format_func=labels.__getitem__,
        key=key,
        on_change=go,
    )


def _heading(page: PageContext, slide: Slide) -> str:
    """The name of what a slide shows, as in the menu of new slides (`slide_parts`)."""
    if slide.kind == "numbers":
        return page.words("present.numbers_of", section=slide.eyebrow)
    return slide.listing.title if slide.listing else slide.eyebrow or slide.headline


def _add_menu(page: PageContext, outline: Outline) -> None:
    """A menu of all parts of all sections; the part that is picked becomes a slide after the current one."""
    words = page.words
    menu = st.popover(
        words("present.add"),
        key="present_add",
        disabled=len(outline.slides) >= SLIDES,
        on_change="rerun",
        icon=":material/add:",
    )
    if not menu.open:
        return
    sources = _slide_sources(page, outline)
    with menu, st.container(key="addable", width=420, height=480, border=False, gap=None):
        for name, source in sources.items():
            if source.parts:
                html.show("group-label", words, text=source.title)
            for part, label in source.parts.items():
                add, label = (outline, SlideSpec(name, part)), html.widget_label(label)
                st.button(label, key=f"add_{name}_{part}", type="tertiary", on_click=_add, args=add)


def _slide_sources(page: PageContext, outline: Outline) -> dict[str, SlideSource]:
    """The sections by name, built once for a set of tables, day, language and selection."""

    def build() -> dict[str, SlideSource]:
        context = presentation_state.report_context(page, outline.since)
        sections = {name: built for name in SECTIONS if (built := section(name, context, outline.selection))}
        return {name: SlideSource(each.title, slide_parts(each, context)) for name, each in sections.items()}

    key = (__name__, "slide_sources", page.today, page.words.language, outline.since, outline.selection)
    return cached_on(page.tables, key, build)


def _add(outline: Outline, slide: SlideSpec) -> None:
    at = presentation_state.current_slide(outline) + 1 if outline.slides else 0
    st.session_state[presentation_state.SLIDE] = at
    presentation_state.write(replace(outline, slides=(*outline.slides[:at], slide, *outline.slides[at:])))


def _move_buttons(page: PageContext, outline: Outline) -> None:
    """The buttons that move the current slide up or down, or remove it."""
    at, last = presentation_state.current_slide(outline), len(outline.slides) - 1
    others = outline.slides[:at] + outline.slides[at + 1 :]

    def put(to: int, removed: bool = False) -> None:
        slides = others if removed else (*others[:to], outline.slides[at], *others[to:])
        st.session_state[presentation_state.SLIDE] = max(0, to)
        presentation_state.write(replace(outline, slides=slides))

    moves = (("up", at > 0, (at - 1,)), ("down", at < last, (at + 1,)), ("remove", True, (at - 1, True)))
    with st.container(key="slide-moves", horizontal=True, gap="small"):
        for name, possible, args in moves:
            label, key = page.words(f"present.{name}"), f"slide_{name}"
            st.button(label, key=key, disabled=not possible, on_click=put, args=args)


def _slide_texts(page: PageContext, outline: Outline) -> None:
    """The headline and the notes of the current slide, and whether it keeps filters of its own."""
    words, at = page.words, presentation_state.current_slide(outline)
    slide = outline.slides[at]
    slides = presentation_state.build_presentation(page, outline).slides
    headline = next((each.headline for each in slides if each.key == slide.key), "")

    def put(name: str, key: str) -> None:
        value = st.session_state[key]
        if name == "selection":
            new = replace(slide, selection=outline.selection if value else None)
        else:
            new = replace(slide, **{name: value.strip()})
        presentation_state.write(replace(outline, slides=(*outline.slides[:at], new, *outline.slides[at + 1 :])))

    for name in ("headline", "notes"):
        key = url_state.set_widget(f"present_{name}", getattr(slide, name))
        label, longest, act = words(f"present.{name}"), LONGEST[name], (name, key)
        if name == "headline":
            hint = None if slide.headline else headline
            st.text_input(label, key=key, max_chars=longest, placeholder=hint, on_change=put, args=act)
        else:
            st.text_area(label, key=key, max_chars=longest, on_change=put, args=act)
    html.show("hint", words, text=words("present.notes_hint"))
    key = url_state.set_widget("present_own", slide.selection is not None)
    st.toggle(words("present.own_filters"), key=key, on_change=put, args=("selection", key))
