"""A table's rows as programs get them: a page of them as one JSON object, all of them as csv."""

import json
from dataclasses import dataclass
from typing import Any

from analysis.charts import ChartData, Field
from analysis.exports import Provenance
from analysis.exports.text.csv_json import csv_machines, json_rows
from analysis.open_data.open_tables import open_columns, open_table
from analysis.open_data.row_filters import ignored_filters, row_mask
from analysis.open_data.table_query import DEFAULT_LIMIT, TableQuery
from analysis.schema import TABLES, Column, Tables
from analysis.schema.kinds import Choice
from analysis.words import Translator


@dataclass(frozen=True)
class RowPage:
    """Some rows of a table: how many match the filters, and the cursor of the next ones, None after the last."""

    total: int
    rows: ChartData
    cursor: str | None = None


def row_page(tables: Tables, name: str, query: TableQuery, revision: str, limit: int | None) -> RowPage:
    """The rows of a table that match a query, from its start on; ApiFault as `row_mask` has it.

    ``name``: the table among ``tables``, which are those of a ``revision``; ``limit``: most rows, None for all.
    """
    frame = open_table(tables, name)
    matching = frame[row_mask({**tables, name: frame}, name, query)]
    end = query.start + limit if limit else len(matching)
    fields = tuple(Field(each.name, each.name) for each in open_columns(name))
    cursor = f"{revision}-{end}" if end < len(matching) else None
    return RowPage(len(matching), ChartData(matching.iloc[query.start : end], fields), cursor)


def table_object(
    tables: Tables, name: str, query: TableQuery, words: Translator, origin: Provenance
) -> tuple[dict[str, Any], str | None]:
    """The object of a page of rows, and the cursor of the next page.

    ``name``: the table among ``tables``; ``query``: which of its rows; ``words``: the language of labels;
    ``origin``: where the rows come from.

    Values as stored: days at the precision known, regions and themes by key, choices by key, numbers as numbers; what
    is missing is null. ``ignored``: filters that this table has no column for.
    """
    page = row_page(tables, name, query, origin.revision, query.limit or DEFAULT_LIMIT)
    table = {
        "table": name,
        "title": words.name(TABLES[name].headers),
        **provenance_object(words, origin),
        "filters": {each: text for each, text in query.parameters().items() if each != "language"},
        "ignored": ignored_filters(name, query),
        "total": page.total,
        "limit": query.limit or DEFAULT_LIMIT,
        "fields": [field_object(each, words) for each in open_columns(name)],
        "rows": json_rows(page.rows),
    }
    return table, page.cursor


def table_csv(tables: Tables, name: str, query: TableQuery, revision: str) -> tuple[bytes, str | None]:
    """The rows as csv (UTF-8, commas, CRLF, decimal points, lists joined by "; "), and the cursor of the next ones."""
    page = row_page(tables, name, query, revision, query.limit)
    return csv_machines(page.rows.table, page.rows.fields), page.cursor


def provenance_object(words: Translator, origin: Provenance) -> dict[str, Any]:
    """Where numbers come from: language of the texts, revision and its day, source, licence, coverage."""
    return {
        "language": words.language,
        "revision": origin.revision or None,
        "published": origin.published or None,
        "source": origin.source,
        "licence": origin.licence,
        "coverage": origin.coverage,
    }


def field_object(column: Column, words: Translator) -> dict[str, Any]:
    """Name, label and kind of a column; of a choice the names of its values by key."""
    field: dict[str, Any] = {"name": column.name, "label": words.name(column.headers)}
    field["kind"] = type(column.kind).__name__.lower()
    if isinstance(column.kind, Choice):
        field["options"] = {key: words.name(each) for key, each in column.kind.names.items()}
    return field


def json_bytes(document: object) -> bytes:
    """A document as JSON, UTF-8."""
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n").encode()
