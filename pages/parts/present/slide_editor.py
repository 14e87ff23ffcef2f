"""The slides of a presentation in order: which there are, and headline, notes and filters of the one that is chosen."""

from dataclasses import replace

import streamlit as st

from analysis.sections.presentation.outline import LONGEST, Outline, slide_keys
from analysis.selection import SLIDES
from pages.parts.core import html, url_state
from pages.parts.core.page_context import PageContext
from pages.parts.present import add_slide_menu, presentation_state

SHOWN = "present_slides"


def editor(view: PageContext, outline: Outline) -> None:
    """The list of slides at the left, headline, notes and filters of the chosen one at the right."""
    left, right = st.columns([2, 3], gap="medium")
    with left, st.container(key="card-slides", height="stretch"):
        _title(view, outline)
        _list(view, outline)
        add_slide_menu.menu(view, outline)
        _limit(view, outline)
    with right, st.container(key="card-slide", height="stretch"):
        if outline.slides:
            _moves(view, outline)
            _texts(view, outline)
        else:
            html.show("hint", view.words, text=view.words("present.empty"))


def _title(view: PageContext, outline: Outline) -> None:
    key = url_state.set_widget("present_title", outline.title)
    st.text_input(
        view.words("present.name"),
        key=key,
        max_chars=LONGEST["title"],
        placeholder=view.words("present.untitled"),
        on_change=lambda: presentation_state.write(replace(outline, title=st.session_state[key].strip())),
    )


def _list(view: PageContext, outline: Outline) -> None:
    """Radio buttons: the arrow keys walk through the slides.

    Each is called by its own headline, else by what it shows, a list by its heading.
    """
    if not outline.slides:
        return
    slides = presentation_state.built_presentation(view, outline).slides
    known = {each.key: each.headline if each.listing else each.eyebrow or each.headline for each in slides}
    names = [step.headline or known.get(step.key, view.words("present.nothing")) for step in outline.slides]
    key = url_state.set_widget(SHOWN, presentation_state.current_slide(outline))

    def go() -> None:
        # If its label became another meanwhile Streamlit hands over the old label.
        picked = st.session_state[key]
        st.session_state[presentation_state.AT] = (
            picked if isinstance(picked, int) else int(picked.partition(".")[0]) - 1
        )

    st.radio(
        view.words("present.order"),
        range(len(outline.slides)),
        format_func=lambda at: f"{at + 1}. {names[at]}",
        key=key,
        on_change=go,
    )


def _limit(view: PageContext, outline: Outline) -> None:
    """Say that there is no room for more slides, or that the address named more than there is room for."""
    number = len(slide_keys(view.address.query()))
    if number > SLIDES:
        html.show("notice", view.words, text=view.words("taking.cut", most=SLIDES, given=number))
    elif len(outline.slides) == SLIDES:
        html.show("hint", view.words, text=view.words("taking.full", most=SLIDES))


def _moves(view: PageContext, outline: Outline) -> None:
    """The buttons that move the chosen slide up or down, or take it out."""
    at, last = presentation_state.current_slide(outline), len(outline.slides) - 1
    others = outline.slides[:at] + outline.slides[at + 1 :]

    def put(to: int, removed: bool = False) -> None:
        steps = others if removed else (*others[:to], outline.slides[at], *others[to:])
        st.session_state[presentation_state.AT] = max(0, to)
        presentation_state.write(replace(outline, slides=steps))

    moves = (("up", at > 0, (at - 1,)), ("down", at < last, (at + 1,)), ("remove", True, (at - 1, True)))
    with st.container(key="slide-moves", horizontal=True, gap="small"):
        for name, possible, args in moves:
            label, key = view.words(f"present.{name}"), f"slide_{name}"
            st.button(label, key=key, disabled=not possible, on_click=put, args=args)


def _texts(view: PageContext, outline: Outline) -> None:
    """The headline and the notes of the chosen slide, and whether it keeps filters of its own."""
    words, at = view.words, presentation_state.current_slide(outline)
    step = outline.slides[at]
    finding = next(
        (
            slide.headline
            for slide in presentation_state.built_presentation(view, outline).slides
            if slide.key == step.key
        ),
        "",
    )

    def put(name: str, key: str) -> None:
        value = st.session_state[key]
        if name == "selection":
            changed = replace(step, selection=outline.selection if value else None)
        else:
            changed = replace(step, **{name: value.strip()})
        presentation_state.write(replace(outline, slides=(*outline.slides[:at], changed, *outline.slides[at + 1 :])))

    for name, widget in (("headline", st.text_input), ("notes", st.text_area)):
        key = url_state.set_widget(f"present_{name}", getattr(step, name))
        placeholder = finding if name == "headline" and not step.headline else None
        widget(
            words(f"present.{name}"),
            key=key,
            max_chars=LONGEST[name],
            placeholder=placeholder,
            on_change=put,
            args=(name, key),
        )
    html.show("hint", words, text=words("present.notes_hint"))
    key = url_state.set_widget("present_own", step.selection is not None)
    st.toggle(words("present.own_filters"), key=key, on_change=put, args=("selection", key))
