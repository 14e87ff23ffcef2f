"""Who holds the cookie of a request."""

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import Scope

from analysis.access import COOKIE
from analysis.desk import desk
from analysis.store import SignIn


async def holder(scope: Scope) -> SignIn | None:
    """Who is signed in, as the request's cookie says; None for everybody else."""
    cookie = HTTPConnection(scope).cookies.get(COOKIE)
    return await run_in_threadpool(desk().door.holder, cookie, datetime.now(UTC)) if cookie else None
