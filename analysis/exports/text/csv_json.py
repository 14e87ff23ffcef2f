"""Tables and sections as csv, for people who open it in Excel and for programs, and as JSON."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from analysis.charts import Chart, ChartData, Field
from analysis.charts.svg import Provenance
from analysis.exports.shared.provenance import counting_rule, section_notes, unique_keys
from analysis.exports.shared.text_table import list_table, metrics_table
from analysis.sections import ItemList, RecordTable, Section
from analysis.sections.model.typed_values import format_value, iso_value
from analysis.words import Translator, translator

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?( ?%)?")
LONG = ("section", "part", "row", "field", "value")


def csv_people(frame: pd.DataFrame, fields: Sequence[Field], notes: Iterable[tuple[str, ...]] = ()) -> bytes:
    """The table under its labels as a Finnish Excel opens it.

    UTF-8 with a mark, semicolons, decimal commas, days as 24.6.2023, CRLF. ``notes`` (selection, revision, counting
    rule) follow after an empty line.
    """
    rows, lines = _people_rows(frame, fields), [list(note) for note in notes]
    if lines:
        rows += [[], *lines]
    return _csv(rows, ";").encode("utf-8-sig")


def csv_machines(frame: pd.DataFrame, fields: Sequence[Field]) -> bytes:
    """The table under its names as RFC 4180 and ISO 8601 have it: UTF-8, commas, decimal points, CRLF.

    A field with a link is followed by a column of the addresses.
    """
    names = _names(fields)
    columns = [[_cell_text(value) for value in frame[name]] for name in names]
    return _csv([names, *zip(*columns, strict=True)], ",").encode()


def sections_csv(sections: Sequence[Section], words: Translator, origin: Provenance, *, title: str = "") -> bytes:
    """All tables of sections below each other as a Finnish Excel opens them; notes on all of it at the end.

    UTF-8 with a mark, semicolons, decimal commas, days as 24.6.2023, CRLF.
    """
    lines = [line for section in sections for line in _section_lines(section, words)]
    notes = [list(note) for note in section_notes(title or words("exports.title"), words, origin)]
    return _csv([*lines, *notes], ";").encode("utf-8-sig")


def sections_data(sections: Sequence[Section]) -> bytes:
    """The same for programs: a line a value (section, part, row, field, value), UTF-8, commas, decimal points, CRLF.

    ``part`` is the key of a chart, "numbers", the key of a list, or the key of rows and "_rows"; unknown values have
    no line. A section that comes again has a number ("overview-2").
    """
    lines: list[Sequence[str]] = [LONG]
    for key, section in unique_keys(sections):
        parts = [
            (
                "numbers",
                [
                    {
                        "key": each.key,
                        "label": each.label,
                        "value": each.value,
                        "period": each.period,
                        "earlier": each.earlier,
                    }
                    for each in section.metrics
                ],
            )
        ]
        parts += [(chart.key, json_rows(chart.data or chart)) for chart in section.charts]
        parts += [(listing.key, _items(listing, None)) for listing in section.lists]
        parts += [(f"{rows.key}_rows", json_rows(rows)) for rows in section.rows]
        lines += [
            (key, part, str(at), name, str(value))
            for part, records in parts
            for at, record in enumerate(records, 1)
            for name, value in record.items()
            if value not in (None, "", [])
        ]
    return _csv(lines, ",").encode()


def sections_json(sections: Sequence[Section], words: Translator, origin: Provenance, *, title: str = "") -> bytes:
    """Sections as one JSON object, UTF-8: their provenance, and of each its texts, numbers, charts, lists and rows."""
    document = {
        "title": title or words("exports.title"),
        "language": words.language,
        "revision": origin.revision,
        "published": origin.published,
        "chosen": origin.filter_text,
        "source": origin.source,
        "licence": origin.licence,
        "coverage": origin.coverage,
        "counting": section_notes("-", words, Provenance())[1][1],
        "sections": [_section_object(section, words) for section in sections],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _people_rows(frame: pd.DataFrame, fields: Sequence[Field]) -> list[list[str]]:
    """The labels and the rows with decimal commas and days as 24.6.2023."""

    def text(value: Any, kind: str) -> str:
        plain = _cell_text(value)
        if kind == "day" and plain:
            return translator("fi").day(plain)
        return plain.replace(".", ",") if kind == "number" else plain

    columns = [[text(value, field.kind) for value in frame[field.name]] for field in fields]
    return [[each.label for each in fields], *map(list, zip(*columns, strict=True))]


def _cell_text(value: Any) -> str:
    """A value as csv: what is missing is empty, lists are joined by semicolons, whole numbers have no decimals."""
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    if pd.isna(value):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _csv(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """Lines of csv; text that a spreadsheet would run as a formula is marked as text, numbers below zero are not."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(f"'{text}" if text.startswith(FORMULA) and not NUMBER.fullmatch(text) else text for text in row)
    return lines.getvalue()


def _section_lines(section: Section, words: Translator) -> Iterator[list[str]]:
    """The lines of a section in a csv for people, an empty one after each table."""
    yield from ([each] for each in (section.title, section.filter_text, section.sentence) if each)
    yield []
    if section.metrics:
        yield from (*metrics_table(section.metrics, words).texts, [])
    for chart in section.charts:
        yield [chart.title]
        yield from _people_rows(chart.table, chart.fields) if len(chart.table) else [[chart.empty]]
        yield from ([words("exports.rule", rule=counting_rule(chart, words))], [])
    for listing in section.lists:
        yield from ([listing.title], *(list_table(listing, words).texts if listing.items else [[listing.empty]]), [])
    for rows in section.rows:
        yield from ([rows.title], *_people_rows(rows.table, rows.fields), [])


def _section_object(section: Section, words: Translator) -> dict[str, Any]:
    """A section as JSON; a number has its text as ``value``, and as ``number`` (null if unknown) the number."""
    return {
        "key": section.key,
        "title": section.title,
        "chosen": section.filter_text,
        "sentence": section.sentence,
        "coverage": section.coverage,
        "numbers": [
            {"key": each.key, "label": each.label, "value": format_value(each.value, words)}
            | {"number": each.value, "change": each.change}
            | ({"period": each.period, "earlier": each.earlier} if each.period else {})
            for each in section.metrics
        ],
        "charts": [chart_object(each, words) for each in section.charts],
        "lists": [{"key": each.key, "title": each.title, "items": _items(each, words)} for each in section.lists],
        "rows": [
            {"key": rows.key, "title": rows.title, "rule": rows.rule, "total": rows.total}
            | {"fields": _field_objects(rows.fields)}
            | {"rows": json_rows(rows)}
            for rows in section.rows
        ],
    }


def chart_object(chart: Chart, words: Translator) -> dict[str, Any]:
    """A chart as JSON: its texts, the rule by which it counts, and its numbers for programs."""
    texts = ("key", "title", "subtitle", "sentence", "alt", "empty")
    data = chart.data or chart
    return {
        **{name: getattr(chart, name) for name in texts},
        "rule": counting_rule(chart, words),
        "fields": _field_objects(data.fields),
        "rows": json_rows(data),
    }


def _field_objects(fields: Sequence[Field]) -> list[dict[str, str]]:
    """Fields as JSON: name, label and kind."""
    return [{name: getattr(each, name) for name in ("name", "label", "kind")} for each in fields]


def _items(listing: ItemList, words: Translator | None) -> list[dict[str, Any]]:
    """The items of a list; their days formatted for people, without ``words`` in ISO format."""
    items = []
    for each in listing.items:
        when = "" if each.when is None else format_value(each.when, words) if words else iso_value(each.when)
        items.append({"when": when, "what": each.what, "meta": each.line, "link": each.link})
    return items


def _names(fields: Sequence[Field]) -> list[str]:
    """The columns of fields, each followed by that of its link."""
    return [name for each in fields for name in (each.name, each.link) if name]


def json_rows(source: Chart | RecordTable | ChartData) -> list[dict[str, Any]]:
    """The rows of a table as JSON has them: whole numbers whole, what is missing null."""

    def plain(value: Any) -> Any:
        if isinstance(value, tuple | list):
            return list(value)
        if pd.isna(value):
            return None
        if isinstance(value, str):
            return value
        return int(value) if float(value).is_integer() else float(value)

    names = _names(source.fields)
    return [{name: plain(row[name]) for name in names} for row in source.table.to_dict("records")]
