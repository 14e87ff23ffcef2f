"""The headers around an application that answers, and around one that fails."""

import base64
import hashlib
from typing import Any

import pytest
from starlette.responses import Response

from analysis.web.security_headers import (
    ALWAYS,
    FILE_DIRECTIVES,
    OTHER_DIRECTIVES,
    PAGE_DIRECTIVES,
    SecurityHeaders,
    policy,
)
from tests.own_thread import run_to_end

pytestmark = pytest.mark.usefixtures("laid")
SCOPE = {"type": "http", "scheme": "http", "path": "/", "method": "GET", "headers": []}


def answered(app: Any) -> dict[str, Any]:
    """Status and headers of the answer; what the application raised is raised after it was sent."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message) -> None:
        sent.append(message)

    try:
        run_to_end(SecurityHeaders(app)(SCOPE, receive, send))
    except LookupError as raised:
        return {"raised": raised, **told(sent[0])}
    return told(sent[0])


def told(start: dict[str, Any]) -> dict[str, Any]:
    return {"status": start["status"], **{name.decode(): value.decode() for name, value in start["headers"]}}


def test_a_header_that_is_set_within_stays():
    found = answered(Response(headers={"content-security-policy": "sandbox", "referrer-policy": "no-referrer"}))
    assert (found["content-security-policy"], found["referrer-policy"]) == ("sandbox", "no-referrer")
    assert found.items() >= {**ALWAYS, "referrer-policy": "no-referrer"}.items()


def test_a_fault_of_ours_is_answered_with_the_headers_and_goes_on_to_the_log():
    async def failing(scope, receive, send) -> None:
        raise LookupError("within")

    found = answered(failing)
    assert (found["status"], str(found["raised"])) == (500, "within")
    assert found.items() >= ALWAYS.items()


def directives(text: str) -> dict[str, list[str]]:
    """A policy by directive; the same directive twice is a fault."""
    parts = [part.split() for part in text.split(";")]
    assert len({part[0] for part in parts}) == len(parts)
    return {name: sources for name, *sources in parts}


def test_the_page_runs_its_own_scripts_and_no_other():
    script = "\n window.x = false\n"
    hashed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert directives(policy(PAGE_DIRECTIVES, "'none'", [script]))["script-src"] == [
        "'self'",
        "blob:",
        f"'sha256-{hashed}'",
    ]


def test_no_policy_names_a_foreign_host_or_lets_text_become_code():
    for text in (
        policy(PAGE_DIRECTIVES, "'none'", ["x"]),
        policy(OTHER_DIRECTIVES, "'none'"),
        policy(FILE_DIRECTIVES, "'none'"),
    ):
        sources = {source for each in directives(text).values() for source in each}
        allowed = {"'self'", "'none'", "blob:", "data:", "'unsafe-inline'"}
        assert {each for each in sources if not each.startswith("'sha256-")} <= allowed
        assert "'unsafe-inline'" not in directives(text).get("script-src", [])


def test_what_is_handed_out_can_do_nothing():
    found = directives(policy(FILE_DIRECTIVES, "'none'"))
    assert (found["default-src"], found["sandbox"]) == (["'none'"], [])


def test_the_setting_says_who_may_show_the_pages_in_a_frame():
    allowed = "'self' https://liitto.example"
    for text in (
        policy(PAGE_DIRECTIVES, allowed, []),
        policy(OTHER_DIRECTIVES, allowed),
        policy(FILE_DIRECTIVES, allowed),
    ):
        assert directives(text)["frame-ancestors"] == allowed.split()
