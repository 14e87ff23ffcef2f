"""What Streamlit lets anybody do and this dashboard does not: uploads without sign-in, sockets from foreign pages."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.desk import desk
from analysis.web.holding import holder
from analysis.web.origin import is_own

UPLOAD = "/_stcore/upload_file"
CLOSED = (
    *("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check"),
    *("/auth/login", "/auth/logout", "/oauth2callback"),
)
FRAMING = 1024 * 1024
"""What an upload's body may hold beside the file: boundaries, part headers, its name."""


class TooLarge(Exception):
    """An upload's body grew over the limit while it was read."""


class Guard:
    """Refuses before anything is read: 403 who may not, 413 what is too large, 404 what is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless it is refused."""
        limit = desk().settings.file_mb * 1024 * 1024 + FRAMING
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif status := await refusal(scope, limit):
            await refuse(status, scope, receive, send)
        elif is_upload(scope):
            try:
                await self.app(scope, counted(receive, limit), send)
            except TooLarge:
                await refuse(413, scope, receive, send)
        elif scope["type"] == "websocket":
            await self.app(under_own_host(scope), receive, send)
        else:
            await self.app(scope, receive, send)


async def refusal(scope: Scope, limit: int) -> int | None:
    """The status that a request is refused with, None where it may pass."""
    settings = desk().settings
    if scope["path"].startswith(CLOSED):
        return 404
    if scope["type"] == "websocket":
        return None if is_own(scope, settings) else 403
    if not is_upload(scope):
        return None
    signed_in = await holder(scope)
    if not (signed_in and signed_in.editor and is_own(scope, settings)):
        return 403
    length = Headers(scope=scope).get("content-length", "0")
    return 413 if not length.isdecimal() or int(length) > limit else None


def is_upload(scope: Scope) -> bool:
    """Whether a request would store or remove an uploaded file."""
    return scope["type"] == "http" and scope["path"].startswith(UPLOAD) and scope["method"] != "OPTIONS"


def counted(receive: Receive, limit: int) -> Receive:
    """The same body, given up with TooLarge where it grows over the limit."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge
        return message

    return counting


def under_own_host(scope: Scope) -> Scope:
    """The same request with an origin of the host it names.

    Behind a proxy that names another host than readers do, Streamlit would ask a foreign host for the server's address.
    """
    headers = MutableHeaders(raw=list(scope["headers"]))
    if "origin" in headers and "host" in headers:
        headers["origin"] = f"http://{headers['host']}"
    return {**scope, "headers": headers.raw}


async def refuse(status: int, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with nothing but the status; a socket is closed before it opens."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await Response(status_code=status, headers={"connection": "close"})(scope, receive, send)
