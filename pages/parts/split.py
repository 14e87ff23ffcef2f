"""A section that compares, and below it what it says of one thing, or of several beside each other."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analysis.charts import Chart
from analysis.sections import Listing, Rows, Section
from pages.parts import cards, entries, figures, filters, markup, menu, number_menu, table
from pages.parts.view import View

Shown = tuple[Section, ...]
Pictures = list[tuple[str, Chart]]


def coverage(view: View, section: Section) -> None:
    """The owner's words on what the rows are a part of, above all that compares."""
    if section.coverage:
        markup.show("coverage", view.words, section=section)


def show(view: View, section: Section, rows: Iterable[int], detail: Section | None) -> None:
    """The charts, so many in each row, the detail, the section's lists; a click chooses what a mark stands for."""
    pictures = _charts(view, section, rows)
    if detail:
        pictures += profile(view, detail) if detail.numbers else compared(view, detail)
    _listings(view, section.listings)
    shown = (section, detail) if detail else (section,)
    figures.draw(tuple(pictures), view.state, partial(clicked, view, shown))


def profile(view: View, detail: Section) -> Pictures:
    """One thing: what it is, its numbers, its charts and its lists."""
    markup.show("profile", view.words, detail=detail, menu=number_menu.offer(view, detail))
    pictures = _charts(view, detail, (2,))
    _listings(view, detail.listings)
    return pictures


def compared(view: View, detail: Section) -> Pictures:
    """Several things: a table of all measures, and their years beside each other."""
    for each in detail.rows:
        _table(view, detail, each)
    return _charts(view, detail, (1,))


def clicked(view: View, shown: Shown, name: str, key: Any) -> None:
    """Choose what a clicked mark stands for: a value of one filter, or of two at once."""
    charts = {cards.name(section, each): each for section in shown for each in section.charts}
    names = charts[name].mark.filters if name in charts else None
    if isinstance(names, str):
        filters.toggle(view, names, key)
    elif names:
        _together(view, names, [str(each) for each in key])


def _together(view: View, names: tuple[str, ...], values: list[str]) -> None:
    if len(names) == 1:
        filters.toggle(view, names[0], values[0])
        return
    wanted: dict[str, Any] = {
        name: (int(value), int(value)) if name == "years" else (value,)
        for name, value in zip(names, values, strict=True)
    }
    chosen = view.selection
    if all(getattr(chosen, name) == value for name, value in wanted.items()):
        for name in names:
            chosen = chosen.without(name)
        filters.write(chosen)
    else:
        filters.write(replace(chosen, **wanted))


def _charts(view: View, section: Section, rows: Iterable[int]) -> Pictures:
    pictures: Pictures = []
    left = list(section.charts)
    for line, number in enumerate(rows):
        row, left = left[:number], left[number:]
        if not row:
            break
        with st.container(key=f"beside-{section.key}-{line}"):
            for chart in row:
                pictures += cards.chart(view, section, chart)
    return pictures


def _table(view: View, section: Section, given: Rows) -> None:
    offered = menu.offer(view, section, given)
    with st.container(key=f"rows_{section.key}"):
        markup.show("chart-head", view.words, title=given.title, subtitle=section.subtitle, empty="")
        table.show(given.table, given.fields, given.title, view.words)
        markup.show("rule", view.words, sentence="", rule=given.rule, menu=offered)


def _listings(view: View, listings: tuple[Listing, ...]) -> None:
    for each in listings:
        entries.card(view, each)
