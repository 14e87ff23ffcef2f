"""Publishing in the services of this process, and asking its routes as a client does, without a server."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from analysis.app_services import app_services
from analysis.store import Revision
from analysis.web.api_answers import respond
from tests.measures.table_rows import Row, tables

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def publish(**rows: list[Row]) -> Revision:
    """Publish tables of rows, an hour after the revision before."""
    store = app_services().store
    current = store.current()
    newest = max((int(each.id) for each in store.revisions()), default=0)
    when = START + timedelta(hours=newest)
    parent = current.id if current else None
    return store.publish(tables(**rows), author="Aino", note="", now=when, parent=parent)


def answer(make, path: str, etag: str = "", **query: str) -> Response:
    """The response to a query, by what answers it."""
    scope = {"type": "http", "method": "GET", "path": f"/{path}", "scheme": "http", "server": ("k.example", 80)}
    headers = [(b"if-none-match", etag.encode())] if etag else []
    return respond(Request({**scope, "query_string": urlencode(query).encode(), "headers": headers}), make)
