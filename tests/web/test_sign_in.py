"""The way in and out over plain HTTP, on a server of its own: wrong keys close it for a while."""

from collections.abc import Iterator
from http.cookies import Morsel, SimpleCookie
from urllib.parse import parse_qs, urlsplit

import pytest

from analysis.access import COOKIE
from tests.browser.serving import Server, serving
from tests.web.http_client import Answer, ask

UPLOAD = "/_stcore/upload_file/a/b"


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("sign-in")) as running:
        yield running


def cookie(answer: Answer) -> Morsel:
    return SimpleCookie(answer.headers["set-cookie"])[COOKIE]


def key(server: Server) -> str:
    return parse_qs(urlsplit(server.editors).query)["key"][0]


def let_in(server: Server, held: str) -> bool:
    """Whether an upload passes the guard: beyond it, Streamlit asks for a token of its own."""
    return b"XSRF" in ask(server, UPLOAD, "PUT", b"", cookie=f"{COOKIE}={held}").body


def test_the_printed_address_leads_in_and_the_key_is_gone(server):
    found = ask(server, f"/events?regions=19,17&key={key(server)}&lang=sv")
    assert (found.status, found.headers["location"]) == (303, "/events?regions=19,17&lang=sv")
    assert found.headers["cache-control"] == "no-store"
    assert let_in(server, cookie(found).value)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_foreign_pages(server):
    held = cookie(ask(server, f"/update?key={key(server)}"))
    assert (held["httponly"], held["samesite"], held["path"], held["secure"]) == (True, "strict", "/", "")
    assert int(held["max-age"]) == 30 * 24 * 3600


def test_signing_out_voids_the_cookie_at_the_server(server):
    held = cookie(ask(server, f"/update?key={key(server)}")).value
    ask(server, "/sign-out", cookie=f"{COOKIE}={held}", sec_fetch_site="cross-site")
    assert let_in(server, held)
    found = ask(server, "/sign-out?lang=en", cookie=f"{COOKIE}={held}", sec_fetch_site="same-origin")
    assert (found.status, found.headers["location"], cookie(found)["max-age"]) == (303, "/?lang=en", "0")
    assert not let_in(server, held)


def test_a_key_on_what_is_no_page_is_not_looked_at(server):
    assert "set-cookie" not in ask(server, f"/health?key={key(server)}").headers
    assert ask(server, f"//evil.example/?key={key(server)}").status == 400


def test_a_wrong_key_leads_to_the_page_that_explains_and_too_many_close_the_door(server):
    answers = [ask(server, "/?key=wrong&lang=sv") for _ in range(11)]
    assert {each.status for each in answers} == {303} and not any("set-cookie" in each.headers for each in answers)
    assert [each.headers["location"] for each in answers] == ["/update?lang=sv&denied=key"] * 10 + [
        "/update?lang=sv&denied=wait"
    ]
    assert ask(server, f"/?key={key(server)}").headers["location"] == "/update?denied=wait"
