"""The HTML pages that the server makes itself: each page's document, "not found", a private dashboard's refusal."""

import logging
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis import static
from analysis.desk import desk
from analysis.schema import LANGUAGES, Language
from analysis.streamlit_adapter.bundle import part_scripts
from analysis.streamlit_adapter.document import AdaptedDocument, PageParts, adapted, inline_scripts
from analysis.streamlit_adapter.routes import is_app_document
from analysis.web.request_context import base_address, default_language, pages, request_language
from analysis.web.security_headers import page_policy
from analysis.web.sign_in import DENIED
from analysis.words import Words, words

log = logging.getLogger("klusteripulssi.web")
SCRIPTS = ("page.js", "figures.js")
"""Scripts of ours that every page loads."""
ICON = "mark.svg"
CHART_PAGES = ("overview", "regions", "themes", "events", "stories", "clusters")
REASONS = {
    "person": "access.private.refused",
    "key": "access.private.denied.key",
    "wait": "access.private.denied.wait",
    "provider": "access.denied.provider",
}
"""The text of each reason why somebody was not let in."""

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "html"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class PageDocuments:
    """Answers a page's path with its document, and any other path that Streamlit would answer with one by 404."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.source: str | None = None
        self.has_warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what asks for no document."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
        elif scope["path"] not in pages():
            await self._or_not_found(scope, receive, send)
        elif source := await self._source(scope, receive):
            await self._page(source, Request(scope))(scope, receive, send)
        else:
            self._warn("everything")
            await self.app(scope, receive, send)

    async def _or_not_found(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an answer back unless it is Streamlit's document, which it gives for whatever is not found."""
        is_document = False

        async def unless_document(message: Message) -> None:
            nonlocal is_document
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                is_document = message["status"] == 200 and is_app_document(scope, kind)
            if not is_document:
                await send(message)

        await self.app(scope, receive, unless_document)
        if is_document:
            await not_found_page(Request(scope))(scope, receive, send)

    async def _source(self, scope: Scope, receive: Receive) -> str | None:
        """Streamlit's document as it is installed, asked for once; None if Streamlit does not give one in UTF-8."""
        if self.source is None:
            messages: list[Message] = []

            async def collect(message: Message) -> None:
                messages.append(message)

            root = {**scope, "path": "/", "raw_path": b"/", "method": "GET", "headers": [], "query_string": b""}
            await self.app(root, receive, collect)
            body = b"".join(message.get("body", b"") for message in messages)
            if messages[0]["status"] == 200 and "html" in Headers(raw=messages[0]["headers"]).get("content-type", ""):
                self.source = body.decode(errors="replace")
        return self.source

    def _page(self, source: str, request: Request) -> HTMLResponse:
        """The document of a page, with the policy that lets its own scripts run."""
        settings = desk().settings
        w, name = words(request_language(request, settings)), pages()[request.url.path]
        address = base_address(request).rstrip("/") + request.url.path
        document = page_document(source, w, default_language(settings), name, address)
        if document.missing:
            self._warn(", ".join(document.missing))
        policy = page_policy(inline_scripts(document.text), settings.frame_ancestors)
        return HTMLResponse(document.text, headers={"cache-control": "no-cache", "content-security-policy": policy})

    def _warn(self, missing: str) -> None:
        if not self.has_warned:
            log.warning("Streamlit's document is built otherwise; served as it is: %s", missing)
        self.has_warned = True


def page_document(source: str, w: Words, default: Language, name: str, address: str) -> AdaptedDocument:
    """Streamlit's document as that of a page of ours.

    ``source``: Streamlit's document; ``w``: the page's language; ``default``: the language of an address that names
    none, which a script follows later on; ``name``: the page's; ``address``: where readers find it.
    """
    files = static.own()
    head = _templates.get_template("head.html").render(
        w=w,
        name=name,
        address=address,
        languages=LANGUAGES,
        mark=files[ICON].address,
        styles=[each.address for file, each in files.items() if file.endswith(".css")],
        scripts=[files[each].address for each in SCRIPTS],
    )
    # Scripts that the page will need come before they are asked for: Streamlit's parts, and plotly for charts.
    preloads = _templates.get_template("preloads.html").render(
        parts=[each for each in part_scripts() if each not in source],
        bundle=static.plotly().address if name in CHART_PAGES else "",
    )
    return adapted(source, PageParts(w.language, default, head, preloads, f"<p>{escape(w('web.noscript'))}</p>"))


def not_found_page(request: Request) -> HTMLResponse:
    """The answer if there is no page of that address: it says so, and leads home."""
    w = words(request_language(request, desk().settings))
    text = _templates.get_template("not_found.html").render(w=w, mark=static.own()[ICON].address)
    return HTMLResponse(text, 404)


def closed_page(request: Request) -> HTMLResponse:
    """A private dashboard's page for whoever is not signed in: why somebody was not let in, and how one gets in."""
    settings = desk().settings
    w, reason = words(request_language(request, settings)), REASONS.get(request.query_params.get(DENIED, ""))
    text = _templates.get_template("closed.html").render(
        w=w,
        mark=static.own()[ICON].address,
        styles=[each.address for file, each in static.own().items() if file.endswith(".css")],
        by_key=settings.access == "key",
        reason=w(reason) if reason else "",
        to=request.url.path,
    )
    return HTMLResponse(text, 403, headers={"cache-control": "no-store"})
