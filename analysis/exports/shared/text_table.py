"""Charts, rows, numbers and lists as tables of written text: what documents, slides and the page show alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts import Chart, Field
from analysis.sections import ItemList, Metric, RecordTable, Section
from analysis.sections.model.typed_values import Value, format_value
from analysis.words import Translator

WEB = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class TextCell:
    """What stands in a cell; where it leads, and the language it is in where that is known to be another.

    ``value`` is the typed value that the text was written from, None if it is plain text.
    ``known`` is False where the text says that nothing is known.
    """

    text: str
    link: str | None = None
    language: str | None = None
    known: bool = True
    value: Value | None = None


@dataclass(frozen=True)
class TextTable:
    """A table of text: its name, a label a column, which columns hold numbers, the rows."""

    name: str
    labels: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[tuple[TextCell, ...], ...]


@dataclass(frozen=True)
class TitledTable:
    """A list, or rows, of a section: its title, a note, the text if it is empty, and its table."""

    title: str
    note: str
    empty: str
    grid: TextTable


def text_table(given: Chart | RecordTable, words: Translator) -> TextTable:
    """The table of a chart, or rows, as they are written."""
    return _grid(given.title, given.table, given.fields, words)


def without_unknowns(chart: Chart, fields: Sequence[Field], words: Translator) -> TextTable:
    """A chart's table with only some of its fields; what is not known is left empty."""
    full = _grid(chart.title, chart.table, fields, words)
    rows = tuple(tuple(cell if cell.known else TextCell("", known=False) for cell in row) for row in full.rows)
    return TextTable(full.name, full.labels, full.numbers, rows)


def list_table(given: ItemList, words: Translator) -> TextTable:
    """A list: when, what, and the line on it; columns that are empty throughout are left out."""
    rows = [
        (_written(each.when, words), TextCell(each.what, _web(each.link), each.language), TextCell(each.meta))
        for each in given.items
    ]
    kept = [at for at in range(3) if at == 1 or any(row[at].text for row in rows)]
    names = [words(f"exports.listing.{name}") for name in ("when", "what", "meta")]
    labels = tuple(names[at] for at in kept)
    return TextTable(given.title, labels, (False,) * len(kept), tuple(tuple(row[at] for at in kept) for row in rows))


def metrics_table(given: Sequence[Metric], words: Translator) -> TextTable:
    """Numbers at a glance with their changes."""
    told = any(each.change for each in given)
    labels = tuple(words(f"exports.number.{name}") for name in ("label", "value", *(["change"] if told else [])))
    rows = tuple(
        (
            TextCell(each.label),
            TextCell(format_value(each.value, words), value=each.value),
            *([TextCell(each.change)] if told else []),
        )
        for each in given
    )
    return TextTable(words("exports.numbers"), labels, (False, True, False)[: len(labels)], rows)


def list_tables(section: Section, words: Translator) -> Iterator[TitledTable]:
    """The lists and the rows of a section, each as a table."""
    for each in section.lists:
        yield TitledTable(each.title, each.note or each.more, each.empty, list_table(each, words))
    for rows in section.rows:
        yield TitledTable(rows.title, rows.rule, rows.empty, text_table(rows, words))


def _written(when: Value | None, words: Translator) -> TextCell:
    return TextCell("") if when is None else TextCell(format_value(when, words), value=when)


def value_text(given: Any, field: Field, words: Translator) -> str:
    """A value as its kind is written."""
    match field.kind:
        case "number":
            return words.number(given, 0 if float(given).is_integer() else 1)
        case "year":
            return str(int(given))
        case "day":
            return words.day(given)
        case _:
            return "; ".join(map(str, given)) if isinstance(given, tuple | list) else str(given)


def _grid(name: str, frame: pd.DataFrame, fields: Sequence[Field], words: Translator) -> TextTable:
    rows = tuple(tuple(_cell(row, field, words) for field in fields) for row in frame.to_dict("records"))
    return TextTable(name, tuple(each.label for each in fields), tuple(each.kind == "number" for each in fields), rows)


def _cell(row: Mapping[Any, Any], field: Field, words: Translator) -> TextCell:
    given = row[field.name]
    if not isinstance(given, tuple | list) and pd.isna(given):
        return TextCell(words("panel.unknown"), known=False)
    return TextCell(value_text(given, field, words), _web(_of(row, field.link)), _of(row, field.language))


def _of(row: Mapping[Any, Any], column: str | None) -> str | None:
    found = row[column] if column else None
    return found if isinstance(found, str) else None


def _web(link: str | None) -> str | None:
    """An address that leads somewhere from outside the dashboard too."""
    return link if link and link.startswith(WEB) else None
