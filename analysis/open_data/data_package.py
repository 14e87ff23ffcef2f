"""The tables as a Data Package (Frictionless, version 1 of the specifications): each csv with dialect and schema."""

from typing import Any

from analysis.exports.excel.column_help import header_note, reference_names
from analysis.open_data.licences import find_licence
from analysis.open_data.open_tables import DAY_PATTERN, open_columns, open_table
from analysis.schema import TABLES, Column, Table, Tables
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, One, Whole, Year
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.words import Translator

DIALECT = {
    "csvddfVersion": 1.2,
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
    "caseSensitiveHeader": True,
}
"""How the csv is written, all of it, though most readers would guess as much."""
NAME = "klusteripulssi"


def data_package(context: ReportContext, base: str) -> dict[str, Any]:
    """The descriptor of a revision's tables; the paths of its files are beside its own.

    ``context``: ``published`` is a moment in ISO 8601 here; ``base``: the program's address, with a slash at its end.
    """
    tables, words = context.tables, context.words
    title, coverage, publisher, licence = (
        owner_text(tables, key, words).text for key in ("title", "coverage", "publisher", "licence")
    )
    package = {
        "profile": "tabular-data-package",
        "name": NAME,
        "id": f"{base}api/v1/datapackage.json",
        "title": title or words("frame.name"),
        "description": " ".join(filter(None, (words("open_data.description"), coverage))),
        "homepage": f"{base}data",
        "version": context.revision,
        "created": context.published,
        "licenses": _licenses(licence),
        "contributors": [{"title": publisher, "role": "publisher"}] if publisher else [],
        "keywords": words("open_data.keywords").split("; "),
        "resources": [_resource(context, table) for table in TABLES.values()],
    }
    return {name: value for name, value in package.items() if value}


def table_schema(tables: Tables, table: Table, words: Translator) -> dict[str, Any]:
    """The schema of a table; days are text with a pattern, since a day may be known by its month or year alone."""
    schema: dict[str, Any] = {
        "fields": [_field(tables, table, each, words) for each in open_columns(table.name)],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if keys := _foreign_keys(tables, table):
        schema["foreignKeys"] = keys
    return schema


def _licenses(text: str) -> list[dict[str, str]]:
    licence = find_licence(text)
    if licence:
        return [{"name": licence.name, "path": licence.address, "title": text}]
    return [{"name": "notspecified", "title": text}] if text else []


def _resource(context: ReportContext, table: Table) -> dict[str, Any]:
    """A table as a resource: its file, how it is written, its schema."""
    words = context.words
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": words.name(table.headers),
        "description": words(f"open_data.table.{table.name}"),
        "path": f"{table.name}.csv" + (f"?revision={context.revision}" if context.revision else ""),
        "scheme": "http",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "schema": table_schema(context.tables, table, words),
    }


def _field(tables: Tables, table: Table, column: Column, words: Translator) -> dict[str, Any]:
    """A column: name, label, type, what it may hold in words, and the limits of its values."""
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if table.key == (column.name,):
        constraints["unique"] = True
    kind = column.kind
    if isinstance(kind, Day):
        constraints["pattern"] = DAY_PATTERN
    if isinstance(kind, Choice):
        constraints["enum"] = list(kind.names)
    if isinstance(kind, Whole):
        constraints["minimum"] = kind.least
    field = {"name": column.name, "title": words.name(column.headers), "type": field_type(kind)}
    note = header_note(table, column, words, reference_names(tables, words))
    field |= {"description": note} if note else {}
    return field | ({"constraints": constraints} if constraints else {})


def field_type(kind: Kind) -> str:
    """The type of a column's values in a Table Schema. Lists are text, their entries parted by "; "."""
    match kind:
        case Year():
            return "year"
        case Whole() | Clock() | Duration():
            return "integer"
        case _:
            return "string"


def _foreign_keys(tables: Tables, table: Table) -> list[dict[str, Any]]:
    """The columns that refer to another table, where all that they name is there."""
    keys = []
    frame = open_table(tables, table.name)
    for column in table.columns:
        if not isinstance(column.kind, One) or column.kind.to is None:
            continue
        to = TABLES[column.kind.to]
        if frame[column.name].dropna().isin(tables[to.name][to.key[0]]).all():
            keys.append({"fields": [column.name], "reference": {"resource": to.name, "fields": [to.key[0]]}})
    return keys
