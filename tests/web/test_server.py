"""The running program over plain HTTP."""

import gzip
import json
import re
import time
from urllib.parse import urlsplit

import brotli
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from analysis import static
from analysis.streamlit_adapter import bundle
from tests.web.http_client import ask

ALWAYS = {
    "content-security-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
}
PATHS = [
    *(
        "/",
        "/events",
        "/events/",
        "/nowhere",
        "/nowhere/at/all",
        "/index.html",
        "//nowhere",
        "/health",
        "/assets/nothing.js",
    ),
    *("/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/_stcore/upload_file/a/b", "/media/nothing"),
    *("/favicon.png", "/static/js/nothing.js", "/component/nothing", "/_stcore/bidi-components/nothing", "/sign-out"),
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"])
def test_every_answer_carries_the_headers(server, path, method):
    found = ask(server, path, method)
    assert ALWAYS - set(found.headers) == set()
    assert found.status < 500


def test_health_tells_the_published_revision(server):
    found = ask(server, "/health")
    told = json.loads(found.body)
    names = ["age_days", "disk", "published", "revision", "status"]
    assert (found.status, told["status"], sorted(told)) == (200, "ok", names)
    assert told["revision"] and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", told["published"])


@pytest.mark.parametrize(
    ("path", "language"), [("/", "fi"), ("/?lang=sv", "sv"), ("/events?years=2020&lang=en", "en"), ("/?lang=xx", "fi")]
)
def test_the_document_is_in_the_language_of_the_address(server, path, language):
    found = ask(server, path)
    assert found.status == 200 and f'<html lang="{language}" data-language="fi">' in found.body.decode()


def test_each_page_has_its_own_title_and_names_its_other_languages(server):
    front, events = (ask(server, path).body.decode() for path in ("/", "/events"))
    title = re.compile("<title>(.*)</title>")
    assert title.search(front)[1] != title.search(events)[1]
    assert re.findall('hreflang="(..)" href="([^"]*)"', events) == [
        (each, f"{server.address}/events?lang={each}") for each in ("fi", "en", "sv")
    ]


def test_a_document_is_never_taken_for_an_older_one(server):
    first = ask(server, "/")
    again = ask(
        server, "/", if_modified_since="Tue, 24 Nov 2099 10:00:00 GMT", if_none_match='"older"', range="bytes=0-10"
    )
    assert (first.status, again.status, again.body) == (200, 200, first.body)
    assert first.headers["etag"] == again.headers["etag"] and first.headers["cache-control"] == "private, max-age=60"


def test_where_there_is_no_page_the_server_says_so(server):
    found = ask(server, "/nowhere?lang=en")
    assert found.status == 404
    assert '<html lang="en">' in found.body.decode() and 'href="/?lang=en"' in found.body.decode()


def test_what_a_page_loads_of_ours_is_kept_for_good(server):
    own = re.findall(r'(?:src|href)="\./(assets/[^"]+)"', ask(server, "/").body.decode())
    assert own
    for address in own:
        found = ask(server, f"/{address}")
        assert (found.status, found.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")


def on_shelf(server, path: str, **headers: str):
    """The answer with a file as soon as the server has compressed it, which it does beside its first answers."""
    until = time.monotonic() + 120
    while "etag" not in (found := ask(server, path, **headers)).headers and time.monotonic() < until:
        time.sleep(0.1)
    return found


@pytest.mark.parametrize("path", [static.plotly_bundle().address, bundle.part_scripts()[0]])
def test_scripts_of_ours_and_of_streamlit_go_out_compressed_to_those_who_take_it(server, path):
    small = on_shelf(server, f"/{path}", accept_encoding="gzip, deflate, br, zstd")
    middle, plain = ask(server, f"/{path}", accept_encoding="gzip"), ask(server, f"/{path}", accept_encoding="br;q=0")
    encodings = [each.headers.get("content-encoding") for each in (small, middle, plain)]
    assert encodings == ["br", "gzip", None] and all(
        each.headers["vary"] == "accept-encoding" for each in (small, plain)
    )
    assert brotli.decompress(small.body) == gzip.decompress(middle.body) == plain.body
    assert len(small.body) < len(middle.body) < len(plain.body)
    for each in (small, middle, plain):
        assert each.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert {"content-security-policy", "x-content-type-options", "referrer-policy"} <= set(each.headers)


def test_a_file_that_the_browser_has_is_not_sent_again(server):
    path = f"/{static.own_files()['style.css'].address}"
    first = ask(server, path, accept_encoding="br")
    again = ask(server, path, accept_encoding="br", if_none_match=first.headers["etag"])
    head = ask(server, path, "HEAD", accept_encoding="br")
    assert (again.status, again.body) == (304, b"") and (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(first.body))


def test_the_fonts_are_small_and_asked_for_again_beside_the_page(server):
    for font in map(bundle.font, bundle.FONTS):
        found = on_shelf(server, f"/static/media/{font.name}")
        assert found.headers["content-type"] == "font/woff2"
        assert found.headers["cache-control"].startswith("public, max-age=3600, stale-while-revalidate=")
        assert len(found.body) < font.stat().st_size / 2


def test_a_stranger_uploads_nothing(server):
    for method in ("PUT", "POST", "DELETE"):
        assert ask(server, "/_stcore/upload_file/a/b", method, b"abc").status == 403


def test_no_other_page_steers_the_program_by_messages(server):
    assert json.loads(ask(server, "/_stcore/host-config").body)["allowedOrigins"] == []


def test_a_socket_opens_to_our_own_pages_alone(server):
    host = urlsplit(server.address).netloc
    with connect(f"ws://{host}/_stcore/stream", origin=f"http://{host}", subprotocols=["streamlit"]) as socket:
        assert socket.subprotocol == "streamlit"
    with pytest.raises(InvalidStatus):
        connect(f"ws://{host}/_stcore/stream", origin="https://evil.example", subprotocols=["streamlit"])
