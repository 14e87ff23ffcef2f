"""The slides of a presentation in order: which there are, and headline, notes and filters of the one that is chosen."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analysis.sections import Outline, Step, outline
from analysis.sections.outline import LONGEST
from analysis.selection import SLIDES
from pages.parts import adding, markup, reader, stage
from pages.parts.view import View

SHOWN = "present_slides"


def editor(view: View, given: Outline) -> None:
    """The list of slides at the left, what is said of the chosen one at the right."""
    left, right = st.columns([2, 3], gap="medium")
    with left, st.container(key="card-slides", height="stretch"):
        _title(view, given)
        _list(view, given)
        adding.menu(view, given)
        _limit(view, given)
    with right, st.container(key="card-slide", height="stretch"):
        if given.steps:
            _moves(view, given)
            _said(view, given)
        else:
            markup.show("hint", view.words, text=view.words("present.empty"))


def _title(view: View, given: Outline) -> None:
    key = reader.set_widget("present_title", given.title)
    st.text_input(
        view.words("present.name"),
        key=key,
        max_chars=LONGEST["title"],
        placeholder=view.words("present.untitled"),
        on_change=lambda: stage.write(replace(given, title=st.session_state[key].strip())),
    )


def _list(view: View, given: Outline) -> None:
    """Radio buttons: the arrow keys walk through the slides."""
    if not given.steps:
        return
    names = _names(view, given)
    key = reader.set_widget(SHOWN, stage.at(given))
    st.radio(
        view.words("present.order"),
        range(len(given.steps)),
        format_func=lambda at: f"{at + 1}. {names[at]}",
        key=key,
        on_change=_walked,
        args=(key,),
    )


def _walked(key: str) -> None:
    """Go to the slide that is picked. Where its label became another meanwhile Streamlit hands over the old label."""
    picked = st.session_state[key]
    st.session_state[stage.AT] = picked if isinstance(picked, int) else int(picked.partition(".")[0]) - 1


def _limit(view: View, given: Outline) -> None:
    """Say that there is no room for more slides, or that the address named more than there is room for."""
    asked = outline.asked(view.address.query())
    if asked > SLIDES:
        markup.show("notice", view.words, text=view.words("taking.cut", most=SLIDES, given=asked))
    elif len(given.steps) == SLIDES:
        markup.show("hint", view.words, text=view.words("taking.full", most=SLIDES))


def _names(view: View, given: Outline) -> list[str]:
    """What each slide is called: its own headline, else what it shows; a list its heading."""
    made = stage.made(view, given).slides
    known = {each.key: each.headline if each.listing else each.eyebrow or each.headline for each in made}
    return [step.headline or known.get(step.key, view.words("present.nothing")) for step in given.steps]


def _moves(view: View, given: Outline) -> None:
    at, last = stage.at(given), len(given.steps) - 1
    with st.container(key="slide-moves", horizontal=True, gap="small"):
        _button(view, "up", at > 0, lambda: _moved(given, at, at - 1))
        _button(view, "down", at < last, lambda: _moved(given, at, at + 1))
        _button(view, "remove", True, lambda: _without(given, at))


def _button(view: View, name: str, possible: bool, act: Callable[[], None]) -> None:
    st.button(view.words(f"present.{name}"), key=f"slide_{name}", disabled=not possible, on_click=act)


def _moved(given: Outline, at: int, to: int) -> None:
    steps = list(given.steps)
    steps.insert(to, steps.pop(at))
    st.session_state[stage.AT] = to
    stage.write(replace(given, steps=tuple(steps)))


def _without(given: Outline, at: int) -> None:
    st.session_state[stage.AT] = max(0, at - 1)
    stage.write(replace(given, steps=given.steps[:at] + given.steps[at + 1 :]))


def _said(view: View, given: Outline) -> None:
    words, at = view.words, stage.at(given)
    step = given.steps[at]
    finding = next((slide.headline for slide in stage.made(view, given).slides if slide.key == step.key), "")
    for name, widget in (("headline", st.text_input), ("notes", st.text_area)):
        key = reader.set_widget(f"present_{name}", getattr(step, name))
        placeholder = finding if name == "headline" and not step.headline else None
        widget(
            words(f"present.{name}"),
            key=key,
            max_chars=LONGEST[name],
            placeholder=placeholder,
            on_change=_written,
            args=(given, at, name, key),
        )
    markup.show("hint", words, text=words("present.notes_hint"))
    key = reader.set_widget("present_own", step.selection is not None)
    st.toggle(words("present.own_filters"), key=key, on_change=_pinned, args=(given, at, key))


def _written(given: Outline, at: int, name: str, key: str) -> None:
    step = replace(given.steps[at], **{name: st.session_state[key].strip()})
    _put(given, at, step)


def _pinned(given: Outline, at: int, key: str) -> None:
    _put(given, at, replace(given.steps[at], selection=given.selection if st.session_state[key] else None))


def _put(given: Outline, at: int, step: Step) -> None:
    stage.write(replace(given, steps=(*given.steps[:at], step, *given.steps[at + 1 :])))
