"""The document that Streamlit serves for every page, in the reader's language and under its own name."""

import re

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.desk import desk
from analysis.web import policy, written
from analysis.web.addresses import pages
from analysis.web.language import of_request, of_settings
from analysis.words import words

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class Document:
    """Answers a page's path with its document, and any other path that Streamlit would answer with one by 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.source = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what asks for no document."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
        elif scope["path"] in pages():
            self.source = self.source or await fetched(self.app, scope, receive)
            await page(self.source, Request(scope))(scope, receive, send)
        else:
            await self.unless_document(scope, receive, send)

    async def unless_document(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer back unless it is Streamlit's document, which stands for whatever is not found."""
        dropped = False

        async def looked_at(message: Message) -> None:
            nonlocal dropped
            if message["type"] == "http.response.start":
                dropped = message["status"] == 200 and is_document(scope, Headers(raw=message["headers"]))
            if not dropped:
                await send(message)

        await self.app(scope, receive, looked_at)
        if dropped:
            await missing(Request(scope))(scope, receive, send)


def is_document(scope: Scope, headers: Headers) -> bool:
    """Whether a request ended at Streamlit's files, and they answered with their document."""
    return isinstance(scope.get("endpoint"), StaticFiles) and headers.get("content-type", "").startswith("text/html")


async def fetched(app: ASGIApp, scope: Scope, receive: Receive) -> str:
    """Streamlit's document as it is installed."""
    parts: list[bytes] = []

    async def kept(message: Message) -> None:
        parts.append(message.get("body", b""))

    asked = {**scope, "path": "/", "raw_path": b"/", "method": "GET", "headers": [], "query_string": b""}
    await app(asked, receive, kept)
    return b"".join(parts).decode()


def page(source: str, request: Request) -> HTMLResponse:
    """The document of a page, with the policy that lets its own scripts run."""
    settings, path = desk().settings, request.url.path
    address = (settings.public_address or str(request.base_url)).rstrip("/") + path
    w, default = words(of_request(request, settings)), of_settings(settings)
    text = written.page(source, w, default, pages()[path], address)
    held = policy.document(INLINE_SCRIPT.findall(text), settings.frame_ancestors)
    return HTMLResponse(text, headers={"cache-control": "no-cache", "content-security-policy": held})


def missing(request: Request) -> HTMLResponse:
    """The answer where there is no page of that address."""
    return HTMLResponse(written.missing(words(of_request(request, desk().settings))), 404)
