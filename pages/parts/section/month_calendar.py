"""The month view of the events. The month lives in the address; the buttons lead to the nearest one with events."""

from typing import Literal

import streamlit as st

from analysis.sections import Item, Section
from analysis.sections.records.event_calendar import CalendarMonth
from pages.parts.core import html, url_state
from pages.parts.core.page_context import PageContext
from pages.parts.section import item_cards

STEPS: dict[str, tuple[str, Literal["left", "right"]]] = {
    "earlier": (":material/chevron_left:", "left"),
    "later": (":material/chevron_right:", "right"),
}
"""By direction: the icon of its button, and the side of the label that it is on."""


def card(view: PageContext, section: Section, month: CalendarMonth | None) -> None:
    """The card of a month; if no event is known to the month, the sentence that says so. Without events no card."""
    words = view.words
    if month is None and not any(rows.total for rows in section.rows):
        return
    with st.container(key="card-month"):
        if month is None:
            html.show("chart-head", words, title=words("events.month_none"), subtitle="", empty="")
            return
        with st.container(key="head-month", horizontal=True, vertical_alignment="top"):
            hint = words("events.month_hint")
            title = words("events.month", month=month.title)
            html.show("chart-head", words, title=title, subtitle=hint, empty="")
            with st.container(key="month-steps", horizontal=True, width="content"):
                _steps(month)

        def listed(items: tuple[Item, ...]) -> list[item_cards.ListedItem]:
            return item_cards.with_addresses(view, items, reported=False)

        days = [[listed(day.items) if day else [] for day in week.days] for week in month.weeks]
        some_day = listed(month.some_day)
        held = any(found for week in days for found in week) or bool(some_day)
        html.show("month", words, month=month, days=days, some_day=some_day, held=held)


def _steps(month: CalendarMonth) -> None:
    for name, (icon, side) in STEPS.items():
        to = month.earlier if name == "earlier" else month.later
        if to:
            st.button(
                to[1],
                key=f"month_{name}",
                icon=icon,
                icon_position=side,
                on_click=lambda wanted=to[0]: url_state.write(url_state.address().with_page_parameters(month=wanted)),
            )
