from typing import Any

import pytest

from analysis.settings import read
from analysis.web.request_context import is_own, is_secure
from analysis.web.security_headers import response_headers

HERE = read({})
BEHIND = read({"KLUSTERIPULSSI_PUBLIC_ADDRESS": "https://klusterit.example"})


def scope(path: str = "/", scheme: str = "http", **headers: str) -> dict[str, Any]:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "scheme": scheme, "path": path, "headers": raw}


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"host": "a:8501", "origin": "http://a:8501"}, True),
        ({"host": "a:8501", "origin": "http://a:8502"}, False),
        ({"host": "a", "origin": "https://evil.example"}, False),
        ({"host": "a", "origin": "null"}, False),
        ({"host": "a", "origin": ""}, False),
        ({"host": "a", "origin": "http://a", "sec_fetch_site": "cross-site"}, True),
        ({"host": "a", "sec_fetch_site": "same-origin"}, True),
        ({"host": "a", "sec_fetch_site": "none"}, True),
        ({"host": "a", "sec_fetch_site": "same-site"}, False),
        ({"host": "a", "sec_fetch_site": "cross-site"}, False),
        ({"host": "a"}, True),
        ({"origin": "https://"}, False),
    ],
)
def test_a_request_is_ours_where_its_origin_is_the_host_it_asks(headers, own):
    assert is_own(scope(**headers), HERE) is own


def test_behind_a_proxy_the_public_address_is_ours_too():
    asked = scope(host="10.0.0.7", origin="https://klusterit.example")
    assert (is_own(asked, BEHIND), is_own(asked, HERE)) == (True, False)


def test_readers_come_by_tls_to_the_server_or_to_the_public_address():
    assert [is_secure(scope(scheme=each), HERE) for each in ("http", "https", "ws", "wss")] == [
        False,
        True,
        False,
        True,
    ]
    assert is_secure(scope(), BEHIND)


def test_the_transport_header_is_for_tls_alone():
    assert "strict-transport-security" not in response_headers(scope(), HERE)
    assert response_headers(scope(), BEHIND)["strict-transport-security"].startswith("max-age=")


def test_whoever_may_frame_the_pages_is_not_denied_by_the_older_header():
    framed = read({"KLUSTERIPULSSI_FRAME_ANCESTORS": "https://liitto.example"})
    assert response_headers(scope(), HERE)["x-frame-options"] == "DENY"
    assert "x-frame-options" not in response_headers(scope(), framed)
