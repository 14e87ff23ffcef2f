"""The filter bar. What is chosen lives in the address: the widgets are set from it, and each change is written back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import streamlit as st

from analysis.sections import Section
from analysis.selection import LISTS, Selection
from analysis.words import Translator
from analysis.words.language import DASH
from pages.parts.core import html, links, markdown_escape, url_state
from pages.parts.core.page_context import PageContext

ORDER = ("regions", "themes", "years", "priorities", "kinds")
Span = tuple[int, int]


def show(view: PageContext, section: Section) -> None:
    """Show what is chosen in words, and beside it what can be chosen, as far as the data offers it."""
    with st.container(key="filter-row"):
        with st.container(key="filters", horizontal=True, width="content"):
            for name in ORDER:
                _years(view) if name == "years" else _list(view, name)
            if not view.selection.is_empty:
                label = view.words("filters.clear")
                st.button(label, key="filter_clear", type="tertiary", on_click=write, args=(Selection(),))
        filter_summary(view, section)


def filter_summary(view: PageContext, section: Section) -> None:
    """What is chosen in words, each filter with the way to remove it, what helps if nothing is left, the links."""
    choice, words = section.filter_summary, view.words
    parts = [
        {
            "text": part.text,
            "link": part.filter and link_without(view, part.filter),
            "remove": part.filter and words(f"choosing.remove_{part.filter}"),
        }
        for part in choice.spans
    ]
    ways = [{"text": way.text, "link": link_without(view, *way.filters)} for way in choice.removals]
    html.show("filter-summary", words, choice=choice, parts=parts, ways=ways, share=links.share(view))


def link_without(view: PageContext, *names: str) -> str:
    """The address of this page without some filters."""
    return links.to(view.place.key, replace(view.address, selection=view.selection.without(*names)))


def write(selection: Selection) -> None:
    """Put a selection into the address, keeping its language and revision."""
    url_state.write(replace(url_state.address(), selection=selection))


def toggle_filter(chosen: Selection, name: str, value: Any) -> Selection:
    """The selection after a click on a value."""
    wanted: Any = (int(value), int(value)) if name == "years" else (str(value),)
    return chosen.without(name) if getattr(chosen, name) == wanted else replace(chosen, **{name: wanted})


def year_span(before: Span | None, offered: Iterable[int], chosen: Iterable[int]) -> Span | None:
    """The years meant by a click: one outside the span widens it, one within is shown alone, a lone one shows all."""
    shown = {year for year in offered if before and before[0] <= year <= before[1]}
    clicked = next(iter(shown ^ set(chosen)), None)
    if clicked is None:
        return before
    if clicked in shown:
        return None if shown == {clicked} else (clicked, clicked)
    return (min(clicked, *shown), max(clicked, *shown)) if shown else (clicked, clicked)


def _list(view: PageContext, name: str) -> None:
    pairs = view.choices[name]  # type: ignore[literal-required]
    if not pairs:
        return
    labels = {key: markdown_escape.label(text) for key, text in distinct_labels(pairs).items()}
    chosen = list(getattr(view.selection, name))
    with st.popover(_label(view.words, name, [labels[each] for each in chosen]), key=f"choose-{name}"):
        key = url_state.set_widget(f"filter_{name}", chosen)
        label = view.words(f"filters.{name}")
        st.pills(
            label, list(labels), selection_mode="multi", format_func=labels.__getitem__, key=key, on_change=_listed
        )


def _years(view: PageContext) -> None:
    covered, chosen = view.choices["years"], view.selection.years
    if not covered:
        return
    offered = range(covered[0], covered[1] + 1)
    shown = DASH.join(map(str, dict.fromkeys(chosen or ())))
    with st.popover(_label(view.words, "years", [shown] if shown else []), key="choose-years"):
        years = [year for year in offered if chosen and chosen[0] <= year <= chosen[1]]
        key = url_state.set_widget("filter_years", years)
        label = view.words("filters.years")

        def write_years() -> None:
            before = url_state.address().selection
            write(replace(before, years=year_span(before.years, offered, st.session_state[key])))

        st.pills(label, offered, selection_mode="multi", key=key, on_change=write_years)
        html.show("hint", view.words, text=view.words("filters.years_hint"))


def _label(words: Translator, name: str, chosen: list[str]) -> str:
    text = words("filters.all") if not chosen else chosen[0] if len(chosen) == 1 else ""
    return words("filters.label", name=words(f"filters.{name}"), chosen=text or words.plural("filters.n", len(chosen)))


def distinct_labels(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Labels by code; those that several codes share have their code behind them."""
    shared = Counter(label for _, label in pairs)
    return {code: label if shared[label] == 1 else f"{label} ({code})" for code, label in pairs}


def _listed() -> None:
    chosen = url_state.address().selection
    lists = {name: tuple(st.session_state.get(f"filter_{name}", getattr(chosen, name))) for name in LISTS}
    write(replace(chosen, **lists))
