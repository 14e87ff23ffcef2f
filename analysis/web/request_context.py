"""Facts about a request: which page, in which language, from where, by whom."""

from datetime import UTC, datetime
from functools import cache
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.types import Scope

from analysis.access import COOKIE
from analysis.desk import desk
from analysis.schema import LANGUAGES, Language
from analysis.settings import ROOT, Settings
from analysis.store import SignIn

PAGE_SCRIPTS = ROOT / "pages"
ROUTER = "main"
HOME = "overview"


@cache
def pages() -> dict[str, str]:
    """The name of each page by its path, as its script is named: ``{"/": "overview", "/events": "events"}``."""
    names = [path.stem for path in sorted(PAGE_SCRIPTS.glob("*.py")) if path.stem != ROUTER]
    return {"/" if name == HOME else f"/{name}": name for name in names}


def request_language(request: Request, settings: Settings) -> Language:
    """The language that the address names (``lang=sv``), else that of the settings."""
    named = request.query_params.get("lang")
    return next((each for each in LANGUAGES if each == named), default_language(settings))


def default_language(settings: Settings) -> Language:
    """The language of the settings; the first one we have if they name none of ours."""
    return next((each for each in LANGUAGES if each == settings.language), LANGUAGES[0])


def base_address(request: Request) -> str:
    """The address of the program as readers know it, with a slash at its end."""
    return (desk().settings.public_address or str(request.base_url)).rstrip("/") + "/"


def is_own(scope: Scope, settings: Settings) -> bool:
    """Whether a page of ours made a request. What no browser sent names no origin and counts as ours."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is not None:
        host = urlsplit(origin).netloc
        return bool(host) and host in (headers.get("host"), urlsplit(settings.public_address).netloc)
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def is_secure(scope: Scope, settings: Settings) -> bool:
    """Whether readers come by TLS: to the server itself, or to the public address in front of it."""
    return scope["scheme"] in ("https", "wss") or settings.public_address.startswith("https://")


def came_by_proxy(scope: Scope) -> bool:
    """Whether a request came through a proxy that the server trusts (uvicorn's ``FORWARDED_ALLOW_IPS``).

    Only for such a request the server replaces the proxy's address by the one that the proxy names
    (``X-Forwarded-For``); its port is then 0, which no connection has.
    """
    client = scope.get("client")
    return client is not None and client[1] == 0


async def current_session(scope: Scope) -> SignIn | None:
    """Who is signed in by the request's cookie; None for everybody else."""
    cookie = HTTPConnection(scope).cookies.get(COOKIE)
    return await run_in_threadpool(desk().door.holder, cookie, datetime.now(UTC)) if cookie else None
