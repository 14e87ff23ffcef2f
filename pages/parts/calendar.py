"""The month view of the events. The month lives in the address; the buttons lead to the nearest one with events."""

from typing import Literal

import streamlit as st

from analysis.sections import Item, Month, Section
from pages.parts import entries, markup, reader
from pages.parts.view import View


def card(view: View, section: Section, month: Month | None) -> None:
    """The card of a month; where no event is known to the month, the sentence that says so. Without events no card."""
    words = view.words
    if month is None and not any(rows.total for rows in section.rows):
        return
    with st.container(key="card-month"):
        if month is None:
            markup.show("chart-head", words, title=words("events.month_none"), subtitle="", empty="")
            return
        with st.container(key="head-month", horizontal=True, vertical_alignment="top"):
            hint = words("events.month_hint")
            title = words("events.month", month=month.title)
            markup.show("chart-head", words, title=title, subtitle=hint, empty="")
            with st.container(key="month-steps", horizontal=True, width="content"):
                _step("earlier", month.earlier, ":material/chevron_left:", "left")
                _step("later", month.later, ":material/chevron_right:", "right")
        days = [[_entries(view, day.items) if day else [] for day in week.days] for week in month.weeks]
        some_day = _entries(view, month.some_day)
        held = any(found for week in days for found in week) or bool(some_day)
        markup.show("month", words, month=month, days=days, some_day=some_day, held=held)


def _entries(view: View, items: tuple[Item, ...]) -> list[entries.Entry]:
    return entries.entries(view, items, reported=False)


def _step(name: str, to: tuple[str, str] | None, icon: str, side: Literal["left", "right"]) -> None:
    if to:
        st.button(to[1], key=f"month_{name}", icon=icon, icon_position=side, on_click=_go, args=(to[0],))


def _go(month: str) -> None:
    reader.write(reader.address().showing(month=month))
