"""Sections as plain data: csv for people and for programs, and JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.charts import Chart, Field
from analysis.charts.svg import Provenance
from analysis.exports.shared import text_table
from analysis.exports.shared.file_names import unique_keys
from analysis.exports.shared.provenance import counting_rule, section_notes
from analysis.exports.shared.text_table import TextTable
from analysis.exports.text import csv_tables
from analysis.sections import ItemList, Metric, RecordTable, Section
from analysis.sections.model.typed_values import format_value, iso_value
from analysis.words import Translator

LONG = ("section", "part", "row", "field", "value")


def sections_csv(sections: Sequence[Section], words: Translator, origin: Provenance, *, title: str = "") -> bytes:
    """All tables of sections below each other as a Finnish Excel opens them; at the end what they are made from.

    UTF-8 with a mark, semicolons, decimal commas, days as 24.6.2023, CRLF.
    """
    lines = [line for section in sections for line in _section(section, words)]
    notes = [list(note) for note in section_notes(title or words("exports.title"), words, origin)]
    return csv_tables.to_csv([*lines, *notes], ";").encode("utf-8-sig")


def sections_data(sections: Sequence[Section]) -> bytes:
    """The same for programs: a line a value (section, part, row, field, value), UTF-8, commas, decimal points, CRLF.

    ``part`` is the key of a chart, "numbers", the key of a list, or the key of rows and "_rows"; what is not known has
    no line. A section that comes again bears a number ("overview-2").
    """
    values = [
        [key, part, str(at), name, str(value)]
        for key, section in unique_keys(sections)
        for part, rows in _parts(section)
        for at, row in enumerate(rows, 1)
        for name, value in row.items()
        if value not in (None, "", [])
    ]
    return csv_tables.to_csv([list(LONG), *values], ",").encode()


def sections_json(sections: Sequence[Section], words: Translator, origin: Provenance, *, title: str = "") -> bytes:
    """Sections as one JSON object, UTF-8: what they are made from, and of each its texts, numbers, charts and rows."""
    told = {
        "title": title or words("exports.title"),
        "language": words.language,
        "revision": origin.revision,
        "published": origin.published,
        "chosen": origin.filter_text,
        "source": origin.source,
        "licence": origin.licence,
        "coverage": origin.coverage,
        "counting": section_notes("-", words, Provenance())[1][1],
        "sections": [_object(section, words) for section in sections],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _section(section: Section, words: Translator) -> Iterator[list[str]]:
    yield [section.title]
    yield from ([each] for each in (section.filter_text, section.sentence) if each)
    yield []
    if section.metrics:
        yield from _grid(text_table.metrics_table(section.metrics, words))
    for chart in section.charts:
        yield [chart.title]
        yield from csv_tables.people_rows(chart.table, chart.fields) if len(chart.table) else [[chart.empty]]
        yield [words("exports.rule", rule=counting_rule(chart, words))]
        yield []
    for listing in section.lists:
        yield [listing.title]
        yield from _grid(text_table.list_table(listing, words)) if listing.items else [[listing.empty], []]
    for rows in section.rows:
        yield [rows.title]
        yield from csv_tables.people_rows(rows.table, rows.fields)
        yield []


def _grid(grid: TextTable) -> Iterator[list[str]]:
    yield list(grid.labels)
    yield from ([cell.text for cell in row] for row in grid.rows)
    yield []


def _parts(section: Section) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    yield "numbers", [{"key": each.key, "label": each.label, "value": each.value} for each in section.metrics]
    yield from ((chart.key, _records(chart.table, chart.fields)) for chart in section.charts)
    yield from ((listing.key, _items(listing, None)) for listing in section.lists)
    yield from ((f"{rows.key}_rows", _records(rows.table, rows.fields)) for rows in section.rows)


def _object(section: Section, words: Translator) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "chosen": section.filter_text,
        "sentence": section.sentence,
        "coverage": section.coverage,
        "numbers": [_number(each, words) for each in section.metrics],
        "charts": [_chart(chart, words) for chart in section.charts],
        "lists": [{"key": each.key, "title": each.title, "items": _items(each, words)} for each in section.lists],
        "rows": [_rows(each) for each in section.rows],
    }


def _number(number: Metric, words: Translator) -> dict[str, Any]:
    """A number at a glance: ``value`` as people write it, ``number`` as a number (null if unknown)."""
    text = format_value(number.value, words)
    return {"key": number.key, "label": number.label, "value": text, "number": number.value, "change": number.change}


def _chart(chart: Chart, words: Translator) -> dict[str, Any]:
    texts = {name: getattr(chart, name) for name in ("key", "title", "subtitle", "sentence", "alt", "empty")}
    fields = _fields(chart.fields)
    return {**texts, "rule": counting_rule(chart, words), "fields": fields, "rows": _records(chart.table, chart.fields)}


def _rows(rows: RecordTable) -> dict[str, Any]:
    told = {"key": rows.key, "title": rows.title, "rule": rows.rule, "total": rows.total}
    return {**told, "fields": _fields(rows.fields), "rows": _records(rows.table, rows.fields)}


def _fields(fields: Sequence[Field]) -> list[dict[str, str]]:
    return [{"name": each.name, "label": each.label, "kind": each.kind} for each in fields]


def _items(listing: ItemList, words: Translator | None) -> list[dict[str, Any]]:
    """The items of a list; their days as people write them, without ``words`` in ISO format."""
    items = []
    for each in listing.items:
        when = "" if each.when is None else format_value(each.when, words) if words else iso_value(each.when)
        items.append({"when": when, "what": each.what, "meta": each.meta, "link": each.link})
    return items


def _records(frame: pd.DataFrame, fields: Sequence[Field]) -> list[dict[str, Any]]:
    names = [name for each in fields for name in (each.name, each.link) if name]
    return [{name: _plain(row[name]) for name in names} for row in frame.to_dict("records")]


def _plain(value: Any) -> Any:
    """A value as JSON has it: whole numbers whole, what is missing null."""
    if isinstance(value, tuple | list):
        return list(value)
    if pd.isna(value):
        return None
    if isinstance(value, str):
        return value
    return int(value) if float(value).is_integer() else float(value)
