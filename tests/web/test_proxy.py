"""A proxy in front that knows who comes: believed where the server trusts it, and nobody else is."""

from collections.abc import Iterator
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest

from analysis.access import COOKIE
from tests.browser.serving import Server, serving
from tests.web.http_client import ask

UPLOAD = "/_stcore/upload_file/a/b"
FORWARDED = {"x_forwarded_for": "192.0.2.7", "x_forwarded_proto": "http"}
AINO = {"x_forwarded_email": "aino@liitto.fi", "x_forwarded_preferred_username": "Aino"}


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("proxy")
    with serving(folder, access="proxy", editors="@liitto.fi group:Klusterit") as running:
        yield running


def test_whom_the_proxy_names_is_let_in(server):
    found = ask(server, "/sign-in?to=/history&lang=sv&regions=19", **FORWARDED, **AINO)
    assert (found.status, found.headers["location"]) == (303, "/history?lang=sv&regions=19")
    cookie = SimpleCookie(found.headers["set-cookie"])[COOKIE].value
    assert b"XSRF" in ask(server, UPLOAD, "PUT", b"", cookie=f"{COOKIE}={cookie}").body


def test_an_editor_may_be_named_by_her_group(server):
    groups = {"x_forwarded_email": "eero@muu.fi", "x_forwarded_groups": "muut, Klusterit"}
    assert "set-cookie" in ask(server, "/sign-in", **FORWARDED, **groups).headers


def test_who_is_no_editor_is_told_so(server):
    found = ask(server, "/sign-in", **FORWARDED, x_forwarded_email="eero@muu.fi")
    assert (found.headers["location"], "set-cookie" in found.headers) == ("/update?denied=person", False)


def test_a_header_that_a_reader_sends_directly_is_not_believed(server):
    for path in ("/sign-in", "/update", "/"):
        assert "set-cookie" not in ask(server, path, **AINO).headers
    assert ask(server, "/sign-in", **AINO).headers["location"] == "/update?denied=provider"
    assert ask(server, UPLOAD, "PUT", b"abc", **AINO, **FORWARDED).status == 403


def test_what_an_untrusted_machine_forwards_is_not_believed(server):
    connection = HTTPConnection(urlsplit(server.address).netloc, source_address=("127.0.0.2", 0))
    named = {name.replace("_", "-"): value for name, value in {**AINO, **FORWARDED}.items()}
    connection.request("GET", "/sign-in", headers=named)
    response = connection.getresponse()
    assert (response.getheader("location"), response.getheader("set-cookie")) == ("/update?denied=provider", None)
    connection.close()


def signed_in(server: Server, *headers: tuple[str, str]) -> bool:
    """Whether a request with these headers, in this order, lets somebody in."""
    connection = HTTPConnection(urlsplit(server.address).netloc)
    connection.putrequest("GET", "/sign-in")
    for name, value in headers:
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    place, cookie = response.getheader("location"), response.getheader("set-cookie")
    connection.close()
    assert place == ("/update" if cookie else "/update?denied=provider")
    return cookie is not None


ONCE = [
    *(("X-Forwarded-Email", "aino@liitto.fi"), ("X-Forwarded-Preferred-Username", "Aino")),
    *(("X-Forwarded-Groups", "muut"), ("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Proto", "http")),
]


@pytest.mark.parametrize(("name", "value"), ONCE, ids=[name for name, _ in ONCE])
def test_a_header_that_comes_twice_is_not_believed(server, name, value):
    assert signed_in(server, *ONCE)
    for doubled in ([(name, "Klusterit"), *ONCE], [*ONCE, (name, "Klusterit")], [*ONCE, (name.lower(), value)]):
        assert not signed_in(server, *doubled)


@pytest.mark.parametrize("address", ["eero@muu.fi@liitto.fi", "@liitto.fi", "a b@liitto.fi", "liitto.fi"])
def test_what_is_no_single_address_is_in_no_domain(server, address):
    found = ask(server, "/sign-in", **FORWARDED, x_forwarded_email=address)
    assert (found.headers["location"], "set-cookie" in found.headers) == ("/update?denied=person", False)


def test_no_key_opens_it(server):
    assert "set-cookie" not in ask(server, "/update?key=", **FORWARDED).headers
    assert ask(server, "/update?key=x&lang=en").headers["location"] == "/update?lang=en"
