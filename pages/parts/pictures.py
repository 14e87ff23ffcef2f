"""The pictures of a page's sections, and what a click on one of their marks chooses."""

from dataclasses import replace
from functools import partial
from typing import Any

from analysis.sections import Section
from pages.parts import cards, figures, filters
from pages.parts.view import View


def draw(view: View, *sections: Section | None) -> None:
    """Draw the charts of these sections into their places, as far as the page has or will have one.

    A page does this before all else: the browser draws while the rest is on its way.
    """
    shown = tuple(each for each in sections if each)
    charts = tuple((cards.name(each, chart), chart) for each in shown for chart in each.charts if len(chart.table))
    if charts:
        figures.draw(view.tables, charts, view.counted, partial(clicked, view, shown))


def clicked(view: View, shown: tuple[Section, ...], name: str, key: Any) -> None:
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
