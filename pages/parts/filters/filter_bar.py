"""The filter bar. Filters live in the address: the widgets are set from it, and each change is written back to it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from analysis.html_parts.filter_summary import ORDER, distinct_labels, filter_summary, menu_label, option_groups
from analysis.html_parts.page_context import PageContext
from analysis.sections import Section
from analysis.selection import LISTS, Selection
from analysis.words.language import DASH
from pages.parts.core import html, url_state

Span = tuple[int, int]


def show(page: PageContext, section: Section, *, links: bool = True) -> None:
    """The menus of the filters, as far as the data has values for them, and beside them the selection in words.

    ``links``: with the buttons that copy the page's address.
    """
    with st.container(key="filter-row"):
        with st.container(key="filters", horizontal=True, width="content"):
            for name in ORDER:
                if name in section.filter_summary.idle:
                    menu = html.widget_label(menu_label(page.words, name, []))
                    st.popover(menu, key=f"choose-{name}", disabled=True)
                else:
                    MENUS.get(name, _list_menu)(page, name)
            if page.selection != Selection():
                label, empty = page.words("filters.clear"), (Selection(),)
                st.button(label, key="filter_clear", type="tertiary", on_click=url_state.change, args=empty)
        html.put(filter_summary(page, section, links=links))


def year_span(before: Span | None, options: Iterable[int], active: Iterable[int]) -> Span | None:
    """The years after a click: one outside the span widens it, one within is shown alone, a lone one shows all.

    ``before`` is the span so far, ``options`` the years that have a button, ``active`` those whose button is on.
    """
    span = {year for year in options if before and before[0] <= year <= before[1]}
    click = next(iter(span ^ set(active)), None)
    if click is None:
        return before
    if click in span:
        return None if span == {click} else (click, click)
    return (min(click, *span), max(click, *span)) if span else (click, click)


def _list_menu(page: PageContext, name: str) -> None:
    groups, current = option_groups(page, name), getattr(page.selection, name)
    texts = {code: text for _, group in groups for code, text in group.items()}
    if not texts:
        return
    labels = {code: html.widget_label(text) for code, text in texts.items()}
    menu = html.widget_label(menu_label(page.words, name, [texts[each] for each in current]))
    with st.popover(menu, key=f"choose-{name}"):
        for place, (title, group) in enumerate(groups):
            key = f"filter_{name}_{place}" if place else f"filter_{name}"
            st.pills(
                html.widget_label(title),
                list(group),
                selection_mode="multi",
                format_func=labels.__getitem__,
                key=url_state.set_widget(key, [each for each in current if each in group]),
                on_change=_change,
            )


def _year_menu(page: PageContext, name: str) -> None:
    bounds, span = page.choices["years"], page.selection.years
    if not bounds:
        return
    options = range(bounds[0], bounds[1] + 1)
    values = [DASH.join(map(str, dict.fromkeys(span)))] if span else []
    labels = {year: html.widget_label(str(year)) for year in options}
    menu = html.widget_label(menu_label(page.words, name, values))
    with st.popover(menu, key="choose-years"):
        key = url_state.set_widget("filter_years", [year for year in options if span and span[0] <= year <= span[1]])
        label, years = page.words("filters.years"), (options,)
        st.pills(
            label,
            options,
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=key,
            on_change=_change,
            args=years,
        )
        html.show("hint", page.words, text=page.words("filters.years_hint"))


def _period_menu(page: PageContext, name: str) -> None:
    """The periods that can be compared: at most one is."""
    texts, current = distinct_labels(page.choices["compare"]), page.selection.compare
    if not texts:
        return
    if current:
        # Years that an address names, such as 2020-2021, are no button of their own until they are compared.
        texts = {current: current} | texts
    labels = {key: html.widget_label(text) for key, text in texts.items()}
    menu = html.widget_label(menu_label(page.words, name, [texts[current]] if current else []))
    with st.popover(menu, key=f"choose-{name}"):
        st.pills(
            page.words(f"filters.{name}"),
            list(labels),
            format_func=labels.__getitem__,
            key=url_state.set_widget(f"filter_{name}", current or None),
            on_change=_change_period,
        )
        html.show("hint", page.words, text=page.words("filters.compare_hint"))


def _change_period() -> None:
    """Take over the period that is compared, or that none is."""
    before, period = url_state.address().selection, st.session_state.get("filter_compare")
    url_state.change(replace(before, compare=period or ""))


def _change(years: range | None = None) -> None:
    """Take over a click on one of the ``years`` that have a button, or without them the values of all lists."""
    before = url_state.address().selection
    if years:
        after = replace(before, years=year_span(before.years, years, st.session_state["filter_years"]))
    else:
        after = replace(before, **{name: _values(name, getattr(before, name)) for name in LISTS})
    url_state.change(after)


def _values(name: str, before: tuple[str, ...]) -> Any:
    """What the groups of a filter's menu have pressed, in the order in which it was; as before without a menu."""
    keys = [key for key in st.session_state if str(key) == f"filter_{name}" or str(key).startswith(f"filter_{name}_")]
    if not keys:
        return before
    pressed = [each for key in keys for each in st.session_state[key]]
    return (*(each for each in before if each in pressed), *(each for each in pressed if each not in before))


MENUS = {"years": _year_menu, "compare": _period_menu}
"""The menus of what is no list."""
