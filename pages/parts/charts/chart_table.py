"""A chart as a table. The names of its rows do what a click on their marks does, so that the keyboard can do it too."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, Columns
from pages.parts.charts import html_table
from pages.parts.core import links
from pages.parts.core.page_context import PageContext
from pages.parts.filters import filter_bar

LINK = "chooses"


def show(view: PageContext, chart: Chart) -> None:
    """Show the table; a name that filters is a link to the view that it chooses."""
    frame, fields, caption = chart.table, chart.fields, f"{chart.title}. {chart.subtitle}"
    if way := _filter(chart):
        name, column = way
        chosen = [filter_bar.toggle_filter(view.selection, name, each) for each in frame[column]]
        addresses = [links.to(view.place.key, replace(view.address, selection=each)) for each in chosen]
        frame = frame.assign(**{LINK: pd.Series(addresses, dtype="str")})
        fields = (replace(fields[0], link=LINK), *fields[1:])
    html_table.show(frame, fields, caption, view.words)


def _filter(chart: Chart) -> tuple[str, str] | None:
    """The filter that a row sets, and the column with its value; None if it sets none."""
    mark = chart.mark
    name = mark.filters if isinstance(mark.filters, str) else next(iter(mark.filters or ()), None)
    column = mark.year if isinstance(mark, Columns) else mark.key
    return (name, column) if name and column else None
