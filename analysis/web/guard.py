"""The layer that refuses requests: a private dashboard's, uploads, foreign pages' sockets, closed routes."""

import asyncio
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.app_services import app_services
from analysis.open_data.faults import ApiFault
from analysis.streamlit_adapter import routes as streamlit_routes
from analysis.web import html_pages
from analysis.web.api_answers import problem_response
from analysis.web.request_context import current_session, is_own, is_page

OPEN = ("/health", "/health/sockets", "/metrics", "/sign-in", "/sign-in/back", "/sign-out", "/robots.txt")
"""Paths of a private dashboard that tell nothing of the data."""
ASSETS = "/assets/"
"""Our scripts and styles, in which there is no data."""
INTERFACE = "/api/"
"""Below this path programs are answered."""
MULTIPART_BYTES = 1024 * 1024
"""What an upload's body may hold besides the file: boundaries, part headers, its name."""

LINGER_SECONDS, LINGER_BYTES = 20, 64 * 1024 * 1024
"""So long, and so much of a refused body, is read and thrown away before the connection closes."""


class TooLarge(Exception):
    """An upload's body grew over the limit while it was read."""


@dataclass(frozen=True)
class RequestGuard:
    """Refuses before a body is passed on: 403 without permission, 413 if it is too large, 404 for closed routes.

    A page of a private dashboard says how to sign in.
    """

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on unless it is refused."""
        limit = app_services().settings.file_mb * 1024 * 1024 + MULTIPART_BYTES
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif status := await refusal(scope, limit):
            if status == 403 and scope["type"] == "http" and scope["path"].startswith(INTERFACE):
                await problem_response(Request(scope), ApiFault("sign-in"))(scope, receive, send)
                return
            asks_for_page = scope["type"] == "http" and is_page(scope["path"]) and scope["method"] in ("GET", "HEAD")
            if status == 403 and asks_for_page:
                await html_pages.closed_page(Request(scope))(scope, receive, send)
            else:
                await refuse(status, scope, receive, send)
        elif streamlit_routes.is_upload(scope):
            try:
                await self.app(scope, with_size_limit(receive, limit), send)
            except TooLarge:
                await refuse(413, scope, receive, send)
        elif scope["type"] == "websocket":
            await self.app(streamlit_routes.with_host_as_origin(scope), receive, send)
        else:
            await self.app(scope, receive, send)


async def refusal(scope: Scope, limit: int) -> int | None:
    """The status that a request is refused with, None if it may pass. ``limit``: bytes of an upload's body."""
    settings, path = app_services().settings, scope["path"]
    is_open = path in OPEN or path.startswith(ASSETS)
    if settings.private and not is_open and not await current_session(scope):
        return 403
    if streamlit_routes.is_refused(path):
        return 404
    if scope["type"] == "websocket":
        return None if is_own(scope, settings) else 403
    if not streamlit_routes.is_upload(scope):
        return None
    session = await current_session(scope)
    if not (session and session.editor and is_own(scope, settings)):
        return 403
    length = Headers(scope=scope).get("content-length", "0")
    return 413 if not length.isdecimal() or int(length) > limit else None


def with_size_limit(receive: Receive, limit: int) -> Receive:
    """The same body, ended by TooLarge as soon as it has more bytes than the limit."""
    size = 0

    async def counting() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise TooLarge
        return message

    return counting


async def refuse(status: int, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with nothing but the status; a socket is closed before it opens.

    The connection closes once the body has come: a browser that is still sending would else find the connection broken,
    and no answer.
    """
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    headers = [(b"content-length", b"0"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await _throw_away(receive)
    await send({"type": "http.response.body", "body": b""})


async def _throw_away(receive: Receive) -> None:
    """Read the rest of a body, within bounds of time and size."""
    left = LINGER_BYTES
    try:
        async with asyncio.timeout(LINGER_SECONDS):
            while left > 0 and (message := await receive()).get("more_body"):
                left -= len(message.get("body", b""))
    except TimeoutError:
        return
