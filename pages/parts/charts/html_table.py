"""A frame as an HTML table: what can be read aloud, copied, and reached by keyboard."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import Field
from analysis.exports.shared.text_table import value_text
from analysis.words import Translator
from pages.parts.core import html


def show(
    frame: pd.DataFrame,
    fields: tuple[Field, ...],
    caption: str,
    words: Translator,
    reports: tuple[str, ...] = (),
    stacked: bool = False,
) -> None:
    """Show the fields of a frame under their labels; ``caption`` is what a screen reader calls the table.

    ``reports`` are the addresses that report a mistake in each of the rows; ``stacked``: on a narrow screen each
    row is a block of its own, since its columns are not compared. Roles keep it a table for the browser then.
    """
    rows = [[cell(row, field, words) for field in fields] for row in frame.to_dict("records")]
    html.show("table", words, fields=fields, rows=rows, caption=caption, reports=reports, stacked=stacked)


class TableCell(NamedTuple):
    """A cell: its text (None if unknown), the address it leads to, the language it is in."""

    text: str | None
    number: bool
    link: str | None
    lang: str | None


def cell(row: Mapping[Any, Any], field: Field, words: Translator) -> TableCell:
    """The cell of a row under a field."""
    value = row[field.name]
    text = None if pd.isna(value) else value_text(value, field, words)
    link, lang = _of(row, field.link), _of(row, field.language)
    return TableCell(text, field.kind == "number", link, lang)


def _of(row: Mapping[Any, Any], column: str | None) -> str | None:
    value = row[column] if column else None
    return None if pd.isna(value) else value
