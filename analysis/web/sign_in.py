"""The editors' address: its key is exchanged for a cookie, so that it stays in no address bar, history or referrer."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.access import COOKIE, Attempts
from analysis.desk import desk
from analysis.web.addresses import pages
from analysis.web.origin import is_own, is_secure

KEY = "key"
DENIED = "denied"
"""Why there was no entry, in the address that a wrong key leads to: "key" or "wait"."""
UPDATE = "/update"


class SignIn:
    """Answers a page's address that bears a key with the same address without it (303)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.attempts = Attempts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on where it bears no key."""
        if scope["type"] == "http" and scope["path"] in pages() and KEY in Request(scope).query_params:
            await self.answered(Request(scope), datetime.now(UTC))(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def answered(self, request: Request, now: datetime) -> Response:
        """The way on: with a cookie for the right key, with the reason for a wrong one."""
        held = desk()
        sender = request.client.host if request.client else ""
        if not self.attempts.open_to(sender, now):
            return elsewhere(UPDATE, request, {DENIED: "wait"})
        if not held.editors.admits(request.query_params[KEY]):
            self.attempts.note(sender, now)
            return elsewhere(UPDATE, request, {DENIED: KEY})
        response = elsewhere(request.url.path, request, {})
        response.set_cookie(
            COOKIE,
            held.editors.sign_in(now),
            max_age=held.settings.session_hours * 3600,
            secure=is_secure(request.scope, held.settings),
            httponly=True,
            samesite="strict",
        )
        return response


async def sign_out(request: Request) -> Response:
    """Make the cookie void and have it forgotten; a foreign page cannot sign anybody out."""
    held = desk()
    response = elsewhere("/", request, {})
    if is_own(request.scope, held.settings):
        held.editors.sign_out(request.cookies.get(COOKIE), datetime.now(UTC))
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def elsewhere(path: str, request: Request, more: dict[str, str]) -> RedirectResponse:
    """The way to a page of ours with the address's query, but for the key; nobody keeps the answer."""
    query = [(name, value) for name, value in parse_qsl(request.url.query) if name not in (KEY, DENIED)]
    asked = urlencode([*query, *more.items()], safe=",")
    return RedirectResponse(f"{path}?{asked}" if asked else path, 303, {"cache-control": "no-store"})
