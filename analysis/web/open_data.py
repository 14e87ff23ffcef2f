"""The interface for programs (``/api/v1/…``): what is published, for reading alone."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from urllib.parse import urlencode

from starlette.requests import Request

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.exports import Provenance
from analysis.open_data.api_description import api_description
from analysis.open_data.catalog import catalog
from analysis.open_data.chart_answers import chart_answer, read_chart_query
from analysis.open_data.data_package import data_package
from analysis.open_data.faults import ApiFault
from analysis.open_data.open_tables import DECLARATION, VERSION
from analysis.open_data.table_answers import json_bytes, table_csv, table_object
from analysis.open_data.table_query import TableQuery, parameter_values, read_language, read_revision, read_table_query
from analysis.schema import TABLES, Tables, all_tables
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.store import Revision, UnknownRevision
from analysis.web.api_answers import Answer, ApiAnswer, api_route, api_words
from analysis.web.request_context import base_address
from analysis.words import Translator
from analysis.words.language import HELSINKI

log = logging.getLogger("klusteripulssi.web")
ROOT = f"/api/{VERSION}"
JSON, CSV, LINKED_DATA = "application/json", "text/csv", "application/ld+json"
DOCUMENT_PARAMETERS = ("language", "revision")


def table_answer(request: Request) -> ApiAnswer:
    """A page of the rows of a table as JSON; a header leads to the next page."""
    name, query = _table_name(request), read_table_query(request.query_params.multi_items())
    revision, tables = _published_tables(query.revision)
    words, base = api_words(request, query.language), base_address(request)

    def make() -> tuple[bytes, dict[str, str]]:
        document, cursor = table_object(tables, name, query, words, _origin(revision, tables, words))
        following = _next_address(f"{base}api/{VERSION}/{name}", query, cursor)
        return json_bytes({**document, "next": following}), _link_header(following)

    return ApiAnswer(("table", name, query, words.language, base, revision and revision.id, DECLARATION), JSON, make)


def csv_answer(request: Request) -> ApiAnswer:
    """The rows of a table as csv, all of them unless the address limits their number."""
    name, query = _table_name(request), read_table_query(request.query_params.multi_items())
    revision, tables = _published_tables(query.revision)
    id, base = revision.id if revision else "", base_address(request)

    def make() -> tuple[bytes, dict[str, str]]:
        content, cursor = table_csv(tables, name, query, id)
        return content, _link_header(_next_address(f"{base}api/{VERSION}/{name}.csv", query, cursor))

    file = {"content-disposition": f'inline; filename="{name}{f"-{id}" if id else ""}.csv"'}
    return ApiAnswer(("csv", name, query, base, id, DECLARATION), CSV, make, file)


def section_answer(request: Request) -> ApiAnswer:
    """The numbers of a chart, with the selection of the address."""
    query, now = read_chart_query(request.query_params.multi_items()), datetime.now(UTC)
    name, key = request.path_params["section"], request.path_params["chart"]
    _published_tables(query.revision)
    words, store = api_words(request, query.language), app_services().store
    context = presentation_lookup.report_context(store, words, now, query.revision)
    if context is None:
        raise ApiFault("unknown-revision", revision=query.revision or "")
    baseline = context.baseline and context.baseline.revision
    depends = (context.revision, context.today, baseline, context.links, len(store.withdrawn()), words.language)

    def make() -> tuple[bytes, dict[str, str]]:
        return json_bytes(chart_answer(name, key, context, query)), {}

    return ApiAnswer(("chart", name, key, query, depends, DECLARATION), JSON, make)


def document_answer(describe: Callable[[ReportContext, str], object], media_type: str, request: Request) -> ApiAnswer:
    """A document that describes the data of a revision: ``describe`` makes it of context and base address."""
    values = parameter_values(request.query_params.multi_items(), (), DOCUMENT_PARAMETERS, {})
    language, pinned = read_language(values.get("language")), read_revision(values.get("revision"))
    revision, tables = _published_tables(pinned)
    words, base = api_words(request, language), base_address(request)
    published = revision.published.isoformat(timespec="seconds") if revision else ""
    context = ReportContext(tables, words, revision=revision.id if revision else "", published=published)

    def make() -> tuple[bytes, dict[str, str]]:
        return json_bytes(describe(context, base)), {}

    state = (describe.__name__, words.language, base, context.revision, pinned, DECLARATION)
    return ApiAnswer(state, media_type, make)


def unknown_address(request: Request) -> ApiAnswer:
    """There is nothing at this address."""
    raise ApiFault("unknown-address", value=request.url.path)


def _table_name(request: Request) -> str:
    name = str(request.path_params["table"])
    if name not in TABLES:
        raise ApiFault("unknown-table", value=name, could=", ".join(TABLES))
    return name


def _published_tables(id: str | None) -> tuple[Revision | None, Tables]:
    """The revision of an id, else the published one, and its tables; ApiFault if it is unknown or withdrawn."""
    store = app_services().store
    try:
        revision = store.revision(id) if id else store.current()
        if revision and revision.withdrawn:
            raise ApiFault("withdrawn-revision", revision=revision.id)
        return revision, store.tables(revision.id) if revision else all_tables({}, TABLES)
    except UnknownRevision as error:
        raise ApiFault("unknown-revision", revision=id or "") from error


def _origin(revision: Revision | None, tables: Tables, words: Translator) -> Provenance:
    """Where the rows come from, in the reader's language."""
    licence, coverage = (owner_text(tables, key, words).text for key in ("licence", "coverage"))
    source = ReportContext(tables, words).source
    day = revision.published.astimezone(HELSINKI).date().isoformat() if revision else ""
    return Provenance(revision.id if revision else "", day, source=source, licence=licence, coverage=coverage)


def _next_address(address: str, query: TableQuery, cursor: str | None) -> str | None:
    """The address of the rows after these; None after the last."""
    if cursor is None:
        return None
    limit = {"limit": str(query.limit)} if query.limit else {}
    return f"{address}?{urlencode({**query.parameters(), **limit, 'cursor': cursor}, safe=',')}"


def _link_header(following: str | None) -> dict[str, str]:
    return {"link": f'<{following}>; rel="next"'} if following else {}


ANSWERS: tuple[tuple[str, Answer], ...] = (
    (f"{ROOT}/datapackage.json", partial(document_answer, data_package, JSON)),
    (f"{ROOT}/catalog.jsonld", partial(document_answer, catalog, LINKED_DATA)),
    (f"{ROOT}/openapi.json", partial(document_answer, api_description, JSON)),
    (f"{ROOT}/sections/{{section}}/{{chart}}", section_answer),
    (f"{ROOT}/{{table}}.csv", csv_answer),
    (f"{ROOT}/{{table}}", table_answer),
    ("/api/{rest:path}", unknown_address),
)
open_data_routes = [api_route(path, answer) for path, answer in ANSWERS]
