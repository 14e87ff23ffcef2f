"""What watchers ask: ``/health`` and ``/metrics``, as Prometheus reads it."""

import resource
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hmac import compare_digest
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analysis.app_services import app_services
from analysis.settings import Settings
from analysis.store import Revision, Unavailable
from analysis.web.request_context import current_session
from analysis.web.request_counts import TOTALS
from analysis.web.socket_limits import SOCKETS, sender_of

NO_STORE = {"cache-control": "no-store"}
LOW_DISK = 500 * 1024 * 1024
"""Free bytes below which the disk counts as low: room for some publishes and for what a database writes meanwhile."""
FORWARDED = ("x-forwarded-for", "forwarded", "via", "x-real-ip")
"""Headers of a proxy: what bears one was not asked on this machine itself."""
METRICS_TYPE = "text/plain;version=0.0.4;charset=utf-8"
START = time.time()
PROCESS = Path("/proc/self")
Metric = tuple[str, str, Mapping[str, float]]
"""Name, type, and its values by their labels as they are written: ``{kind="page"}``."""


async def health(request: Request) -> JSONResponse:
    """The published revision, its time and age in days (null if nothing is published), and whether there is disk.

    503 if the store is of no use. Of a private dashboard a stranger learns whether it works, and no more.
    """
    value: dict[str, Any] = {"status": "ok", "revision": None, "published": None, "age_days": None, "disk": None}
    is_stranger = app_services().settings.private and await current_session(request.scope) is None
    try:
        current = await run_in_threadpool(app_services().store.probe)
    except Unavailable:
        return JSONResponse(value | {"status": "unavailable"}, 503, NO_STORE)
    if not is_stranger:
        free = app_services().store.free_bytes()
        value["disk"] = None if free is None else "low" if free < LOW_DISK else "ok"
        if current:
            age = (datetime.now(UTC) - current.published).days
            published = current.published.isoformat(timespec="seconds")
            value |= {"revision": current.id, "published": published, "age_days": age}
    return JSONResponse(value, headers=NO_STORE)


async def socket_room(request: Request) -> JSONResponse:
    """Whether one more open page of this sender would be let in: "open", or "full"."""
    has_room = SOCKETS.has_room(sender_of(request.scope), app_services().settings)
    return JSONResponse({"status": "open" if has_room else "full"}, headers=NO_STORE)


async def metrics(request: Request) -> Response:
    """Figures of this process and its store; 403 for whoever is neither on this machine nor has the token."""
    if not may_read_metrics(request, app_services().settings):
        return Response(status_code=403, headers=NO_STORE)
    current, is_up = None, True
    try:
        current = await run_in_threadpool(app_services().store.probe)
    except Unavailable:
        is_up = False
    text = "".join(map(metric_text, figures(current, is_up)))
    return Response(text, headers={**NO_STORE, "content-type": METRICS_TYPE})


def may_read_metrics(request: Request, settings: Settings) -> bool:
    """Whether a request has the token of the settings; where they have none, whether it comes from this machine.

    A proxy on this machine is none of its watchers, so nothing that was forwarded counts. A private dashboard tells
    nothing without a token.
    """
    if settings.metrics_token:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return compare_digest(given.encode(), settings.metrics_token.encode())
    if settings.private or request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def figures(current: Revision | None, is_up: bool) -> Iterator[Metric]:
    """All figures. ``current``: the published revision, ``is_up``: whether the store answers."""
    ours, free = "klusteripulssi", app_services().store.free_bytes()
    answers: dict[str, float] = {
        f'{{kind="{kind}",status="{status}"}}': n for (kind, status), n in sorted(TOTALS.answers.items())
    }
    seconds = {f'{{kind="{kind}"}}': each for kind, each in sorted(TOTALS.seconds.items())}
    yield f"{ours}_requests_total", "counter", answers
    yield f"{ours}_request_seconds_total", "counter", seconds
    yield f"{ours}_not_modified_total", "counter", {"": TOTALS.not_modified}
    yield f"{ours}_open_pages", "gauge", {"": SOCKETS.by_sender.total()}
    yield f"{ours}_store_up", "gauge", {"": int(is_up)}
    if current:
        yield f"{ours}_revision", "gauge", {"": int(current.id)}
        published = current.published.timestamp()
        yield f"{ours}_published_timestamp_seconds", "gauge", {"": published}
    if free is not None:
        yield f"{ours}_disk_free_bytes", "gauge", {"": free}
    yield "process_resident_memory_bytes", "gauge", {"": resident_bytes()}
    yield "process_cpu_seconds_total", "counter", {"": time.process_time()}
    yield "process_start_time_seconds", "gauge", {"": START}
    if (files := PROCESS / "fd").is_dir():
        yield "process_open_fds", "gauge", {"": len(list(files.iterdir()))}


def metric_text(metric: Metric) -> str:
    """A figure as Prometheus reads it (text format 0.0.4)."""
    name, kind, values = metric
    lines = [f"# TYPE {name} {kind}"]
    lines += [f"{name}{labels} {value!r}" for labels, value in values.items()]
    return "\n".join(lines) + "\n"


def resident_bytes() -> int:
    """Bytes of memory that this process takes; where the system does not say, the most that it ever took."""
    if (memory := PROCESS / "statm").is_file():
        return int(memory.read_text().split()[1]) * resource.getpagesize()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
