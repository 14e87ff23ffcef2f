"""One choice of a page of its own (what is compared, which terms), kept in the address under its name."""

from collections.abc import Mapping

import streamlit as st

from pages.parts import markup, plain, reader
from pages.parts.view import View


def picked(view: View, name: str, offered: tuple[str, ...]) -> str:
    """What the address names; the first that is offered where it is silent or names what there is not."""
    wanted = view.address.of(name)
    return wanted if wanted in offered else offered[0]


def unknown(view: View, name: str, offered: tuple[str, ...]) -> None:
    """Say that the address names what there is not."""
    wanted = view.address.of(name)
    if wanted and wanted not in offered:
        markup.show("notice", view.words, text=view.words.plural("frame.dropped", 1, values=wanted))


def choose(label: str, name: str, offered: Mapping[str, str], value: str) -> None:
    """The buttons of what is offered (labels by key)."""
    key = reader.set_widget(f"choose_{name}", value)
    st.segmented_control(
        label,
        list(offered),
        required=True,
        format_func=lambda each: plain.label(offered[each]),
        key=key,
        label_visibility="collapsed",
        on_change=_written,
        args=(name, next(iter(offered)), key),
    )


def switch(label: str, name: str, on: str, off: str, value: str) -> None:
    """A switch between two values of the same choice."""
    key = reader.set_widget(f"switch_{name}", value == on)
    st.toggle(label, key=key, on_change=_switched, args=(name, on, off, key))


def _written(name: str, first: str, key: str) -> None:
    chosen = st.session_state[key]
    _write(name, None if chosen == first else chosen)


def _switched(name: str, on: str, off: str, key: str) -> None:
    _write(name, on if st.session_state[key] else off)


def _write(name: str, value: str | None) -> None:
    reader.write(reader.address().showing(**{name: value}))
