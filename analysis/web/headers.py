"""Headers that every answer carries, Streamlit's own answers too."""

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.desk import desk
from analysis.settings import Settings
from analysis.web import policy
from analysis.web.origin import is_secure

MEDIA = "/media/"
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-permitted-cross-domain-policies": "none",
}
FRAMED = ("/embed/", "/stories/")
"""Below these paths the policy alone says who may show a page in a frame: the old header knows no hosts."""
A_YEAR = "max-age=31536000"
STARTS = ("http.response.start", "websocket.accept", "websocket.http.response.start")


class SafeHeaders:
    """Adds the headers to each answer; one that an inner layer has set stays as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and the answer back with its headers."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "websocket.close" and not started:
                await unopened(scope, receive, with_headers)
                return
            if message["type"] in STARTS:
                headers = MutableHeaders(raw=list(message.get("headers", ())))
                for name, value in wanted(scope, desk().settings).items():
                    headers.setdefault(name, value)
                message = {**message, "headers": headers.raw}
            started = True
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            # Starlette would answer a fault of ours outside this layer, without the headers.
            if scope["type"] == "http" and not started:
                await Response(status_code=500)(scope, receive, with_headers)
            raise


async def unopened(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer the wish for a socket with 403, as the server itself would, which would leave out the headers."""
    await send({"type": "websocket.http.response.start", "status": 403, "headers": [(b"content-length", b"0")]})
    await send({"type": "websocket.http.response.body", "body": b""})


def wanted(scope: Scope, settings: Settings) -> dict[str, str]:
    """The headers of an answer to this request, by name."""
    frames = settings.frame_ancestors
    of_path = policy.handed_out if scope["path"].startswith(MEDIA) else policy.plain
    headers = ALWAYS | {"content-security-policy": of_path(frames)}
    if frames == "'none'" and not scope["path"].startswith(FRAMED):
        headers["x-frame-options"] = "DENY"
    if is_secure(scope, settings):
        headers["strict-transport-security"] = A_YEAR
    return headers
