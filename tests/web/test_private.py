"""A private dashboard shows nothing to those who have not signed in."""

import json
from collections.abc import Iterator
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from analysis import static
from analysis.access import COOKIE
from analysis.web import routes
from analysis.web.security_headers import FRAMED
from tests.browser.serving import Server, serving
from tests.web.http_client import ask
from tests.web.test_server import ALWAYS

OPEN = {"/robots.txt", "/health", "/health/sockets", "/metrics", "/sign-in", "/sign-in/back", "/sign-out"}
STREAMLIT = ["/_stcore/health", "/_stcore/host-config", "/media/x.csv", "/static/js/x.js", "/component/x/y", "/x"]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    keys = {"editor_key": "muokkaajan pitkä avain", "reader_key": "lukijan pitkä avain"}
    with serving(tmp_path_factory.mktemp("private"), private="yes", **keys) as running:
        yield running


@pytest.fixture(scope="module")
def reader(server) -> str:
    answer = ask(server, "/events?key=lukijan%20pitk%C3%A4%20avain&lang=en")
    assert (answer.status, answer.headers["location"]) == (303, "/events?lang=en")
    morsel = SimpleCookie(answer.headers["set-cookie"])[COOKIE]
    assert morsel["samesite"] == "lax"
    return f"{COOKIE}={morsel.value}"


def socket(server: Server, **headers: str):
    host = urlsplit(server.address).netloc
    address = f"ws://{host}/_stcore/stream"
    return connect(address, origin=f"http://{host}", subprotocols=["streamlit"], additional_headers=headers)


def wanted(path: str) -> set[str]:
    """The headers of an answer; what other sites may frame has the policy for it, and not the old header."""
    return ALWAYS - {"x-frame-options"} if path.startswith(FRAMED) else ALWAYS


def test_a_page_says_how_to_get_in(server):
    found = ask(server, "/events?lang=en")
    assert (found.status, found.headers["cache-control"]) == (403, "no-store")
    assert "This service is closed to the public" in found.body.decode() and "set-cookie" not in found.headers


def test_a_page_is_for_those_alone_who_are_in(server, reader):
    found = ask(server, "/", cookie=reader)
    assert found.status == 200 and b'data-number="events"' in found.body
    assert ask(server, "/", if_none_match=found.headers["etag"]).status == 403
    assert b"data-number" not in ask(server, "/read/fi/").body


def test_a_wrong_key_is_told_calmly(server):
    there = ask(server, "/?key=wrong&lang=en").headers["location"]
    assert "The key in the address is not valid." in ask(server, there).body.decode()


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_every_address_is_closed_but_those_that_tell_nothing(server, method):
    ours = [route.path.replace("{", "").replace("}", "").replace(":path", "") for route in routes]
    closed = [path for path in {*ours, *STREAMLIT} if path not in OPEN and not path.startswith("/assets/")]
    answers = {path: ask(server, path, method) for path in closed}
    programs = {path for path in closed if path.startswith("/api/")}
    expected = {path: 401 if path in programs else 403 for path in closed}
    assert {path: answer.status for path, answer in answers.items()} == expected
    assert all(b"sign-in" in answers[path].body for path in programs if method != "HEAD")
    told = programs | {path for path in closed if path.startswith("/read/") and method == "GET"}
    assert all(b"/sign-in" in answers[path].body or b"<h1>" in answers[path].body for path in told - programs)
    bare = {
        path
        for path in closed
        if wanted(path) - set(answers[path].headers) or (answers[path].body and path not in told)
    }
    assert bare == set()


def test_no_browser_stores_an_answer_that_it_would_show_after_the_sign_out(server, reader):
    paths = ["/", "/read/sv/events", "/embed/overview/years", "/stories/fi/annual.html", "/revisions.atom", "/nowhere"]
    answers = {path: ask(server, path, cookie=reader) for path in [*paths, "/health", "/_stcore/host-config"]}
    assert {answer.headers["cache-control"] for answer in answers.values()} == {"no-store"}
    assert {answer.status for path, answer in answers.items() if path not in ("/nowhere", paths[3])} == {200}


def test_no_socket_opens(server):
    with pytest.raises(InvalidStatus) as refused:
        socket(server)
    assert refused.value.response.status_code == 403
    assert ALWAYS - {name.lower() for name in refused.value.response.headers} == set()


def test_who_watches_over_the_service_still_sees_whether_it_works(server):
    nothing = dict.fromkeys(("revision", "published", "age_days", "disk"))
    assert json.loads(ask(server, "/health").body) == {"status": "ok", **nothing}
    assert ask(server, "/metrics").status == 403
    assert ask(server, f"/{static.own_files()['style.css'].address}").status == 200


def test_who_is_signed_in_learns_which_revision_is_published(server, reader):
    found = json.loads(ask(server, "/health", cookie=reader).body)
    assert (found["status"], found["revision"]) == ("ok", "1") and found["published"]


def test_a_reader_reads_and_publishes_nothing(server, reader):
    assert [ask(server, path, cookie=reader).status for path in ("/", "/events", "/_stcore/host-config")] == [200] * 3
    with socket(server, cookie=reader) as opened:
        assert opened.subprotocol == "streamlit"
    assert ask(server, "/_stcore/upload_file/a/b", "PUT", b"abc", cookie=reader).status == 403
