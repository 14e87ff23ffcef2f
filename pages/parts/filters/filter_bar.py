"""The filter bar. Filters live in the address: the widgets are set from it, and each change is written back to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from analysis.sections import Section
from analysis.selection import LISTS, Selection
from analysis.words import Translator
from analysis.words.language import DASH
from pages.parts.core import html, links, url_state
from pages.parts.core.page_context import PageContext

ORDER = ("regions", "themes", "years", "priorities", "kinds")
Span = tuple[int, int]


def show(page: PageContext, section: Section) -> None:
    """The menus of the filters, as far as the data has values for them, and beside them the selection in words."""
    with st.container(key="filter-row"):
        with st.container(key="filters", horizontal=True, width="content"):
            for name in ORDER:
                _year_menu(page) if name == "years" else _list_menu(page, name)
            if page.selection != Selection():
                label, empty = page.words("filters.clear"), (Selection(),)
                st.button(label, key="filter_clear", type="tertiary", on_click=url_state.change, args=empty)
        _summary(page, section)


def toggle(selection: Selection, values: Mapping[str, Any]) -> Selection:
    """The selection after a click on a mark or a row of a chart that stands for these values, by filter.

    It has these values alone; if it has them already, all of these filters.
    """
    target: dict[str, Any] = {
        name: (int(value), int(value)) if name == "years" else (str(value),) for name, value in values.items()
    }
    if all(getattr(selection, name) == value for name, value in target.items()):
        return selection.without(*target)
    return replace(selection, **target)


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


def distinct_labels(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Labels by code; those that several codes share have their code behind them."""
    number = Counter(label for _, label in pairs)
    return {code: label if number[label] == 1 else f"{label} ({code})" for code, label in pairs}


def _summary(page: PageContext, section: Section) -> None:
    """The selection in words, each filter with the way to remove it, what helps if nothing is left, the links."""
    summary, words, selection = section.filter_summary, page.words, page.selection
    parts = [
        {
            "text": span.text,
            "link": span.filter and links.with_selection(page, selection.without(span.filter)),
            "remove": span.filter and words(f"choosing.remove_{span.filter}"),
        }
        for span in summary.spans
    ]
    removals = [
        {"text": each.text, "link": links.with_selection(page, selection.without(*each.filters))}
        for each in summary.removals
    ]
    share = links.share_buttons(page)
    html.show("filter-summary", words, summary=summary, parts=parts, removals=removals, share=share)


def _list_menu(page: PageContext, name: str) -> None:
    pairs = page.choices[name]  # type: ignore[literal-required]
    if not pairs:
        return
    labels = {key: html.widget_label(text) for key, text in distinct_labels(pairs).items()}
    current = list(getattr(page.selection, name))
    with st.popover(_menu_label(page.words, name, [labels[each] for each in current]), key=f"choose-{name}"):
        st.pills(
            page.words(f"filters.{name}"),
            list(labels),
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=url_state.set_widget(f"filter_{name}", current),
            on_change=_change,
        )


def _year_menu(page: PageContext) -> None:
    bounds, span = page.choices["years"], page.selection.years
    if not bounds:
        return
    options = range(bounds[0], bounds[1] + 1)
    values = [DASH.join(map(str, dict.fromkeys(span)))] if span else []
    with st.popover(_menu_label(page.words, "years", values), key="choose-years"):
        key = url_state.set_widget("filter_years", [year for year in options if span and span[0] <= year <= span[1]])
        label, years = page.words("filters.years"), (options,)
        st.pills(label, options, selection_mode="multi", key=key, on_change=_change, args=years)
        html.show("hint", page.words, text=page.words("filters.years_hint"))


def _change(years: range | None = None) -> None:
    """Take over a click on one of the ``years`` that have a button, or without them the values of all lists."""
    before = url_state.address().selection
    if years:
        after = replace(before, years=year_span(before.years, years, st.session_state["filter_years"]))
    else:
        lists = {name: tuple(st.session_state.get(f"filter_{name}", getattr(before, name))) for name in LISTS}
        after = replace(before, **lists)
    url_state.change(after)


def _menu_label(words: Translator, name: str, values: list[str]) -> str:
    """The filter's name with its value, or with how many there are."""
    if not values:
        value = words("filters.all")
    else:
        value = values[0] if len(values) == 1 else words.plural("filters.n", len(values))
    return words("filters.label", name=words(f"filters.{name}"), chosen=value)
