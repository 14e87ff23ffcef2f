"""A section on a page: numbers, sentence, charts with their tables, lists, rows."""

from functools import partial

import streamlit as st

from analysis.charts import Chart
from analysis.sections import Section
from pages.parts import cards, figures, filters, markup, number_menu, rows
from pages.parts.view import View

ASIDE = ("freshness",)
"""Lists that stand beside the owner's words on the data."""


def show(view: View, section: Section) -> None:
    """Show a section from top to bottom."""
    glance(view, section)
    pictures(view, section)
    for each in section.rows:
        rows.card(view, section, each)


def glance(view: View, section: Section) -> None:
    """The numbers and the sentence."""
    markup.show("numbers", view.words, numbers=section.numbers, tallest=34)
    with st.container(key=f"foot-glance-{section.key}", horizontal=True, vertical_alignment="top"):
        markup.show("sentence", view.words, text=section.sentence)
        number_menu.show(view, section)


def pictures(view: View, section: Section) -> None:
    """The charts and the lists; a click on a mark that filters chooses what it stands for."""
    drawn = charts(view, section)
    listings(view, section)
    with st.container(key="unseen-figures"):
        figures.draw("figures", drawn, view.state, partial(clicked, view, section))


def charts(view: View, section: Section) -> figures.Named:
    """The chart that answers first, large, the others in pairs. Gives back those that stand as pictures, by name."""
    pictures: list[tuple[str, Chart]] = []
    for row in (section.charts[:1], *pairs(section.charts[1:])):
        for place, chart in zip(st.columns(len(row), gap="medium"), row, strict=True):
            with place:
                pictures += cards.chart(view, section, chart)
    return tuple(pictures)


def pairs(charts: tuple[Chart, ...]) -> list[tuple[Chart, ...]]:
    """Charts two by two, an odd one alone at the end."""
    return [charts[at : at + 2] for at in range(0, len(charts), 2)]


def listings(view: View, section: Section) -> None:
    """Lists of what is new at the left, what is told of the data at the right; without lists that alone."""
    wide = [each for each in section.listings if each.key not in ASIDE]
    aside = [each for each in section.listings if each.key in ASIDE]
    if not wide:
        cards.told(view, section, aside)
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        for each in wide:
            cards.listing(view, each)
    with right:
        cards.told(view, section, aside)


def clicked(view: View, section: Section, name: str, key: object) -> None:
    """Choose what a clicked mark stands for."""
    chart = next((each for each in section.charts if cards.name(section, each) == name), None)
    if chart and isinstance(chart.mark.filters, str):
        filters.toggle(view, chart.mark.filters, key)
