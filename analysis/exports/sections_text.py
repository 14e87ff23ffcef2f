"""Sections as plain data: csv for people and for programs, and JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.charts import Chart, Field
from analysis.charts.svg import Origin
from analysis.exports import separated, written
from analysis.exports.file_names import keyed
from analysis.exports.told import foreword, rule
from analysis.exports.written import Grid
from analysis.sections import Listing, Number, Rows, Section
from analysis.sections.typed_values import format_value, iso_value
from analysis.words import Words

LONG = ("section", "part", "row", "field", "value")


def sections_csv(sections: Sequence[Section], words: Words, origin: Origin, *, title: str = "") -> bytes:
    """All tables of sections below each other as a Finnish Excel opens them; at the end what they are made from.

    UTF-8 with a mark, semicolons, decimal commas, days as 24.6.2023, CRLF.
    """
    lines = [line for section in sections for line in _section(section, words)]
    notes = [list(note) for note in foreword(title or words("exports.title"), words, origin)]
    return separated.packed([*lines, *notes], ";").encode("utf-8-sig")


def sections_data(sections: Sequence[Section]) -> bytes:
    """The same for programs: a line a value (section, part, row, field, value), UTF-8, commas, decimal points, CRLF.

    ``part`` is the key of a chart, "numbers", the key of a list, or the key of rows and "_rows"; what is not known has
    no line. A section that comes again bears a number ("overview-2").
    """
    values = [
        [key, part, str(at), name, str(value)]
        for key, section in keyed(sections)
        for part, rows in _parts(section)
        for at, row in enumerate(rows, 1)
        for name, value in row.items()
        if value not in (None, "", [])
    ]
    return separated.packed([list(LONG), *values], ",").encode()


def sections_json(sections: Sequence[Section], words: Words, origin: Origin, *, title: str = "") -> bytes:
    """Sections as one JSON object, UTF-8: what they are made from, and of each its texts, numbers, charts and rows."""
    told = {
        "title": title or words("exports.title"),
        "language": words.language,
        "revision": origin.revision,
        "published": origin.published,
        "chosen": origin.chosen,
        "source": origin.source,
        "licence": origin.licence,
        "coverage": origin.coverage,
        "counting": foreword("-", words, Origin())[1][1],
        "sections": [_object(section, words) for section in sections],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _section(section: Section, words: Words) -> Iterator[list[str]]:
    yield [section.title]
    yield from ([each] for each in (section.chosen, section.sentence) if each)
    yield []
    if section.numbers:
        yield from _grid(written.numbers(section.numbers, words))
    for chart in section.charts:
        yield [chart.title]
        yield from separated.people(chart.table, chart.fields) if len(chart.table) else [[chart.empty]]
        yield [words("exports.rule", rule=rule(chart, words))]
        yield []
    for listing in section.listings:
        yield [listing.title]
        yield from _grid(written.listing(listing, words)) if listing.items else [[listing.empty], []]
    for rows in section.rows:
        yield [rows.title]
        yield from separated.people(rows.table, rows.fields)
        yield []


def _grid(grid: Grid) -> Iterator[list[str]]:
    yield list(grid.labels)
    yield from ([cell.text for cell in row] for row in grid.rows)
    yield []


def _parts(section: Section) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    yield "numbers", [{"key": each.key, "label": each.label, "value": each.value} for each in section.numbers]
    yield from ((chart.key, _records(chart.table, chart.fields)) for chart in section.charts)
    yield from ((listing.key, _items(listing, None)) for listing in section.listings)
    yield from ((f"{rows.key}_rows", _records(rows.table, rows.fields)) for rows in section.rows)


def _object(section: Section, words: Words) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "chosen": section.chosen,
        "sentence": section.sentence,
        "coverage": section.coverage,
        "numbers": [_number(each, words) for each in section.numbers],
        "charts": [_chart(chart, words) for chart in section.charts],
        "lists": [{"key": each.key, "title": each.title, "items": _items(each, words)} for each in section.listings],
        "rows": [_rows(each) for each in section.rows],
    }


def _number(number: Number, words: Words) -> dict[str, Any]:
    """A number at a glance: ``value`` as people write it, ``number`` as a number (null if unknown)."""
    text = format_value(number.value, words)
    return {"key": number.key, "label": number.label, "value": text, "number": number.value, "change": number.change}


def _chart(chart: Chart, words: Words) -> dict[str, Any]:
    texts = {name: getattr(chart, name) for name in ("key", "title", "subtitle", "sentence", "alt", "empty")}
    fields = _fields(chart.fields)
    return {**texts, "rule": rule(chart, words), "fields": fields, "rows": _records(chart.table, chart.fields)}


def _rows(rows: Rows) -> dict[str, Any]:
    told = {"key": rows.key, "title": rows.title, "rule": rows.rule, "total": rows.total}
    return {**told, "fields": _fields(rows.fields), "rows": _records(rows.table, rows.fields)}


def _fields(fields: Sequence[Field]) -> list[dict[str, str]]:
    return [{"name": each.name, "label": each.label, "kind": each.kind} for each in fields]


def _items(listing: Listing, words: Words | None) -> list[dict[str, Any]]:
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
