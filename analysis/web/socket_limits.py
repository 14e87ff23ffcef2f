"""The layer that bounds open websockets: how many there are, how long one may say nothing, what it may say."""

import asyncio
import logging
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.access import sender_network
from analysis.app_services import app_services
from analysis.log import CountedWarning
from analysis.settings import Settings
from analysis.streamlit_adapter import messages, server
from analysis.web.request_context import current_session

log = logging.getLogger("klusteripulssi.web")
EDITORS = 20
"""So many sockets of signed-in editors open above the ceilings."""
SILENT_SECONDS = 20
"""A socket that has sent nothing for so long is closed. Pages of ours send a message as soon as it opens."""
RETRY_SECONDS = 30
POLICY_VIOLATION, UNSUPPORTED_DATA = 1008, 1003
"""Codes with which a socket is closed (RFC 6455, 7.4.1)."""


@dataclass(eq=False)
class SocketCount:
    """The open sockets by sender, and in all."""

    by_sender: Counter[str] = field(default_factory=Counter)

    def has_room(self, sender: str, settings: Settings, more: int = 0) -> bool:
        """Whether one more of this sender may open; ``more``: how many may above the ceilings.

        The ceiling in all is lower than that of the settings if the system gives the process fewer open files.
        """
        ceiling = min(settings.sockets, server.session_room()) + more
        return self.by_sender.total() < ceiling and self.by_sender[sender] < settings.sender_sockets + more


SOCKETS = SocketCount()
"""Those of this process."""


@dataclass(frozen=True)
class SocketLimits:
    """Refuses a websocket above the ceilings (503), and passes on what pages of ours say.

    Streamlit learns of a socket with its first message, so that one that says nothing costs one open file and no
    session (four files).
    """

    app: ASGIApp
    sockets: SocketCount = SOCKETS
    full: CountedWarning = field(default_factory=lambda: CountedWarning(log, "sockets-full"))
    silent: CountedWarning = field(default_factory=lambda: CountedWarning(log, "sockets-silent"))
    strange: CountedWarning = field(default_factory=lambda: CountedWarning(log, "messages-refused"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no socket, and a socket that there is room for."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        sender = sender_of(scope)
        if not await self._admits(scope, sender):
            self.full.add()
            await refuse_full(scope, receive, send)
            return
        self.sockets.by_sender[sender] += 1
        try:
            await self._serve(scope, receive, send)
        finally:
            self.sockets.by_sender[sender] -= 1
            if not self.sockets.by_sender[sender]:
                del self.sockets.by_sender[sender]

    async def _admits(self, scope: Scope, sender: str) -> bool:
        """Whether the socket may open: below the ceilings, or as an editor's a little above."""
        settings = app_services().settings
        if self.sockets.has_room(sender, settings):
            return True
        session = await current_session(scope)
        return session is not None and session.editor and self.sockets.has_room(sender, settings, EDITORS)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Open the socket, and begin a session of Streamlit's with its first message."""
        connect, begin = await receive(), list[Message]()
        # Streamlit would take the first one that the browser offers; those that follow it are tokens.
        await send({"type": "websocket.accept", "subprotocol": next(iter(scope["subprotocols"]), None)})
        needed_message = partial(self._needed_message, receive, send, begin)
        try:
            async with asyncio.timeout(SILENT_SECONDS):
                first = await needed_message()
        except TimeoutError:
            self.silent.add()
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
            return
        begin += [connect, first]

        async def send_after_accept(message: Message) -> None:
            if message["type"] != "websocket.accept":
                # Of a browser that has left Streamlit learns by the message that says so, after what it said before.
                with suppress(OSError):
                    await send(message)

        if first["type"] == "websocket.receive":
            await self.app(scope, needed_message, send_after_accept)

    async def _needed_message(self, receive: Receive, send: Send, begin: list[Message]) -> Message:
        """The next message that our pages need. A socket is closed that says what is no message of Streamlit's.

        ``begin``: messages that came before and are given first.
        """
        if begin:
            return begin.pop(0)
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            try:
                if messages.is_needed(message.get("bytes")):
                    return message
                self.strange.add()
            except messages.UnreadableMessage:
                self.strange.add()
                await send({"type": "websocket.close", "code": UNSUPPORTED_DATA})
                return {"type": "websocket.disconnect", "code": UNSUPPORTED_DATA}


def sender_of(scope: Scope) -> str:
    """The sender of a request as it is counted: the address, behind a trusted proxy the one that the proxy names."""
    host, _ = scope.get("client") or ("", 0)
    return sender_network(host)


async def refuse_full(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer that there is no room for one more socket, before it opens."""
    headers = {"retry-after": str(RETRY_SECONDS), "cache-control": "no-store"}
    response = JSONResponse({"status": "full"}, 503, headers)
    await send({"type": "websocket.http.response.start", "status": 503, "headers": response.raw_headers})
    await send({"type": "websocket.http.response.body", "body": response.body})
