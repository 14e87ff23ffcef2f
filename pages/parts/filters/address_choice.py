"""What a page compares (a measure, a group of terms), or its step of time: a choice of its own, kept in the address."""

from collections.abc import Collection, Mapping

import streamlit as st

from analysis.html_parts.page_choices import step_labels
from analysis.html_parts.page_context import PageContext
from analysis.sections.charts.parts_of_years import STEPS
from analysis.sections.pages.gaps.page import MEASURES as GAP_MEASURES
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import TermGroup, term_groups
from pages.parts.core import html, url_state

MEASURE, GROUP, STEP = "measure", "group", "step"
RATE = "rate"


def step_buttons(page: PageContext, possible: tuple[str, ...]) -> None:
    """The buttons of the steps of the overview; ``possible``: those for which enough months are known."""
    labels = step_labels(page.words, page.choice, possible)
    _say_unknown(page, STEP, STEPS)
    if labels:
        with st.container(key="pick", horizontal=True):
            _buttons(page.words("overview.step"), STEP, labels, page.choice)


def measure_buttons(page: PageContext, current: str) -> None:
    """The buttons of the measures by which regions are compared."""
    words = page.words
    labels = {key: words(f"regions.measure_{key}") for key in MEASURES}
    _say_unknown(page, MEASURE, MEASURES)
    with st.container(key="pick", horizontal=True):
        _buttons(words("regions.measure"), MEASURE, labels, current)


def rate_switch(page: PageContext, current: str) -> None:
    """The switch that sets the numbers of the gaps beside inhabitants; ``current`` is their measure."""
    _say_unknown(page, MEASURE, GAP_MEASURES)
    key = url_state.set_widget(f"switch_{MEASURE}", current == RATE)
    shown = html.widget_label(page.words("gaps.per"))
    with st.container(key="pick", horizontal=True):
        st.toggle(shown, key=key, on_change=lambda: url_state.change(measure=RATE if st.session_state[key] else None))


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
    texts = {each: html.widget_label(label) for each, label in labels.items()}
    parameters = {each: {name: each if place else None} for place, each in enumerate(labels)}
    st.segmented_control(
        html.widget_label(title),
        list(texts),
        required=True,
        format_func=texts.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: url_state.change(**parameters[st.session_state[key]]),
    )
