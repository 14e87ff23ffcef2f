"""Whether the dashboard works, for those who watch over it."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from analysis.desk import desk
from analysis.store import Unavailable


async def health(request: Request) -> JSONResponse:
    """The published revision and when it was published (both null where nothing is); 503 where the store is silent."""
    try:
        current = await run_in_threadpool(desk().store.current)
    except Unavailable:
        return JSONResponse({"status": "unavailable", "revision": None, "published": None}, 503, NOT_KEPT)
    published = current and current.published.isoformat(timespec="seconds")
    return JSONResponse({"status": "ok", "revision": current and current.id, "published": published}, headers=NOT_KEPT)


NOT_KEPT = {"cache-control": "no-store"}
