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
A_YEAR = "max-age=31536000"


class SafeHeaders:
    """Adds the headers to each answer; one that an inner layer has set stays as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and the answer back with its headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in wanted(scope, desk().settings).items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            # Starlette would answer a fault of ours outside this layer, without the headers.
            if not started:
                await Response(status_code=500)(scope, receive, with_headers)
            raise


def wanted(scope: Scope, settings: Settings) -> dict[str, str]:
    """The headers of an answer to this request, by name."""
    frames = settings.frame_ancestors
    of_path = policy.handed_out if scope["path"].startswith(MEDIA) else policy.plain
    headers = ALWAYS | {"content-security-policy": of_path(frames)}
    if frames == "'none'":
        headers["x-frame-options"] = "DENY"
    if is_secure(scope, settings):
        headers["strict-transport-security"] = A_YEAR
    return headers
