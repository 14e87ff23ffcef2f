"""How somebody is let in, and how one is told why not."""

from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from analysis.access import COOKIE, Person, role
from analysis.desk import desk
from analysis.store import Entry
from analysis.web.addresses import pages
from analysis.web.origin import is_secure

KEY = "key"
DENIED = "denied"
"""Why there was no entry, in the address that leads to the explanation: "key", "wait", "person" or "provider"."""
TO = "to"
UPDATE = "/update"
KNOWN_DAYS = 30
"""How long a browser that came in by key is told from strangers: see `Attempts`."""


def destination(request: Request) -> str:
    """The page that the address wants to lead to after a sign-in; never anything but a page of ours."""
    wanted = request.query_params.get(TO, UPDATE)
    return wanted if wanted in pages() else UPDATE


async def let_in(request: Request, path: str, now: datetime, **signed: Any) -> Response:
    """The way on to a page of ours, with a new cookie; ``signed`` is handed to `Door.sign_in`."""
    held = desk()
    response = elsewhere(path, request, {})
    by_key, hours = held.settings.access == "key", held.settings.session_hours
    response.set_cookie(
        COOKIE,
        await run_in_threadpool(lambda: held.door.sign_in(now, **signed)),
        max_age=KNOWN_DAYS * 24 * 3600 if by_key else hours * 3600,
        secure=is_secure(request.scope, held.settings),
        httponly=True,
        # Into a private dashboard a link of another site must lead too; uploads and sockets are told by their origin.
        samesite="lax" if held.settings.private else "strict",
    )
    return response


async def welcomed(person: Person, request: Request, path: str, now: datetime) -> Response:
    """The way on for somebody whom a sign-in service or a proxy names: in, or to the explanation."""
    held = desk()
    found = role(person, held.settings)
    if found is None:
        entry = Entry(now, person.name, "refused", detail="person")
        await run_in_threadpool(held.store.journal.note, entry)
        return denied("person", request)
    return await let_in(request, path, now, editor=found == "editor", who=person.name, way=held.settings.access)


def denied(reason: str, request: Request) -> RedirectResponse:
    """The way to the page that says why there was no entry."""
    return elsewhere(UPDATE, request, {DENIED: reason})


def elsewhere(path: str, request: Request, more: dict[str, str]) -> RedirectResponse:
    """The way to a page of ours with what the address asked of pages, but for the key; nobody keeps the answer."""
    query = [(name, value) for name, value in parse_qsl(request.url.query) if name not in (KEY, DENIED, TO)]
    asked = urlencode([*query, *more.items()], safe=",")
    return RedirectResponse(f"{path}?{asked}" if asked else path, 303, {"cache-control": "no-store"})
