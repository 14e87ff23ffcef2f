"""One choice of a page of its own (what is compared, which terms), kept in the address under its name."""

from collections.abc import Mapping

import streamlit as st

from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import TermGroup, term_group, term_groups
from pages.parts.core import html, markdown_escape, url_state
from pages.parts.core.page_context import PageContext

MEASURE, GROUP = "measure", "group"
SWITCHED, RATE = "participants", "rate"


def measure(view: PageContext) -> str:
    """The measure of regions that the address names, else the first."""
    wanted = view.address.of(MEASURE)
    return wanted if wanted in MEASURES else MEASURES[0]


def measures(view: PageContext, shown: str) -> None:
    """The buttons of the measures; the rate is no button of its own but a switch that sets participants beside
    inhabitants."""
    words = view.words
    offered = {key: words(f"regions.measure_{key}") for key in MEASURES if key != RATE}
    _say_unknown(view, MEASURE, MEASURES)
    with st.container(key="pick", horizontal=True, vertical_alignment="center"):
        _buttons(words("regions.measure"), MEASURE, offered, SWITCHED if shown == RATE else shown)
        if shown in (SWITCHED, RATE):
            key = url_state.set_widget(f"switch_{MEASURE}", shown == RATE)

            def switch() -> None:
                value = RATE if st.session_state[key] else SWITCHED
                url_state.write(url_state.address().with_page_parameters(**{MEASURE: value}))

            st.toggle(words("regions.per"), key=key, on_change=switch)


def term_group_of_page(view: PageContext) -> TermGroup:
    """The group of terms that the address names, else the themes."""
    return term_group(view.tables, view.words, view.address.of(GROUP))


def term_group_buttons(view: PageContext, shown: TermGroup) -> None:
    """The buttons of the groups that the workbook has (themes, priorities of a period, cluster themes); a single one
    needs none."""
    offered = {each.key: each.name for each in term_groups(view.tables, view.words)}
    _say_unknown(view, GROUP, tuple(offered))
    if len(offered) > 1:
        with st.container(key="pick", horizontal=True):
            _buttons(view.words("themes.group"), GROUP, offered, shown.key)


def _say_unknown(view: PageContext, name: str, offered: tuple[str, ...]) -> None:
    """Say that the address names a value that does not exist."""
    wanted = view.address.of(name)
    if wanted and wanted not in offered:
        html.show("notice", view.words, text=view.words.plural("frame.dropped", 1, values=wanted))


def _buttons(label: str, name: str, offered: Mapping[str, str], value: str) -> None:
    """The buttons of what is offered (labels by key); the first of them leaves the address without the name."""
    key = url_state.set_widget(f"choose_{name}", value)

    def write() -> None:
        wanted = st.session_state[key]
        url_state.write(
            url_state.address().with_page_parameters(**{name: None if wanted == next(iter(offered)) else wanted})
        )

    st.segmented_control(
        label,
        list(offered),
        required=True,
        format_func=lambda each: markdown_escape.label(offered[each]),
        key=key,
        label_visibility="collapsed",
        on_change=write,
    )
