"""Frames and charts as HTML tables: what can be read aloud, copied, and reached by keyboard."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import Chart, Columns, Field
from analysis.exports.shared.text_table import value_text
from analysis.html_parts import links
from analysis.html_parts.filter_summary import value_address
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import RecordTable
from analysis.words import Translator

OPEN_TABLES = ("filled",)
"""Charts without a picture that are long tables: the last of their page, open from the start."""
LINK = "filter_link"
"""The column with the address that filters by a row."""


class TableCell(NamedTuple):
    """A cell: its text (None if unknown), the address it leads to, the language it is in."""

    text: str | None
    number: bool
    link: str | None
    lang: str | None


def table(
    frame: pd.DataFrame,
    fields: tuple[Field, ...],
    caption: str,
    words: Translator,
    reports: tuple[str, ...] = (),
    stacked: bool = False,
) -> str:
    """The ``fields`` of a ``frame`` under their labels; ``caption`` is what a screen reader calls the table.

    ``words`` writes the values. ``reports`` are the addresses that report a mistake in each of the rows; ``stacked``:
    on a narrow screen each row is a block of its own, since its columns are not compared. Roles keep it a table for
    the browser then.
    """
    rows = [[cell(row, field, words) for field in fields] for row in _records(frame, fields)]
    return render("table", words, fields=fields, rows=rows, caption=caption, reports=reports, stacked=stacked)


def chart_table(page: PageContext, chart: Chart) -> str:
    """A chart as a table.

    If its marks filter, the names of its rows are links that do the same by keyboard. In the reading edition they lead
    to the page of what the row is about, if it has one.
    """
    records, fields, mark, words = _records(chart.table, chart.fields), chart.fields, chart.mark, page.words
    name = mark.filters if isinstance(mark.filters, str) else next(iter(mark.filters or ()), None)
    column = mark.year if isinstance(mark, Columns) else mark.key
    if name and column:
        for record, value in zip(records, chart.table[column].tolist(), strict=True):
            record[LINK] = value_address(page, name, value)
        fields = (replace(fields[0], link=LINK), *fields[1:])
    rows, caption = (
        [[cell(row, field, words) for field in fields] for row in records],
        ". ".join(filter(None, (chart.title, chart.subtitle))),
    )
    return render("table", words, fields=fields, rows=rows, caption=caption, reports=(), stacked=False)


def record_table(page: PageContext, rows: RecordTable) -> str:
    """Rows with the way to each of them and to the report of a mistake in it."""
    addresses = (links.report(page, item.row, item.what) for item in rows.items if item.row)
    reports = tuple(each for each in addresses if each)
    frame = rows.table
    details = [links.item(page, (rows.key, id)) for id in frame["id"]] if "id" in frame else []
    if any(details):
        frame = frame.assign(link=pd.Series(details, dtype="str"))
    return table(frame, rows.fields, rows.title, page.words, reports, stacked=True)


def _records(frame: pd.DataFrame, fields: tuple[Field, ...]) -> list[dict[str, Any]]:
    """The rows of a frame, as far as fields need them: pandas takes long to make rows, and a page has many tables."""
    names = list(dict.fromkeys(name for each in fields for name in (each.name, each.link, each.language) if name))
    columns = [frame[name].tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def cell(row: Mapping[Any, Any], field: Field, words: Translator) -> TableCell:
    """The cell of a row under a field, its value as text by the field's kind."""
    value = row[field.name]
    link, lang = (row[each] if each and not pd.isna(row[each]) else None for each in (field.link, field.language))
    text = None if pd.isna(value) else value_text(value, field, words)
    return TableCell(text, field.kind == "number", link, lang)
