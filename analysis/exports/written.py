"""Charts, rows, numbers and lists as tables of written text: what documents, slides and the page show alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.charts import Chart, Field
from analysis.sections import Listing, Number, Rows, Section
from analysis.sections.typed_values import Value, format_value
from analysis.words import Words

WEB = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Cell:
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
class Grid:
    """A table of text: its name, a label a column, which columns hold numbers, the rows."""

    name: str
    labels: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Listed:
    """A list, or rows, of a section: its title, a note, the text if it is empty, and its table."""

    title: str
    note: str
    empty: str
    grid: Grid


def table(given: Chart | Rows, words: Words) -> Grid:
    """The table of a chart, or rows, as they are written."""
    return _grid(given.title, given.table, given.fields, words)


def bare(chart: Chart, fields: Sequence[Field], words: Words) -> Grid:
    """A chart's table with only some of its fields; what is not known is left empty."""
    full = _grid(chart.title, chart.table, fields, words)
    rows = tuple(tuple(cell if cell.known else Cell("", known=False) for cell in row) for row in full.rows)
    return Grid(full.name, full.labels, full.numbers, rows)


def listing(given: Listing, words: Words) -> Grid:
    """A list: when, what, and the line on it; columns that are empty throughout are left out."""
    rows = [
        (_written(each.when, words), Cell(each.what, _web(each.link), each.language), Cell(each.meta))
        for each in given.items
    ]
    kept = [at for at in range(3) if at == 1 or any(row[at].text for row in rows)]
    names = [words(f"exports.listing.{name}") for name in ("when", "what", "meta")]
    labels = tuple(names[at] for at in kept)
    return Grid(given.title, labels, (False,) * len(kept), tuple(tuple(row[at] for at in kept) for row in rows))


def numbers(given: Sequence[Number], words: Words) -> Grid:
    """Numbers at a glance with their changes."""
    told = any(each.change for each in given)
    labels = tuple(words(f"exports.number.{name}") for name in ("label", "value", *(["change"] if told else [])))
    rows = tuple(
        (
            Cell(each.label),
            Cell(format_value(each.value, words), value=each.value),
            *([Cell(each.change)] if told else []),
        )
        for each in given
    )
    return Grid(words("exports.numbers"), labels, (False, True, False)[: len(labels)], rows)


def lists(section: Section, words: Words) -> Iterator[Listed]:
    """The lists and the rows of a section, each as a table."""
    for each in section.listings:
        yield Listed(each.title, each.note or each.more, each.empty, listing(each, words))
    for rows in section.rows:
        yield Listed(rows.title, rows.rule, rows.empty, table(rows, words))


def _written(when: Value | None, words: Words) -> Cell:
    return Cell("") if when is None else Cell(format_value(when, words), value=when)


def value(given: Any, field: Field, words: Words) -> str:
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


def _grid(name: str, frame: pd.DataFrame, fields: Sequence[Field], words: Words) -> Grid:
    rows = tuple(tuple(_cell(row, field, words) for field in fields) for row in frame.to_dict("records"))
    return Grid(name, tuple(each.label for each in fields), tuple(each.kind == "number" for each in fields), rows)


def _cell(row: Mapping[Any, Any], field: Field, words: Words) -> Cell:
    given = row[field.name]
    if not isinstance(given, tuple | list) and pd.isna(given):
        return Cell(words("panel.unknown"), known=False)
    return Cell(value(given, field, words), _web(_of(row, field.link)), _of(row, field.language))


def _of(row: Mapping[Any, Any], column: str | None) -> str | None:
    found = row[column] if column else None
    return found if isinstance(found, str) else None


def _web(link: str | None) -> str | None:
    """An address that leads somewhere from outside the dashboard too."""
    return link if link and link.startswith(WEB) else None
