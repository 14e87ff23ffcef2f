"""The pictures of a page's sections, and what a click on one of their marks chooses."""

from dataclasses import replace
from functools import partial
from typing import Any

from analysis.sections import Section
from pages.parts.charts import chart_card, chart_figures
from pages.parts.core.page_context import PageContext
from pages.parts.filters import filter_bar


def draw(view: PageContext, *sections: Section | None) -> None:
    """Draw the charts of these sections into their places, as far as the page has or will have one.

    A page does this before all else: the browser draws while the rest is on its way.
    """
    shown = tuple(each for each in sections if each)
    charts = tuple(
        (chart_card.chart_name(each, chart), chart) for each in shown for chart in each.charts if len(chart.table)
    )
    if charts:
        chart_figures.draw(view.tables, charts, view.numbers_state, partial(choose_mark, view, shown))


def choose_mark(view: PageContext, shown: tuple[Section, ...], name: str, key: Any) -> None:
    """Choose what a clicked mark stands for: a value of one filter, or of two at once."""
    charts = {chart_card.chart_name(section, each): each for section in shown for each in section.charts}
    names = charts[name].mark.filters if name in charts else None
    if not names:
        return
    keys = dict([(names, key)] if isinstance(names, str) else zip(names, key, strict=True))
    values: dict[str, Any] = {
        filter: (int(value), int(value)) if filter == "years" else (str(value),) for filter, value in keys.items()
    }
    if all(getattr(view.selection, filter) == value for filter, value in values.items()):
        filter_bar.write(view.selection.without(*values))
    else:
        filter_bar.write(replace(view.selection, **values))
