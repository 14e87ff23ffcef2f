"""The interface as OpenAPI 3.1 describes it: addresses, parameters, and the shape of each table's rows."""

from typing import Any

from analysis.open_data.faults import STATUS
from analysis.open_data.open_tables import DAY_PATTERN, VERSION, open_columns
from analysis.open_data.row_filters import FILTERS, filter_column
from analysis.open_data.table_query import DEFAULT_LIMIT, MOST
from analysis.schema import LANGUAGES, TABLES, Column
from analysis.schema.kinds import Choice, Clock, Day, Duration, Many, Whole, Year
from analysis.sections import ReportContext
from analysis.sections.registry import SECTIONS
from analysis.words import Translator

Node = dict[str, Any]
ERRORS = tuple(str(each) for each in sorted({*STATUS.values()} - {405}))
PROVENANCE = ("revision", "published", "source", "licence", "coverage")
DOCUMENTS = {"datapackage.json": "application/json", "catalog.jsonld": "application/ld+json"}
CHART_FILTERS = ("years", "regions", "themes", "priorities", "kinds", "compare")
NULLABLE_TEXT: Node = {"type": ["string", "null"]}
TEXT: Node = {"type": "string"}


def api_description(context: ReportContext, base: str) -> Node:
    """The description, with texts in the context's language; ``base``: the program's address, with a slash at its
    end."""
    words = context.words
    paths: Node = {}
    for name in TABLES:
        paths[f"/{name}"] = _operation(words, f"list_{name}", _title(words, name), _parameters(name), _reference(name))
        paths[f"/{name}.csv"] = _operation(words, f"csv_{name}", _title(words, name), _parameters(name), None)
    paths["/sections/{section}/{chart}"] = _operation(
        words, "chart", words("open_data.charts"), _chart_parameters(), _reference("Chart")
    )
    for name, media_type in DOCUMENTS.items():
        own = [_parameter("language"), _parameter("revision")]
        text = words(f"open_data.document.{name.partition('.')[0]}")
        paths[f"/{name}"] = _operation(words, name.partition(".")[0], text, own, {"type": "object"}, media_type)
    schemas = {name: _page_schema(words, name) for name in TABLES} | {"Chart": _chart_schema(), "Problem": _problem()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": words("open_data.service"),
            "description": words("open_data.service_text"),
            "version": f"{VERSION.removeprefix('v')}.0.0",
        },
        "servers": [{"url": f"{base}api/{VERSION}"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _title(words: Translator, name: str) -> str:
    return words.name(TABLES[name].headers)


def _reference(schema: str) -> Node:
    return {"$ref": f"#/components/schemas/{schema}"}


def _operation(
    words: Translator,
    id: str,
    summary: str,
    parameters: list[Node],
    schema: Node | None,
    media_type: str = "application/json",
) -> Node:
    """A path that can be read: what it gives (csv without a ``schema``), and the problems that there may be."""
    content = {media_type: {"schema": schema}} if schema else {"text/csv": {"schema": TEXT}}
    headers = {"ETag": {"schema": TEXT}, "Link": {"schema": TEXT}}
    problems = {
        status: {
            "description": words(f"open_data.status.{status}"),
            "content": {"application/problem+json": {"schema": _reference("Problem")}},
        }
        for status in ERRORS
    }
    responses = {
        "200": {"description": summary, "headers": headers, "content": content},
        "304": {"description": words("open_data.status.304")},
        **problems,
    }
    return {"get": {"operationId": id, "summary": summary, "parameters": parameters, "responses": responses}}


def _parameters(name: str) -> list[Node]:
    """The parameters of a table: those filters that limit it, and those that every table has."""
    filters = [each for each in FILTERS if filter_column(name, each)]
    return [_parameter(each) for each in (*filters, "language", "limit", "cursor", "revision")]


def _chart_parameters() -> list[Node]:
    path = [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in (("section", {"type": "string", "examples": list(SECTIONS)}), ("chart", TEXT))
    ]
    return [*path, *(_parameter(each) for each in (*CHART_FILTERS, "language", "revision"))]


def _parameter(name: str) -> Node:
    """A parameter of the address; lists may be between commas. An empty one is as one that is not there."""
    schemas: dict[str, Node] = {
        "year": {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{4})?)?$"},
        "years": {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{4})?)?$"},
        "language": {"type": "string", "enum": [*LANGUAGES, ""]},
        "limit": {"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT},
        "cursor": {"type": "string", "pattern": "^([0-9]{0,18}-[0-9]{1,9})?$"},
        "revision": {"type": "string", "pattern": "^[0-9]{0,18}$"},
    }
    schema = schemas.get(name, {"type": "array", "items": TEXT})
    styled = {"style": "form", "explode": False} if schema.get("type") == "array" else {}
    return {"name": name, "in": "query", "required": False, "allowEmptyValue": True, "schema": schema, **styled}


def _page_schema(words: Translator, name: str) -> Node:
    """The object of a page of a table's rows."""
    columns = open_columns(name)
    row = {
        "type": "object",
        "properties": {each.name: _value_schema(words, each) for each in columns},
        "required": [each.name for each in columns],
    }
    properties: Node = {
        **{"table": {"const": name}, "title": TEXT, "language": {"enum": list(LANGUAGES)}},
        **dict.fromkeys(PROVENANCE, NULLABLE_TEXT),
        **{"filters": {"type": "object"}, "ignored": {"type": "array", "items": TEXT}},
        **{"total": {"type": "integer", "minimum": 0}, "limit": {"type": "integer", "minimum": 1, "maximum": MOST}},
        **{"fields": {"type": "array", "items": {"type": "object"}}, "rows": {"type": "array", "items": row}},
        "next": NULLABLE_TEXT,
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def _value_schema(words: Translator, column: Column) -> Node:
    """The values of a column; what a row lacks is null, an empty list is empty."""
    title = {"title": words.name(column.headers)}
    match column.kind:
        case Many():
            return title | {"type": "array", "items": TEXT}
        case Whole(least=least):
            return title | {"type": ["integer", "null"], "minimum": least}
        case Year() | Clock() | Duration():
            return title | {"type": ["integer", "null"]}
        case Day():
            return title | NULLABLE_TEXT | {"pattern": DAY_PATTERN}
        case Choice() as choice:
            return title | {"enum": [*choice.names, None]}
        case _:
            return title | NULLABLE_TEXT


def _chart_schema() -> Node:
    """The object of a chart: its texts, where its numbers come from, fields and rows."""
    texts = ("section", "chart", "chosen", "language", "key", "title", "subtitle", "sentence", "alt", "empty", "rule")
    objects: Node = {"type": "array", "items": {"type": "object"}}
    properties: Node = {
        **dict.fromkeys(texts, TEXT),
        **dict.fromkeys(PROVENANCE, NULLABLE_TEXT),
        **{"fields": objects, "rows": objects},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def _problem() -> Node:
    """Problem details (RFC 9457) with a code for programs."""
    properties: Node = {
        **{"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT, "code": TEXT},
        **{"parameter": TEXT, "value": TEXT},
    }
    return {"type": "object", "properties": properties, "required": ["type", "title", "status", "detail", "code"]}
