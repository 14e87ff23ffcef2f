"""What a page compares (a measure, a group of terms): a choice of its own beside the filters, kept in the address."""

from collections.abc import Collection, Mapping

import streamlit as st

from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import TermGroup, term_groups
from pages.parts.core import html, url_state
from pages.parts.core.page_context import PageContext

MEASURE, GROUP = "measure", "group"
PARTICIPANTS, RATE = "participants", "rate"


def measure(page: PageContext) -> str:
    """The measure of regions that the address names, else the first."""
    name = page.address.of(MEASURE)
    return name if name in MEASURES else MEASURES[0]


def measure_buttons(page: PageContext, current: str) -> None:
    """The buttons of the measures; the rate is a switch instead, which sets participants beside inhabitants."""
    words = page.words
    labels = {key: words(f"regions.measure_{key}") for key in MEASURES if key != RATE}
    _say_unknown(page, MEASURE, MEASURES)
    with st.container(key="pick", horizontal=True, vertical_alignment="center"):
        _buttons(words("regions.measure"), MEASURE, labels, PARTICIPANTS if current == RATE else current)
        if current in (PARTICIPANTS, RATE):
            key = url_state.set_widget(f"switch_{MEASURE}", current == RATE)
            st.toggle(
                words("regions.per"),
                key=key,
                on_change=lambda: url_state.change(measure=RATE if st.session_state[key] else PARTICIPANTS),
            )


def term_group_buttons(page: PageContext, current: TermGroup) -> None:
    """The buttons of the groups that the workbook has: themes, priorities of a period, cluster themes; none for one."""
    labels = {each.key: each.name for each in term_groups(page.tables, page.words)}
    _say_unknown(page, GROUP, labels)
    if len(labels) > 1:
        with st.container(key="pick", horizontal=True):
            _buttons(page.words("themes.group"), GROUP, labels, current.key)


def _say_unknown(page: PageContext, name: str, options: Collection[str]) -> None:
    value = page.address.of(name)
    if value and value not in options:
        html.show("notice", page.words, text=page.words.plural("frame.dropped", 1, values=value))


def _buttons(title: str, name: str, labels: Mapping[str, str], current: str) -> None:
    """One button for each label; the first key of ``labels`` leaves the address without the parameter ``name``."""
    key = url_state.set_widget(f"choose_{name}", current)
    parameters = {each: {name: each if place else None} for place, each in enumerate(labels)}
    st.segmented_control(
        title,
        list(labels),
        required=True,
        format_func=lambda each: html.widget_label(labels[each]),
        key=key,
        label_visibility="collapsed",
        on_change=lambda: url_state.change(**parameters[st.session_state[key]]),
    )
