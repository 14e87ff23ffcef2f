"""The layer that has the scripts of pages begin in turn: a whole room may come at once."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.streamlit_adapter import messages
from analysis.web.socket_limits import sender_of

AT_ONCE = 4
"""So many scripts run at once before others wait. They share one interpreter: more of them only take longer each, and
keep plain answers waiting."""
TURN_SECONDS = 1.0
"""A run that takes longer, such as one that waits for the check of an upload, makes way for the next one."""
WAIT_SECONDS = 30.0
"""Nobody waits longer for her turn, so that messages behind a waiting one, and pings, are answered in time."""
RUNS_AT_A_STRETCH, RUNS_PER_SECOND = 8, 4
"""So many runs of a page follow each other at once, and so many a second after that. A run that is broken off by the
next one costs the server a thread all the same, whose start keeps everything else waiting."""
HERE_IN_A_ROW = 3
"""So many readers of a sender who were there before have a turn until one of those who come has one."""


@dataclass(eq=False)
class SenderQueue:
    """Who waits of one sender: readers who were there before those who come, though not for ever."""

    here: deque[asyncio.Future[None]] = field(default_factory=deque)
    coming: deque[asyncio.Future[None]] = field(default_factory=deque)
    in_a_row: int = 0

    def next_place(self) -> asyncio.Future[None] | None:
        """The next one who still waits; None if nobody does."""
        while self.here or self.coming:
            is_coming = bool(self.coming) and (not self.here or self.in_a_row >= HERE_IN_A_ROW)
            place = (self.coming if is_coming else self.here).popleft()
            if not place.done():
                self.in_a_row = 0 if is_coming else self.in_a_row + 1
                return place
        return None


@dataclass(eq=False)
class RunPlaces:
    """The places of runs that go on at once, and who waits for one: a turn each sender, however many sockets it has."""

    free: int = AT_ONCE
    senders: dict[str, SenderQueue] = field(default_factory=dict)
    """Those who wait, by sender, in the order of their turns."""

    async def acquire(self, sender: str, *, is_first: bool) -> None:
        """Wait for a place; ``is_first``: for the first run of a page, whose document the reader has meanwhile."""
        if self.free:
            self.free -= 1
            return
        place = asyncio.get_running_loop().create_future()
        queue = self.senders.setdefault(sender, SenderQueue())
        (queue.coming if is_first else queue.here).append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.release()
            raise

    def release(self) -> None:
        """Give a place to the next one who still waits; its sender comes last then."""
        while self.senders:
            sender = next(iter(self.senders))
            queue = self.senders.pop(sender)
            if place := queue.next_place():
                self.senders[sender] = queue
                place.set_result(None)
                return
        self.free += 1


@dataclass
class Turn:
    """The turn of one socket of a sender; ``timer`` ends it, None while it has none."""

    places: RunPlaces
    sender: str
    timer: asyncio.TimerHandle | None = None
    is_first: bool = True
    runs_left: float = RUNS_AT_A_STRETCH
    last_run: float = 0.0
    """By the clock of the event loop."""

    async def begin(self) -> None:
        """Wait for a turn, unless this socket has one: a run that follows a run takes its place."""
        await self._pace()
        if self.timer is not None:
            return
        is_first, self.is_first = self.is_first, False
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self.places.acquire(self.sender, is_first=is_first)
        except TimeoutError:
            return
        self.timer = asyncio.get_running_loop().call_later(TURN_SECONDS, self.end)

    async def _pace(self) -> None:
        """Wait while this page has run too often."""
        clock = asyncio.get_running_loop().time
        self.runs_left += (clock() - self.last_run) * RUNS_PER_SECOND
        self.runs_left = min(self.runs_left, RUNS_AT_A_STRETCH) - 1
        self.last_run = clock()
        if self.runs_left < 0:
            await asyncio.sleep(-self.runs_left / RUNS_PER_SECOND)

    def end(self) -> None:
        """Give the turn to the next one; nothing if there is none."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
            self.places.release()


@dataclass(frozen=True)
class RunTurns:
    """Holds a message back that has a page's script run until it is that page's turn."""

    app: ASGIApp
    places: RunPlaces = field(default_factory=RunPlaces)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no socket, and a socket's messages in turn."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        turn = Turn(self.places, sender_of(scope))

        async def receive_in_turn() -> Message:
            message = await receive()
            if messages.RERUN_SCRIPT in messages.fields(message.get("bytes") or b""):
                await turn.begin()
            return message

        async def send_and_see(message: Message) -> None:
            await send(message)
            data = message.get("bytes") or b""
            if len(data) <= messages.MOST_BYTES_OF_END and messages.SCRIPT_FINISHED in messages.fields(data):
                turn.end()

        try:
            await self.app(scope, receive_in_turn, send_and_see)
        finally:
            turn.end()
