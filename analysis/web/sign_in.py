"""The editors' address: its key is exchanged for a cookie, so that it stays in no address bar, history or referrer."""

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.access import COOKIE, Attempts, neighbourhood
from analysis.desk import desk
from analysis.store import Entry
from analysis.web.addresses import pages
from analysis.web.letting_in import KEY, denied, elsewhere, let_in
from analysis.web.origin import is_own


class SignIn:
    """Answers a page's address that bears a key with the same address without it (303)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.attempts = Attempts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where it bears no key."""
        if scope["type"] == "http" and scope["path"] in pages() and KEY in Request(scope).query_params:
            await (await self.answered(Request(scope), datetime.now(UTC)))(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def answered(self, request: Request, now: datetime) -> Response:
        """The way on: with a cookie for the right key, with the reason for a wrong one."""
        door = desk().door
        if desk().settings.access != "key":
            return elsewhere(request.url.path, request, {})
        known = await run_in_threadpool(door.given_out, request.cookies.get(COOKIE))
        sender = f"known {known.id}" if known else neighbourhood(request.client.host if request.client else "")
        if not self.attempts.open_to(sender, now, known is not None):
            return denied("wait", request)
        if role := door.keys.role(request.query_params[KEY]):
            return await let_in(request, request.url.path, now, editor=role == "editor")
        wrong = self.attempts.note(sender, now, known is not None)
        if told := {1: "key", self.attempts.most: "wait"}.get(wrong):
            await run_in_threadpool(desk().store.journal.note, Entry(now, "", "refused", detail=told))
        return denied(KEY, request)


async def sign_out(request: Request) -> Response:
    """Make the cookie void and have it forgotten; a foreign page cannot sign anybody out."""
    held = desk()
    response = elsewhere("/", request, {})
    if is_own(request.scope, held.settings):
        await run_in_threadpool(held.door.sign_out, request.cookies.get(COOKIE), datetime.now(UTC))
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response
