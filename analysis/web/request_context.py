"""Facts about a request: which page, in which language, from where, by whom."""

from datetime import UTC, datetime
from functools import cache
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.types import Scope

from analysis.access import COOKIE
from analysis.app_services import app_services
from analysis.schema import LANGUAGES, Language
from analysis.settings import ROOT, Settings
from analysis.store import SignIn

PAGE_SCRIPTS = ROOT / "pages"
ROUTER = "main"
HOME = "overview"
BASE = "klusteripulssi.base_path"
"""The entry of a request's scope with the path of the host below which the program stands; none at the root."""
READING = "/read/"
"""Below this path are the pages of the reading edition, first of all by language."""


@cache
def pages() -> dict[str, str]:
    """The name of each page by its path, as its script is named: ``{"/": "overview", "/events": "events"}``."""
    names = [path.stem for path in sorted(PAGE_SCRIPTS.glob("*.py")) if path.stem != ROUTER]
    return {"/" if name == HOME else f"/{name}": name for name in names}


def answer_language(settings: Settings, request: Request | None = None) -> Language:
    """The language that the request's address names (``/read/sv/``, ``lang=sv``), else that of the settings, else our
    first one."""
    path = request.url.path if request else ""
    in_path = path.removeprefix(READING).partition("/")[0] if path.startswith(READING) else None
    names = (in_path, request.query_params.get("lang") if request else None, settings.language)
    return next((language for name in names for language in LANGUAGES if language == name), LANGUAGES[0])


def is_page(path: str) -> bool:
    """Whether a page is at a path, or may be one of the reading edition."""
    return path in pages() or path.startswith(READING)


def base_address(request: Request) -> str:
    """The address of the program as readers know it, with a slash at its end."""
    base = request.scope.get(BASE, "")
    return (app_services().settings.public_root(base) or str(request.base_url).rstrip("/") + base) + "/"


def root_path(request: Request) -> str:
    """The path of the program's root, as its readers know it, with a slash at its end."""
    return quote(urlsplit(base_address(request)).path)


def is_own(scope: Scope, settings: Settings) -> bool:
    """Whether a page of ours made a request. What no browser sent names no origin and counts as ours."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is not None:
        host = urlsplit(origin).netloc
        return bool(host) and host in (headers.get("host"), urlsplit(settings.public_address).netloc)
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def only_header(request: Request, name: str) -> str | None:
    """The value of a header that is there once, "" of one that is not there; None if it is there more than once."""
    values = request.headers.getlist(name)
    if len(values) > 1:
        return None
    return values[0].strip() if values else ""


def is_secure(scope: Scope, settings: Settings) -> bool:
    """Whether readers come by TLS: to the server itself, or to the public address in front of it."""
    return scope["scheme"] in ("https", "wss") or settings.public_address.startswith("https://")


async def current_session(scope: Scope) -> SignIn | None:
    """Who is signed in by the request's cookie; None for everybody else."""
    cookie = HTTPConnection(scope).cookies.get(COOKIE)
    return await run_in_threadpool(app_services().sessions.valid_session, cookie, datetime.now(UTC)) if cookie else None


def has_tag(request: Request, tag: str) -> bool:
    """Whether the client has the answer of an entity tag already (If-None-Match, RFC 9110, 13.1.2); "*" is any."""
    header = request.headers.get("if-none-match", "")
    return header.strip() == "*" or tag in (each.strip().removeprefix("W/") for each in header.split(","))
