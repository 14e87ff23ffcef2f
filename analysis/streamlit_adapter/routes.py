"""Streamlit's HTTP routes and cookie: which ones readers may use. Whatever is not named here is refused."""

from starlette.datastructures import MutableHeaders
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

CORE = "/_stcore"
"""All of Streamlit's own routes begin so, whatever path the program stands under."""
UPLOAD = f"{CORE}/upload_file"
MEDIA = "/media/"
"""Files that a page hands out, made by a download button or a picture."""
OPEN = frozenset({f"{CORE}/health", f"{CORE}/host-config", f"{CORE}/stream"})
OPEN_BELOW = (f"{UPLOAD}/", f"{CORE}/bidi-components/")
"""The browser asks for nothing else of `CORE`: see `tests/streamlit_contract`. Uploads are guarded besides."""
CLOSED_BELOW = ("/auth/", "/oauth2callback")
"""Streamlit's own sign-in: this program has one of its own."""
XSRF_COOKIE = "_streamlit_xsrf"
"""Streamlit's guard of uploads, which it gives to everybody; readers upload nothing."""


def core_path(path: str) -> str:
    """The part of a path from `CORE` on, also if Streamlit stands under a path (``server.baseUrlPath``); "" if none."""
    _, core, rest = path.partition(CORE)
    return core + rest


def is_refused(path: str) -> bool:
    """Whether a path belongs to a route of Streamlit's that nobody needs here, or that we do not know."""
    core = core_path(path)
    if core:
        return core not in OPEN and not core.startswith(OPEN_BELOW)
    return path.startswith(CLOSED_BELOW)


def is_upload(scope: Scope) -> bool:
    """Whether a request would store or remove an uploaded file."""
    if scope["type"] != "http" or scope["method"] == "OPTIONS":
        return False
    path: str = scope["path"]
    return core_path(path).startswith(UPLOAD)


def is_app_document(scope: Scope, content_type: str) -> bool:
    """Whether an answer is Streamlit's document, one of its files, which it serves for whatever is not found.

    False for everything if that changes: an unknown address then shows the document instead of 404.
    """
    return isinstance(scope.get("endpoint"), StaticFiles) and content_type.startswith("text/html")


def with_host_as_origin(scope: Scope) -> Scope:
    """The scope of a socket with the host that it names as its origin, for Streamlit's own check.

    Behind a proxy with another host name Streamlit would ask a foreign host. Only for an origin that is checked.
    """
    headers = MutableHeaders(raw=list(scope["headers"]))
    if "origin" in headers and "host" in headers:
        headers["origin"] = f"http://{headers['host']}"
    return {**scope, "headers": headers.raw}
