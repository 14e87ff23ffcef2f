"""The layer that counts answers: for `/metrics`, and by day for the store, without cookie or address."""

import asyncio
import logging
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath
from time import perf_counter

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.app_services import app_services
from analysis.html_parts.page_context import day_in_finland
from analysis.store import Unavailable
from analysis.streamlit_adapter.routes import CORE, MEDIA
from analysis.web.request_context import READING, pages

log = logging.getLogger("klusteripulssi.web")
BELOW = {
    "/assets/": "asset",
    "/static/": "asset",
    f"{CORE}/": "streamlit",
    MEDIA: "file",
    "/api/": "api",
    READING: "reading",
    "/embed/": "embed",
    "/stories/": "slides",
    "/health": "health",
    "/metrics": "health",
}
FEEDS = ("/events.ics", "/feed.atom", "/revisions.atom")
FRONT = "front"
"""The name of the reading edition's first page."""
ANSWERED = (200, 304)
WRITE_SECONDS = 60
"""So long counts wait in memory before they are written to the store."""


@dataclass
class RequestTotals:
    """Answers of this process since its start: how many by kind and hundred of their status, and their seconds."""

    answers: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    not_modified: int = 0

    def add(self, kind: str, status: int, seconds: float) -> None:
        """Count an answer; ``seconds``: until it was sent whole."""
        self.answers[kind, f"{status // 100}xx"] += 1
        self.seconds[kind] += seconds
        self.not_modified += status == 304


TOTALS = RequestTotals()


@dataclass
class RequestCounts:
    """Counts what is answered to HTTP requests; counts of usage are written to the store once a minute."""

    app: ASGIApp
    totals: RequestTotals = field(default_factory=lambda: TOTALS)
    timer: asyncio.TimerHandle | None = field(default=None, repr=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        kind, path, status, begin = request_kind(scope["path"]), scope["path"], 500, perf_counter()

        async def send_and_count(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                if status in ANSWERED and scope["method"] == "GET":
                    self._count_usage(kind, path, Headers(raw=message["headers"]))
            await send(message)

        try:
            await self.app(scope, receive, send_and_count)
        finally:
            self.totals.add(kind, status, perf_counter() - begin)

    def _count_usage(self, kind: str, path: str, headers: Headers) -> None:
        """Count a page or a file for its day, and have the counts written within a minute."""
        if name := usage_name(kind, path, headers):
            app_services().store.usage.add(day_in_finland(datetime.now(UTC)), kind, name)
            if self.timer is None:
                loop = asyncio.get_running_loop()
                self.timer = loop.call_later(WRITE_SECONDS, lambda: loop.create_task(self._write()))

    async def _write(self) -> None:
        """Write the counts; while the store cannot be written to, they wait for the next time."""
        self.timer = None
        try:
            await run_in_threadpool(app_services().store.usage.write)
        except Unavailable as error:
            log.warning("counts of usage wait: the store is %s", error.reason)


def request_kind(path: str) -> str:
    """What a path of ours asks for: "page", "reading", "api", "feed", "file", … or "other"."""
    if path in pages():
        return "page"
    if path in FEEDS:
        return "feed"
    return next((kind for start, kind in BELOW.items() if path.startswith(start)), "other")


def usage_name(kind: str, path: str, headers: Headers) -> str | None:
    """The name under which an answer counts as used; None for what is neither a page nor a file for readers.

    No record, filter or search is in it: a page of the reading edition counts as that of its list.
    """
    parts = [*path.strip("/").split("/"), "", "", ""]
    match kind:
        case "page":
            return pages()[path]
        case "reading":
            return parts[2] or FRONT
        case "api":
            return parts[2]
        case "feed":
            return parts[0]
        case "embed":
            return parts[1].partition(":")[0]
        case "slides":
            return parts[1]
        case "file" if headers.get("content-disposition", "").startswith("attachment"):
            return PurePosixPath(path).suffix.lstrip(".").lower()
    return None
