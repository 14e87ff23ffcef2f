"""What somebody who means harm sends to the running program."""

import re
import socket
from collections.abc import Iterator
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

import pytest
from websockets.sync.client import connect

from analysis.access import COOKIE
from tests.browser.serving import Server, serving
from tests.web.http_client import Answer, ask

UPLOAD = "/_stcore/upload_file/a/b"
SECRET = "aivan oma pitkä avain"
KEY = "aivan%20oma%20pitk%C3%A4%20avain"


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("attacks"), editor_key=SECRET, log="json") as running:
        yield running


def signed_in(server: Server, **headers: str) -> str:
    answer = ask(server, f"/update?key={KEY}", **headers)
    return SimpleCookie(answer.headers["set-cookie"])[COOKIE].value


def tried(server: Server, cookie: str) -> Answer:
    return ask(server, UPLOAD, "PUT", b"abc", cookie=cookie)


def test_a_cookie_that_was_copied_is_worth_nothing_after_the_sign_out(server):
    cookie = signed_in(server)
    assert b"XSRF" in tried(server, f"{COOKIE}={cookie}").body
    ask(server, "/sign-out", cookie=f"{COOKIE}={cookie}", sec_fetch_site="same-origin")
    assert tried(server, f"{COOKIE}={cookie}").status == 403


def test_a_cookie_that_somebody_planted_is_not_the_one_that_is_signed_in(server):
    planted = "x" * 43
    assert signed_in(server, cookie=f"{COOKIE}={planted}") != planted
    assert tried(server, f"{COOKIE}={planted}").status == 403


def test_a_cookie_of_another_key_is_worth_nothing(server, tmp_path):
    with serving(tmp_path, store=server.store, editor_key="toinen avain", workbook="") as other:
        cookie = SimpleCookie(ask(other, "/update?key=toinen%20avain").headers["set-cookie"])[COOKIE].value
    assert tried(server, f"{COOKIE}={cookie}").status == 403


def test_a_foreign_page_signs_nobody_out(server):
    cookie = signed_in(server)
    for headers in ({"sec_fetch_site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}):
        for method in ("GET", "POST"):
            ask(server, "/sign-out", method, cookie=f"{COOKIE}={cookie}", **headers)
    assert b"XSRF" in tried(server, f"{COOKIE}={cookie}").body


@pytest.mark.parametrize(
    "path",
    [
        *("/assets/../settings.py", "/assets/..%2f..%2frequirements.txt", "/assets/%2e%2e/%2e%2e/README.md"),
        *("/assets/....//x", "/media/../../etc/passwd", "/media/..%2f..%2f..%2fetc%2fpasswd", "/static/..%2f..%2fx"),
        *("/component/x/..%2f..%2fx", "/..%2f..%2fetc/passwd", "/%00", "/assets/%00", "/\\..\\..\\x"),
        *("/_stcore/bidi-components/..%2f..%2fx", "//etc/passwd", "/events/../../x", "/assets/C:%5Cx"),
    ],
)
def test_no_path_leads_out_of_what_is_served(server, path):
    found = ask(server, path)
    assert found.status in (400, 403, 404) and b"root:" not in found.body and b"streamlit==" not in found.body


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "127.0.0.1@evil.example", "[::1]:1"])
def test_no_answer_leads_to_the_host_that_a_request_names(server, host):
    for path in (f"/update?key={KEY}", "/update?key=wrong", "/sign-out", "/sign-in", "/events/"):
        place = ask(server, path, host=host).headers.get("location", "/")
        assert place.startswith("/") and not place.startswith("//") and "evil" not in place


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/%5cevil.example", "/%2f/evil.example"])
def test_no_sign_in_leads_to_a_foreign_page(server, wanted):
    for path in (f"/update?key={KEY}&to={wanted}", f"/sign-in?to={wanted}", f"/sign-out?to={wanted}&next={wanted}"):
        place = ask(server, path).headers["location"]
        assert urlsplit(place).netloc == "" and urlsplit(place).path in ("/", "/update")


def test_an_answer_takes_no_header_from_the_address(server):
    found = ask(server, f"/update?key={KEY}&lang=fi%0d%0aset-cookie:%20evil=1")
    assert "evil" not in found.headers["set-cookie"] and "\n" not in found.headers["location"]


def answered(server: Server, path: str, **headers: str) -> int:
    """The status of the answer; 431 where the server hangs up before all has come."""
    try:
        return ask(server, path, **headers).status
    except ConnectionError:
        return 431


def test_what_is_far_too_long_is_refused_and_the_program_goes_on(server):
    for headers in ({"cookie": "x=" + "y" * 200_000}, {"x_long": "y" * 200_000}, {f"x_{n}": "y" for n in range(2000)}):
        assert answered(server, "/", **headers) in (200, 400, 431)
    assert answered(server, "/?search=" + "x" * 50_000) in (200, 400, 414, 431)
    assert ask(server, "/health").status == 200


def sent(server: Server, text: str, body: bytes = b"") -> bytes:
    """The first line of the answer to a request that is written by hand."""
    parts = urlsplit(server.address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=20) as line:
        line.sendall(text.replace("\n", "\r\n").encode() + body)
        return line.recv(4096).partition(b"\r\n")[0]


def test_a_stranger_is_refused_before_the_body_comes(server):
    head = f"PUT {UPLOAD} HTTP/1.1\nhost: a\ncontent-length: 9000000\n\n"
    assert b"403" in sent(server, head)
    assert b"403" in sent(server, f"PUT {UPLOAD} HTTP/1.1\nhost: a\ntransfer-encoding: chunked\n\n")


def test_an_editor_is_refused_as_soon_as_the_body_grows_too_large(server):
    head = f"PUT {UPLOAD} HTTP/1.1\nhost: a\ncookie: {COOKIE}={signed_in(server)}\n"
    assert b"413" in sent(server, head + "content-length: 900000000\n\n")


def test_a_socket_without_a_page_reads_what_readers_read_and_nothing_more(server):
    host = urlsplit(server.address).netloc
    with connect(f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as opened:
        assert opened.subprotocol == "streamlit"


def test_neither_key_nor_cookie_is_in_the_log_or_in_a_referrer(server):
    cookie = signed_in(server)
    ask(server, f"/update?key={KEY}x", cookie=f"{COOKIE}={cookie}")
    log = server.log.read_text(encoding="utf-8").replace(server.address, "")
    assert '"event": "sign-in"' in log and '"event": "refused"' in log
    assert [each for each in (SECRET, KEY, cookie, "127.0.0.1:") if each in log] == []
    found = ask(server, "/update")
    assert found.headers["referrer-policy"] == "same-origin"
    assert parse_qs(urlsplit(ask(server, f"/update?key={KEY}").headers["location"]).query) == {}


def test_every_line_of_the_log_is_one_object(server):
    lines = server.log.read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.strip() and not re.search(r"https?://", line)]
    assert told and [line for line in told if not line.startswith("{") or not line.endswith("}")] == []
