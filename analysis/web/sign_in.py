"""Sign-in by key, and the answers that begin, refuse or end anybody's session."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.access import COOKIE, EVERYWHERE, KeyAttemptLimit, Person, editable_regions, role, sender_network
from analysis.app_services import app_services
from analysis.store import AuditEntry, Unavailable
from analysis.web.request_context import is_own, is_page, is_secure, pages, root_path
from analysis.web.unavailable import unavailable_page

KEY = "key"
DENIED = "denied"
"""Why there was no entry, in the address that leads to the explanation: "key", "wait", "person" or "provider"."""
TO = "to"
UPDATE = "/update"
IS_PATH = re.compile(r"/(?![/\\]).*", re.DOTALL)
"""A path that leads to no other host."""
BROWSER_DAYS = 30
"""How long a browser that came in by key is distinguished from unknown ones: see `KeyAttemptLimit`."""


@dataclass(frozen=True)
class KeySignIn:
    """Answers an address with a key by the same without it (303), so that no history has it; a page's with a cookie.

    Where the address is no page of ours the key is not looked at. The key leaves the request too, before any log.
    """

    app: ASGIApp
    attempts: KeyAttemptLimit = field(default_factory=KeyAttemptLimit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it has no key."""
        key = HTTPConnection(scope).query_params.get(KEY) if scope["type"] in ("http", "websocket") else None
        if key is not None:
            # The server writes its log of requests from this very scope.
            scope["query_string"] = urlencode(other_parameters(scope)).encode()
        if key is None or scope["type"] == "websocket":
            await self.app(scope, receive, send)
        elif scope["path"] in pages():
            response = await self.response(Request(scope), key, datetime.now(UTC))
            await response(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD") and IS_PATH.fullmatch(scope["path"]):
            await redirect(quote(scope["path"]), Request(scope), {})(scope, receive, send)
        else:
            await Response(status_code=400)(scope, receive, send)

    async def response(self, request: Request, key: str, now: datetime) -> Response:
        """The way on: with a cookie for the right key, with the reason for a wrong one."""
        sessions = app_services().sessions
        if app_services().settings.access != "key":
            return redirect(request.url.path, request, {})
        earlier = await run_in_threadpool(sessions.any_session, request.cookies.get(COOKIE))
        client = request.client.host if request.client else ""
        sender = f"session {earlier.id}" if earlier else sender_network(client)
        holder = f"editor {earlier.who}" if earlier and earlier.editor else "reader" if earlier else ""
        if not self.attempts.allows(sender, monotonic(), holder):
            return refuse_sign_in("wait", request)
        if owner := sessions.keys.holder(key):
            rights = {"editor": owner.role == "editor", "who": owner.name, "regions": owner.regions}
            return await let_in(request, request.url.path, now, **rights)
        wrong = self.attempts.note_wrong_key(sender, monotonic(), holder)
        if reason := {1: "key", self.attempts.most: "wait"}.get(wrong):
            await run_in_threadpool(app_services().store.journal.add, AuditEntry(now, "", "refused", detail=reason))
        return refuse_sign_in(KEY, request)


async def let_in(request: Request, path: str, now: datetime, **sign_in: Any) -> Response:
    """The way on to a page of ours, with a new cookie in the place of the browser's earlier one, which is ended.

    ``sign_in``: as in `SessionService.sign_in`. The cookie comes along with links of other sites (SameSite=Lax), so
    that the sign-in before is known when a message or the sign-in service leads here; uploads and sockets are checked
    by their origin.
    """
    settings, sessions = app_services().settings, app_services().sessions
    earlier = request.cookies.get(COOKIE)
    response = redirect(path, request, {})
    response.set_cookie(
        COOKIE,
        await run_in_threadpool(lambda: sessions.sign_in(now, earlier=earlier, **sign_in)),
        max_age=BROWSER_DAYS * 24 * 3600 if settings.access == "key" else settings.session_hours * 3600,
        secure=is_secure(request.scope, settings),
        httponly=True,
        samesite="lax",
    )
    return response


async def let_in_person(person: Person, request: Request, now: datetime) -> Response:
    """The way on for somebody with a name: in, to the page of ours in the address (``to=``), or to the explanation."""
    settings = app_services().settings
    access = role(person, settings)
    if access is None:
        await run_in_threadpool(
            app_services().store.journal.add, AuditEntry(now, person.name, "refused", detail="person")
        )
        return refuse_sign_in("person", request)
    path = request.query_params.get(TO, UPDATE)
    path = quote(path) if is_page(path) else UPDATE
    regions = editable_regions(person, settings) or EVERYWHERE
    rights = {"editor": access == "editor", "who": person.name, "regions": regions}
    return await let_in(request, path, now, way=settings.access, **rights)


async def sign_out(request: Request) -> Response:
    """End the session and remove the cookie; a foreign page cannot sign anybody out.

    The browser forgets the cookie even if the store cannot note the end, which is then said.
    """
    response: Response = redirect("/", request, {})
    if is_own(request.scope, app_services().settings):
        try:
            await run_in_threadpool(app_services().sessions.sign_out, request.cookies.get(COOKIE), datetime.now(UTC))
        except Unavailable as error:
            response = unavailable_page(request, error)
        response.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return response


def refuse_sign_in(reason: str, request: Request) -> RedirectResponse:
    """The way to the page that says why there was no entry."""
    return redirect(UPDATE, request, {DENIED: reason})


def redirect(path: str, request: Request, more: dict[str, str]) -> RedirectResponse:
    """The way to a page of ours with the address's parameters, but for the key, and more; never cached."""
    parameters = [(name, value) for name, value in other_parameters(request.scope) if name not in (DENIED, TO)]
    query = urlencode([*parameters, *more.items()], safe=",")
    place = root_path(request).rstrip("/") + path
    return RedirectResponse(f"{place}?{query}" if query else place, 303, {"cache-control": "no-store"})


def other_parameters(scope: Scope) -> list[tuple[str, str]]:
    """The parameters of a request's address, but for the key."""
    query = scope["query_string"].decode("latin-1")
    return [(name, value) for name, value in parse_qsl(query) if name != KEY]
