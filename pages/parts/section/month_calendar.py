"""The month view of the events. The month lives in the address; the buttons lead to the nearest one with events."""

from typing import Literal

import streamlit as st

from analysis.html_parts import item_lists
from analysis.html_parts.page_context import PageContext
from analysis.sections import Section
from analysis.sections.records.event_calendar import CalendarMonth
from pages.parts.core import html, url_state

STEPS: dict[str, tuple[str, Literal["left", "right"]]] = {
    "earlier": (":material/chevron_left:", "left"),
    "later": (":material/chevron_right:", "right"),
}
"""By direction: the icon of its button, and the side of the label that it is on."""


def show(page: PageContext, section: Section, month: CalendarMonth | None) -> None:
    """The card of a month; if no event has a month, the sentence that says so. Without events no card."""
    words = page.words
    if month is None and not any(rows.total for rows in section.rows):
        return
    with st.container(key="card-month"):
        if month is None:
            html.show("chart-head", words, title=words("events.month_none"), subtitle="", empty="")
            return
        with st.container(key="head-month", horizontal=True, vertical_alignment="top"):
            title = words("events.month", month=month.title)
            html.show("chart-head", words, title=title, subtitle=words("events.month_hint"), empty="")
            with st.container(key="month-steps", horizontal=True, width="content"):
                _show_steps(month)
        html.put(item_lists.month_days(page, month))


def _show_steps(month: CalendarMonth) -> None:
    for name, (icon, side) in STEPS.items():
        step = month.earlier if name == "earlier" else month.later
        if step:
            value, label = step
            st.button(
                html.widget_label(label),
                key=f"month_{name}",
                icon=icon,
                icon_position=side,
                on_click=url_state.change,
                kwargs={"month": value},
            )
