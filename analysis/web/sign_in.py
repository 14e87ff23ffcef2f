"""Sign-in by key, and the answers that begin, refuse or end anybody's session."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.access import COOKIE, EVERYWHERE, KeyAttemptLimit, Person, editable_regions, role, sender_network
from analysis.app_services import app_services
from analysis.store import AuditEntry
from analysis.web.request_context import is_own, is_secure, pages

KEY = "key"
DENIED = "denied"
"""Why there was no entry, in the address that leads to the explanation: "key", "wait", "person" or "provider"."""
TO = "to"
UPDATE = "/update"
BROWSER_DAYS = 30
"""How long a browser that came in by key is distinguished from unknown ones: see `KeyAttemptLimit`."""


@dataclass(frozen=True)
class KeySignIn:
    """Answers an address with a key by the same without it (303), so that no history has it, and a cookie."""

    app: ASGIApp
    attempts: KeyAttemptLimit = field(default_factory=KeyAttemptLimit)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on if it has no key."""
        if scope["type"] == "http" and scope["path"] in pages() and KEY in Request(scope).query_params:
            response = await self.response(Request(scope), datetime.now(UTC))
            await response(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def response(self, request: Request, now: datetime) -> Response:
        """The way on: with a cookie for the right key, with the reason for a wrong one."""
        sessions = app_services().sessions
        if app_services().settings.access != "key":
            return redirect(request.url.path, request, {})
        earlier = await run_in_threadpool(sessions.any_session, request.cookies.get(COOKIE))
        client = request.client.host if request.client else ""
        sender = f"session {earlier.id}" if earlier else sender_network(client)
        if not self.attempts.allows(sender, now, earlier is not None):
            return refuse_sign_in("wait", request)
        if holder := sessions.keys.holder(request.query_params[KEY]):
            rights = {"editor": holder.role == "editor", "who": holder.name, "regions": holder.regions}
            return await let_in(request, request.url.path, now, **rights)
        wrong = self.attempts.note_wrong_key(sender, now, earlier is not None)
        if reason := {1: "key", self.attempts.most: "wait"}.get(wrong):
            await run_in_threadpool(app_services().store.journal.add, AuditEntry(now, "", "refused", detail=reason))
        return refuse_sign_in(KEY, request)


async def let_in(request: Request, path: str, now: datetime, **sign_in: Any) -> Response:
    """The way on to a page of ours, with a new cookie; ``sign_in``: as in `SessionService.sign_in`."""
    settings, sessions = app_services().settings, app_services().sessions
    response = redirect(path, request, {})
    response.set_cookie(
        COOKIE,
        await run_in_threadpool(lambda: sessions.sign_in(now, **sign_in)),
        max_age=BROWSER_DAYS * 24 * 3600 if settings.access == "key" else settings.session_hours * 3600,
        secure=is_secure(request.scope, settings),
        httponly=True,
        # Links of other sites must lead into a private dashboard too; uploads and sockets are checked by origin.
        samesite="lax" if settings.private else "strict",
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
    path = path if path in pages() else UPDATE
    regions = editable_regions(person, settings) or EVERYWHERE
    rights = {"editor": access == "editor", "who": person.name, "regions": regions}
    return await let_in(request, path, now, way=settings.access, **rights)


async def sign_out(request: Request) -> Response:
    """End the session and remove the cookie; a foreign page cannot sign anybody out."""
    response = redirect("/", request, {})
    if is_own(request.scope, app_services().settings):
        await run_in_threadpool(app_services().sessions.sign_out, request.cookies.get(COOKIE), datetime.now(UTC))
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def refuse_sign_in(reason: str, request: Request) -> RedirectResponse:
    """The way to the page that says why there was no entry."""
    return redirect(UPDATE, request, {DENIED: reason})


def redirect(path: str, request: Request, more: dict[str, str]) -> RedirectResponse:
    """The way to a page of ours with the address's parameters, but for the key, and more; never cached."""
    parameters = [(name, value) for name, value in parse_qsl(request.url.query) if name not in (KEY, DENIED, TO)]
    query = urlencode([*parameters, *more.items()], safe=",")
    return RedirectResponse(f"{path}?{query}" if query else path, 303, {"cache-control": "no-store"})
