"""The guard around an application that notes what reaches it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from analysis import app_services
from analysis.access import COOKIE
from analysis.streamlit_adapter.routes import with_host_as_origin
from analysis.web.guard import RequestGuard
from tests.own_thread import run_to_end

MEGABYTE = 1024 * 1024
pytestmark = pytest.mark.usefixtures("laid")
SESSION = "/_stcore/upload_file/a-session/a-file"


def editor(may_edit: bool = True) -> dict[str, str]:
    return {
        "cookie": f"{COOKIE}={app_services.app_services().sessions.sign_in(datetime.now(UTC), editor=may_edit)}",
        "host": "a",
        "origin": "http://a",
    }


def asked(
    path: str, method: str, headers: dict[str, str], body: list[bytes], kind: str = "http"
) -> tuple[Any, bytes | None]:
    """The status (or "closed") that a request meets with, and the body that got through (None where nothing did)."""
    sent: list[dict[str, Any]] = []
    parts = [{"type": "http.request", "body": each, "more_body": True} for each in body] + [{"type": "http.request"}]
    through: list[bytes] = []

    async def inner(scope, receive, send) -> None:
        through.append(b"")
        while kind == "http" and (message := await receive()).get("more_body"):
            through.append(message["body"])
        await send({"type": f"{kind}.response.start" if kind == "http" else "websocket.accept", "status": 204})

    async def receive() -> dict[str, Any]:
        return parts.pop(0)

    async def send(message) -> None:
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": kind, "scheme": "http", "path": path, "method": method, "headers": raw, "query_string": b""}
    run_to_end(RequestGuard(inner)(scope, receive, send))
    status = {"websocket.close": "closed", "websocket.accept": "open"}.get(sent[0]["type"], sent[0].get("status"))
    return status, b"".join(through) if through else None


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_no_upload_of_a_stranger_gets_through(method):
    held = [f"{COOKIE}=x", "other=1", f"{COOKIE}={'x' * 43}", f"{COOKIE}={'x' * 60_000}", f"{COOKIE}=; {COOKIE}", "ä"]
    strangers = ({}, *({"cookie": each} for each in held))
    assert [asked(SESSION, method, each, [b"abc"]) for each in strangers] == [(403, None)] * len(strangers)


def test_no_upload_that_a_foreign_page_makes_an_editor_send_gets_through():
    assert asked(SESSION, "PUT", editor() | {"origin": "https://evil.example"}, [b"abc"]) == (403, None)


def test_no_upload_of_a_reader_who_signed_in_gets_through():
    assert asked(SESSION, "PUT", editor(may_edit=False), [b"abc"]) == (403, None)


def test_an_editors_upload_gets_through():
    assert asked(SESSION, "PUT", editor() | {"content-length": "6"}, [b"abc", b"def"]) == (204, b"abcdef")


def test_after_signing_out_nothing_gets_through():
    headers = editor()
    app_services.app_services().sessions.sign_out(headers["cookie"].partition("=")[2], datetime.now(UTC))
    assert asked(SESSION, "PUT", headers, [b"abc"]) == (403, None)


@pytest.mark.parametrize("length", [str(2 * MEGABYTE + 1), "-1", "many", ""])
def test_a_length_over_the_limit_or_none_at_all_is_refused_unread(length):
    assert asked(SESSION, "PUT", editor() | {"content-length": length}, [b"abc"]) == (413, None)


def test_a_body_without_a_length_is_counted_while_it_comes():
    assert asked(SESSION, "PUT", editor(), [b"x" * MEGABYTE] * 2)[0] == 204
    assert asked(SESSION, "PUT", editor(), [b"x" * MEGABYTE] * 3)[0] == 413


@pytest.mark.parametrize(
    "path", ["metrics", "agent/interact", "agent/openapi.json", "agent/mcp", "script-health-check", "new-in-1.68", ""]
)
def test_what_is_closed_is_closed_to_editors_too(path):
    assert [asked(f"/_stcore/{path}", method, editor(), []) for method in ("GET", "POST")] == [(404, None)] * 2


@pytest.mark.parametrize("path", ["/auth/login", "/auth/logout", "/oauth2callback"])
def test_streamlits_own_sign_in_is_closed(path):
    assert asked(path, "GET", {}, []) == (404, None)


def test_what_the_browser_asks_before_an_upload_is_answered():
    assert asked(SESSION, "OPTIONS", {}, []) == (204, b"")


def test_a_foreign_page_opens_no_socket():
    own, foreign = ({"host": "a", "origin": origin} for origin in ("http://a", "http://b"))
    assert [asked("/_stcore/stream", "GET", each, [], "websocket")[0] for each in (own, foreign)] == ["open", "closed"]


def test_no_socket_opens_on_a_route_that_nobody_knows():
    own = {"host": "a", "origin": "http://a"}
    assert asked("/_stcore/new-in-1.68", "GET", own, [], "websocket") == ("closed", None)


def test_an_upload_is_guarded_under_any_path():
    assert asked(f"/base{SESSION}", "PUT", {}, [b"abc"]) == (403, None)


def test_behind_a_proxy_that_names_another_host_streamlit_sees_its_own():
    headers = [(b"host", b"10.0.0.7:8501"), (b"origin", b"https://klusterit.example"), (b"cookie", b"a=b")]
    seen = with_host_as_origin({"type": "websocket", "headers": headers})
    assert seen["headers"] == [(b"host", b"10.0.0.7:8501"), (b"origin", b"http://10.0.0.7:8501"), (b"cookie", b"a=b")]
    assert headers[1] == (b"origin", b"https://klusterit.example")
