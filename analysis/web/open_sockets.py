"""The layer that ends a websocket with the sign-in that it came with: signed out, idle for too long, too old."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.access import COOKIE
from analysis.app_services import app_services

EVERY = 2.0
"""Seconds between two looks at the sign-ins of all open sockets; a message is looked at before it is passed on."""
CODE = 1008
"""Of the close frame: policy violation. The browser connects anew, with the cookie that it has by then."""


@dataclass
class OpenSockets:
    """Watches the sockets that came with a valid sign-in, in a private dashboard and in any other."""

    app: ASGIApp
    cookies: dict[asyncio.Event, str] = field(default_factory=dict, repr=False)
    """The cookie of each open socket, by the event of its end."""
    watch: asyncio.Task[None] | None = field(default=None, repr=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; a socket with a sign-in until that ends.

        A private dashboard's may have ended before its first message came.
        """
        cookie = HTTPConnection(scope).cookies.get(COOKIE) if scope["type"] == "websocket" else None
        if cookie is None or cookie in await invalid_cookies({cookie}):
            if scope["type"] == "websocket" and app_services().settings.private:
                await send({"type": "websocket.close", "code": CODE})
            else:
                await self.app(scope, receive, send)
            return
        socket = _Socket(receive, send, cookie)
        self.cookies[socket.end] = cookie
        if self.watch is None or self.watch.done():
            self.watch = asyncio.create_task(self._end_sockets())
        try:
            await self.app(scope, socket.receive, socket.send)
        finally:
            del self.cookies[socket.end]
            if socket.next:
                socket.next.cancel()

    async def _end_sockets(self) -> None:
        """Tell sockets that their sign-in has ended, as long as there are any."""
        while self.cookies:
            over = await invalid_cookies(set(self.cookies.values()))
            for end, cookie in self.cookies.items():
                if cookie in over:
                    end.set()
            await asyncio.sleep(EVERY)


class _Socket:
    """Both ends of a websocket, until its sign-in ends: then it is closed, and what is sent afterwards goes nowhere."""

    def __init__(self, receive: Receive, send: Send, cookie: str) -> None:
        self._receive, self._send, self._cookie = receive, send, cookie
        self.next: asyncio.Future[Message] | None = None
        self.end = asyncio.Event()

    async def receive(self) -> Message:
        """The next message; that the socket is closed once the sign-in has ended."""
        self.next = self.next or asyncio.ensure_future(self._receive())
        end = asyncio.ensure_future(self.end.wait())
        either: set[asyncio.Future[Any]] = {self.next, end}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        end.cancel()
        if not self.end.is_set():
            message, self.next = self.next.result(), None
            if message["type"] != "websocket.receive" or self._cookie not in await invalid_cookies({self._cookie}):
                return message
            self.end.set()
        await self._send({"type": "websocket.close", "code": CODE})
        return {"type": "websocket.disconnect", "code": CODE}

    async def send(self, message: Message) -> None:
        """Send a message while the sign-in holds."""
        if not self.end.is_set():
            await self._send(message)


async def invalid_cookies(cookies: Collection[str]) -> frozenset[str]:
    """Those of some cookies whose sign-ins are valid no more."""
    return await run_in_threadpool(app_services().sessions.invalid_cookies, cookies, datetime.now(UTC))
