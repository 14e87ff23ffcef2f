"""Frames and charts as HTML tables: what can be read aloud, copied, and reached by keyboard."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import Chart, Columns, Field
from analysis.exports.shared.text_table import value_text
from analysis.words import Translator
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext
from pages.parts.filters import filter_bar

LINK = "filter_link"
"""The column with the address that filters by a row."""


class TableCell(NamedTuple):
    """A cell: its text (None if unknown), the address it leads to, the language it is in."""

    text: str | None
    number: bool
    link: str | None
    lang: str | None


def show(
    frame: pd.DataFrame,
    fields: tuple[Field, ...],
    caption: str,
    words: Translator,
    reports: tuple[str, ...] = (),
    stacked: bool = False,
) -> None:
    """Show the ``fields`` of a ``frame`` under their labels; ``caption`` is what a screen reader calls the table.

    ``words`` writes the values. ``reports`` are the addresses that report a mistake in each of the rows; ``stacked``:
    on a narrow screen each row is a block of its own, since its columns are not compared. Roles keep it a table for
    the browser then.
    """
    rows = [[cell(row, field, words) for field in fields] for row in frame.to_dict("records")]
    html.show("table", words, fields=fields, rows=rows, caption=caption, reports=reports, stacked=stacked)


def show_chart(page: PageContext, chart: Chart) -> None:
    """Show a chart as a table. If its marks filter, the names of its rows are links that do the same by keyboard."""
    frame, fields, mark = chart.table, chart.fields, chart.mark
    name = mark.filters if isinstance(mark.filters, str) else next(iter(mark.filters or ()), None)
    column = mark.year if isinstance(mark, Columns) else mark.key
    if name and column:
        selections = [filter_bar.toggle(page.selection, {name: value}) for value in frame[column]]
        addresses = [links.with_selection(page, each) for each in selections]
        frame = frame.assign(**{LINK: pd.Series(addresses, dtype="str")})
        fields = (replace(fields[0], link=LINK), *fields[1:])
    show(frame, fields, f"{chart.title}. {chart.subtitle}", page.words)


def cell(row: Mapping[Any, Any], field: Field, words: Translator) -> TableCell:
    """The cell of a row under a field, its value as text by the field's kind."""
    value = row[field.name]
    link, lang = (row[each] if each and not pd.isna(row[each]) else None for each in (field.link, field.language))
    text = None if pd.isna(value) else value_text(value, field, words)
    return TableCell(text, field.kind == "number", link, lang)
