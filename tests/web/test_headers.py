"""The headers around an application that answers, and around one that fails."""

from typing import Any

import pytest
from starlette.responses import Response

from analysis.web.headers import ALWAYS, SafeHeaders
from tests.web.awaiting import awaited

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
        awaited(SafeHeaders(app)(SCOPE, receive, send))
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
