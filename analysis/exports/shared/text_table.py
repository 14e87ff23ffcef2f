"""Charts, rows, numbers and lists as tables of formatted text, the same in documents, slides and reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from analysis.charts import Chart, Field, Heat
from analysis.charts.chart import greatest, row_numbers
from analysis.charts.look import colour_step
from analysis.sections import ItemList, Metric, RecordTable, Section
from analysis.sections.model.typed_values import Value, format_value
from analysis.words import Translator

WEB = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class TextCell:
    """A cell: its text, the address it links to, and its language if that is another than the table's.

    ``unknown``: the text says that the value is unknown, or is empty for that reason. ``value``: the typed value of the
    text, None if it is plain text.
    """

    text: str
    link: str | None = None
    language: str | None = None
    unknown: bool = False
    value: Value | None = None


@dataclass(frozen=True)
class TextTable:
    """A table of text: its name, a label a column, which columns hold numbers, the rows."""

    name: str
    labels: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[tuple[TextCell, ...], ...]

    @property
    def texts(self) -> list[list[str]]:
        """The labels, and below them the text of each cell."""
        return [list(self.labels), *([cell.text for cell in row] for row in self.rows)]


@dataclass(frozen=True)
class TitledTable:
    """A list, or rows, of a section: its title, a note, the text if it is empty, and its table."""

    title: str
    note: str
    empty: str
    grid: TextTable


def text_table(
    source: Chart | RecordTable, words: Translator, fields: Sequence[Field] = (), unknown: str | None = None
) -> TextTable:
    """The table of a chart, or rows, as text.

    ``fields``: the columns, without any all of the source. ``unknown``: the text of a missing value, if not
    the usual one.
    """
    fields, missing = fields or source.fields, words("panel.unknown") if unknown is None else unknown

    def cell(row: Mapping[Any, Any], field: Field) -> TextCell:
        value = row[field.name]
        if not isinstance(value, tuple | list) and pd.isna(value):
            return TextCell(missing, unknown=True)
        columns = (row[name] if name else None for name in (field.link, field.language))
        link, language = (each if isinstance(each, str) else None for each in columns)
        return TextCell(value_text(value, field, words), link if link and link.startswith(WEB) else None, language)

    rows = tuple(tuple(cell(row, field) for field in fields) for row in source.table.to_dict("records"))
    numbers = tuple(each.kind == "number" for each in fields)
    return TextTable(source.title, tuple(each.label for each in fields), numbers, rows)


def list_table(source: ItemList, words: Translator) -> TextTable:
    """A list: when, what, and the line on it; columns that are empty throughout are left out."""
    rows = []
    for each in source.items:
        when = TextCell("" if each.when is None else format_value(each.when, words), value=each.when)
        link = each.link if each.link and each.link.startswith(WEB) else None
        rows.append((when, TextCell(each.what, link, each.language), TextCell(each.line)))
    columns = [at for at in range(3) if at == 1 or any(row[at].text for row in rows)]
    names = [words(f"exports.listing.{name}") for name in ("when", "what", "meta")]
    cells = tuple(tuple(row[at] for at in columns) for row in rows)
    return TextTable(source.title, tuple(names[at] for at in columns), (False,) * len(columns), cells)


def metrics_table(metrics: Sequence[Metric], words: Translator) -> TextTable:
    """Numbers at a glance; their changes are a third column if there are any."""
    columns = ("label", "value", "change") if any(each.change for each in metrics) else ("label", "value")
    rows = []
    for each in metrics:
        value = TextCell(format_value(each.value, words), value=each.value)
        rows.append((TextCell(each.label), value, TextCell(each.change))[: len(columns)])
    labels = tuple(words(f"exports.number.{name}") for name in columns)
    return TextTable(words("exports.numbers"), labels, (False, True, False)[: len(columns)], tuple(rows))


def list_tables(section: Section, words: Translator) -> Iterator[TitledTable]:
    """The lists and the rows of a section, each as a table."""
    for each in section.lists:
        yield TitledTable(each.title, each.note or each.more, each.empty, list_table(each, words))
    for rows in section.rows:
        yield TitledTable(rows.title, rows.rule, rows.empty, text_table(rows, words))


def value_text(value: Any, field: Field, words: Translator) -> str:
    """A value of a field, formatted for people by the field's kind."""
    match field.kind:
        case "number":
            return format_value(value, words)
        case "year":
            return str(int(value))
        case "day":
            return words.day(value)
        case _:
            return "; ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


class HeatCell(NamedTuple):
    """A filled cell of a heat map, its row and column counted from 0, with its value and its colour step."""

    row: int
    column: int
    value: float
    step: int


def heat_cells(chart: Chart, mark: Heat) -> list[HeatCell]:
    """The cells of a heat map whose values are not missing; columns are those of the mark."""
    rows = row_numbers(chart.table, mark.columns)
    most = greatest(value for row in rows for value in row)
    return [
        HeatCell(down, at, value, colour_step(value, most))
        for down, row in enumerate(rows)
        for at, value in enumerate(row)
        if value is not None
    ]
