"""The way in and out over plain HTTP, on a server of its own: wrong keys close it for a while."""

from collections.abc import Iterator
from http.cookies import Morsel, SimpleCookie
from urllib.parse import parse_qs, urlsplit

import pytest
from uvicorn.protocols.utils import get_path_with_query_string

from analysis.access import COOKIE
from analysis.web.sign_in import KeySignIn
from tests.browser.serving import Server, serving
from tests.own_thread import run_to_end
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
    assert (held["httponly"], held["samesite"], held["path"], held["secure"]) == (True, "lax", "/", "")
    assert int(held["max-age"]) == 30 * 24 * 3600


def test_signing_out_voids_the_cookie_at_the_server(server):
    held = cookie(ask(server, f"/update?key={key(server)}")).value
    ask(server, "/sign-out", cookie=f"{COOKIE}={held}", sec_fetch_site="cross-site")
    assert let_in(server, held)
    found = ask(server, "/sign-out?lang=en", cookie=f"{COOKIE}={held}", sec_fetch_site="same-origin")
    assert (found.status, found.headers["location"], cookie(found)["max-age"]) == (303, "/?lang=en", "0")
    assert not let_in(server, held)


@pytest.mark.parametrize(
    "path",
    [
        *("/health", "/embed/overview/years", "/stories/fi/own.html", "/files/1/x", "/revisions.atom", "/sign-in"),
        *("/nowhere", "/nowhere/at all", "/media/x.csv", "/assets/x", "/_stcore/health", "/updat%C3%A9"),
    ],
)
def test_a_key_on_what_is_no_page_is_not_looked_at_and_leaves_the_address(server, path):
    path = path.replace(" ", "%20")
    found = ask(server, f"{path}?a=1&key={key(server)}&lang=sv")
    assert (found.status, found.headers["location"]) == (303, f"{path}?a=1&lang=sv")
    assert "set-cookie" not in found.headers and found.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["//evil.example/", "/%5Cevil.example/", "/%2Fevil.example/"])
def test_a_key_leads_to_no_other_host(server, path):
    found = ask(server, f"{path}?key={key(server)}")
    assert found.status == 400 and "location" not in found.headers


def test_a_key_is_taken_off_no_request_that_would_do_something(server):
    assert ask(server, f"{UPLOAD}?key={key(server)}", "PUT", b"").status == 400


def test_signing_in_again_ends_the_earlier_sign_in_of_the_browser(server):
    first = cookie(ask(server, f"/update?key={key(server)}")).value
    others = cookie(ask(server, f"/update?key={key(server)}")).value
    second = cookie(ask(server, f"/update?key={key(server)}", cookie=f"{COOKIE}={first}")).value
    assert [let_in(server, each) for each in (first, second, others)] == [False, True, True]
    ask(server, "/sign-out", cookie=f"{COOKIE}={second}", sec_fetch_site="same-origin")
    assert [let_in(server, each) for each in (first, second, others)] == [False, False, True]


def test_a_wrong_key_leads_to_the_page_that_explains_and_too_many_close_the_door(server):
    answers = [ask(server, "/?key=wrong&lang=sv") for _ in range(11)]
    assert {each.status for each in answers} == {303} and not any("set-cookie" in each.headers for each in answers)
    assert [each.headers["location"] for each in answers] == ["/update?lang=sv&denied=key"] * 10 + [
        "/update?lang=sv&denied=wait"
    ]
    assert ask(server, f"/?key={key(server)}").headers["location"] == "/update?denied=wait"


def test_a_reader_tries_no_more_keys_by_signing_in_again_and_again(tmp_path):
    with serving(tmp_path, private="yes", editor_key="avain", reader_key="lukijan-avain") as private:
        reader, reasons = "", []
        for _ in range(12):
            if "set-cookie" in (entry := ask(private, "/?key=lukijan-avain", cookie=reader)).headers:
                reader = f"{COOKIE}={cookie(entry).value}"
            reasons += [ask(private, "/?key=wrong", cookie=reader).headers["location"] for _ in range(9)]
        assert reasons == ["/update?denied=key"] * 100 + ["/update?denied=wait"] * 8
        editor = cookie(ask(private, "/?key=avain"))
        assert ask(private, "/", cookie=f"{COOKIE}={editor.value}").status == 200


@pytest.mark.parametrize(("kind", "path"), [("http", "/events"), ("http", "/health"), ("websocket", "/_stcore/stream")])
def test_the_key_is_off_a_request_before_the_server_writes_its_log_of_it(laid, kind: str, path: str):
    """Under a server that logs requests: uvicorn writes the address from the scope that it gave us."""
    scope = {"type": kind, "method": "GET", "scheme": "http", "server": ("a", 80), "client": ("192.0.2.1", 1)}
    scope |= {"path": path, "headers": [], "query_string": b"lang=sv&k%65y=avain&regions=19"}

    async def nothing(*messages: object) -> None:
        pass

    run_to_end(KeySignIn(nothing)(scope, nothing, nothing))
    assert get_path_with_query_string(scope) == f"{path}?lang=sv&regions=19"
