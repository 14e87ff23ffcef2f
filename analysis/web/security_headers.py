"""Headers that every answer carries, Streamlit's own too: content-security-policies, cookies' marks, the rest."""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.access import COOKIE
from analysis.app_services import app_services
from analysis.settings import Settings
from analysis.streamlit_adapter.routes import MEDIA, XSRF_COOKIE
from analysis.web.request_context import is_secure, root_path

SELF, NONE, BLOB, DATA = "'self'", "'none'", "blob:", "data:"
Directives = dict[str, tuple[str, ...]]
ALWAYS_DIRECTIVES: Directives = {"object-src": (NONE,), "base-uri": (SELF,), "form-action": (SELF,)}
PAGE_DIRECTIVES: Directives = {
    "default-src": (SELF,),
    "script-src": (SELF, BLOB),
    "style-src": (SELF, "'unsafe-inline'"),
    "img-src": (SELF, DATA, BLOB),
    "font-src": (SELF, DATA),
    "worker-src": (SELF, BLOB),
    "media-src": (SELF, BLOB),
}
"""Of Streamlit's page: no eval, nothing from a foreign host. Streamlit writes styles into the page and loads the script
of an inline component from a blob, so both are allowed."""
READING_DIRECTIVES: Directives = {
    "default-src": (NONE,),
    "style-src": (SELF, "'unsafe-inline'"),
    "img-src": (SELF, DATA),
    "font-src": (SELF,),
}
"""Of the reading edition: no script at all. What search engines read there is data, which no browser runs."""
OTHER_DIRECTIVES: Directives = {"default-src": (SELF,)}
FILE_DIRECTIVES: Directives = {"default-src": (NONE,), "sandbox": ()}
"""Of files for download: in the browser they can do nothing."""
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-permitted-cross-domain-policies": "none",
}
FRAMED = ("/embed/", "/stories/")
"""Below these paths the policy alone says who may show a page in a frame: the old header knows no hosts."""
WHOLE_HOST = re.compile(r"\bpath=/(?=;|\s*$)", re.IGNORECASE)
"""What a cookie says that is for every program of its host."""
A_YEAR = "max-age=31536000"
STARTS = ("http.response.start", "websocket.accept", "websocket.http.response.start")


def policy(directives: Directives, frame_ancestors: str, scripts: Iterable[str] = ()) -> str:
    """A content-security-policy of these directives, and those that every answer has.

    ``frame_ancestors``: who may show the answer in a frame; ``scripts``: inline scripts that may run, and no other.
    """
    every = directives | ALWAYS_DIRECTIVES | {"frame-ancestors": (frame_ancestors,)}
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        every["script-src"] = (*every["script-src"], f"'sha256-{digest}'")
    return "; ".join(" ".join((name, *sources)) for name, sources in every.items())


def response_headers(scope: Scope, settings: Settings) -> dict[str, str]:
    """The headers of an answer to this request, by name."""
    frames = settings.frame_ancestors
    directives = FILE_DIRECTIVES if scope["path"].startswith(MEDIA) else OTHER_DIRECTIVES
    headers = ALWAYS | {"content-security-policy": policy(directives, frames)}
    if frames == NONE and not scope["path"].startswith(FRAMED):
        headers["x-frame-options"] = "DENY"
    if is_secure(scope, settings):
        headers["strict-transport-security"] = A_YEAR
    return headers


@dataclass(frozen=True)
class SecurityHeaders:
    """Adds the headers to each answer; one that an inner layer has set stays as it is.

    A browser stores no answer of a private dashboard: going back after a sign-out would show it, unasked.
    """

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and the answer back with its headers."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        has_begun = False

        async def send_with_headers(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "websocket.close" and not has_begun:
                # The server itself would answer 403 too, but without the headers.
                head = [(b"content-length", b"0")]
                await send_with_headers({"type": "websocket.http.response.start", "status": 403, "headers": head})
                await send_with_headers({"type": "websocket.http.response.body", "body": b""})
                return
            if message["type"] in STARTS:
                headers = MutableHeaders(raw=list(message.get("headers", ())))
                for name, value in response_headers(scope, app_services().settings).items():
                    headers.setdefault(name, value)
                if app_services().settings.private:
                    headers["cache-control"] = "no-store"
                message = {**message, "headers": headers.raw}
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            # Starlette would answer a fault of ours outside this layer, without the headers.
            if scope["type"] == "http" and not has_begun:
                await Response(status_code=500)(scope, receive, send_with_headers)
            raise


@dataclass(frozen=True)
class CookiePolicy:
    """Takes Streamlit's cookie for uploads off answers to readers, and marks every cookie Secure under TLS.

    Below a path of the host a cookie is for that path alone: other programs of the host neither get nor replace it.
    """

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and the answer back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_session, secure = COOKIE in HTTPConnection(scope).cookies, is_secure(scope, app_services().settings)
        path = f"path={root_path(Request(scope))}"

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                cookies = headers.getlist("set-cookie")
                del headers["set-cookie"]
                for cookie in cookies:
                    if has_session or not cookie.startswith(f"{XSRF_COOKIE}="):
                        cookie = WHOLE_HOST.sub(path, cookie)
                        lacks_mark = secure and "secure" not in cookie.lower().replace(" ", "").split(";")
                        headers.append("set-cookie", f"{cookie}; Secure" if lacks_mark else cookie)
            await send(message)

        await self.app(scope, receive, send_with_policy)
