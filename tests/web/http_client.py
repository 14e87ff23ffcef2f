"""Plain HTTP to a running server: nothing is followed, nothing is kept."""

from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.browser.serving import Server


class Answer(NamedTuple):
    """Status, headers by lower-case name, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    server: Server, path: str, method: str = "GET", body: bytes | None = None, *, seconds: float = 30, **headers: str
) -> Answer:
    """The answer to one request within so many seconds; underscores in the names of headers stand for hyphens."""
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=seconds)
    try:
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()
