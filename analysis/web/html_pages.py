"""The HTML pages that the server makes itself: each page's document, "not found", a private dashboard's refusal."""

import logging
from dataclasses import dataclass

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis import static
from analysis.app_services import app_services
from analysis.html_parts.documents.chart_cards import colours
from analysis.html_parts.page_list import PAGE_BY_KEY
from analysis.schema import LANGUAGES, Language
from analysis.streamlit_adapter.bundle import part_scripts
from analysis.streamlit_adapter.document import AdaptedDocument, PageParts, adapt_document
from analysis.streamlit_adapter.routes import is_app_document
from analysis.web import page_bodies
from analysis.web.page_bodies import FormTarget, PageAnswer
from analysis.web.page_templates import TEMPLATES
from analysis.web.reading_edition import not_found
from analysis.web.request_context import answer_language, base_address, pages, root_path
from analysis.web.security_headers import PAGE_DIRECTIVES, policy
from analysis.web.sign_in import DENIED
from analysis.words import Translator, translator

log = logging.getLogger("klusteripulssi.web")
SCRIPTS = ("takeover.js", "page.js", "figures.js")
"""Scripts of ours that every page loads."""
ICON = "mark.svg"
CHART_PAGES = ("overview", "regions", "themes", "gaps", "cooperation", "targets", "events", "stories", "clusters")
REASONS = {
    "person": "access.private.refused",
    "key": "access.private.denied.key",
    "wait": "access.private.denied.wait",
    "provider": "access.denied.provider",
}
"""The text of each reason why somebody was not let in."""


@dataclass
class PageDocuments:
    """Answers a page's path with its document, and any other path that Streamlit would answer with one by 404."""

    app: ASGIApp
    source: str | None = None
    has_warned: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what asks for no document."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
        elif scope["path"] in pages():
            await self._page(scope, receive, send)
        else:
            await self._other_path(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the page's document, and the policy that lets its own scripts run.

        A document that is built otherwise is served as far as it goes; without one Streamlit answers itself.
        """
        request = Request(scope)
        response: ASGIApp = self.app
        missing: tuple[str, ...] = ("everything",)
        if source := await self._source(scope, receive):
            response, missing = await run_in_threadpool(page_response, source, request)
        if missing and not self.has_warned:
            self.has_warned = True
            log.warning("Streamlit's document is built otherwise; served as it is: %s", ", ".join(missing))
        await response(scope, receive, send)

    async def _other_path(self, scope: Scope, receive: Receive, send: Send) -> None:
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
            response = await run_in_threadpool(not_found, Request(scope))
            await response(scope, receive, send)

    async def _source(self, scope: Scope, receive: Receive) -> str | None:
        """Streamlit's installed document, read once; None if Streamlit gives none."""
        if self.source is None:
            messages: list[Message] = []

            async def collect(message: Message) -> None:
                messages.append(message)

            root = {**scope, "path": "/", "raw_path": b"/", "method": "GET", "headers": [], "query_string": b""}
            await self.app(root, receive, collect)
            body = b"".join(message.get("body", b"") for message in messages)
            kind = Headers(raw=messages[0]["headers"]).get("content-type", "")
            if messages[0]["status"] == 200 and "html" in kind and body:
                self.source = body.decode(errors="replace")
        return self.source


def page_response(source: str, request: Request) -> tuple[Response, tuple[str, ...]]:
    """The answer to a page's address, and the places that Streamlit's document (``source``) no longer has.

    304 if the browser has it already. An address that a form sent is answered by the one that it means.
    """
    settings, name = app_services().settings, pages()[request.url.path]
    w, default = translator(answer_language(settings, request)), answer_language(settings)
    address = base_address(request).rstrip("/") + request.url.path

    def finish(body: str) -> PageAnswer:
        document = page_document(source, w, default, name, address, body)
        csp = policy(PAGE_DIRECTIVES, settings.frame_ancestors, document.inline_scripts)
        # An editor's page depends on who asks, a page that could not be made comes the next time.
        is_for_readers = bool(body) and PAGE_BY_KEY[name].reading is not None
        seconds = page_bodies.FRESH_SECONDS if is_for_readers else 0
        return page_bodies.packed_answer(document.text, csp, document.missing, seconds)

    answer = page_bodies.page_answer(request, name, source, finish)
    if isinstance(answer, FormTarget):
        return RedirectResponse(answer.location, 303, {"cache-control": "no-store"}), ()
    return page_bodies.answer_response(request, answer), answer.missing


def page_document(source: str, w: Translator, default: Language, name: str, address: str, body: str) -> AdaptedDocument:
    """Streamlit's document as that of a page of ours.

    ``source``: Streamlit's document; ``w``: the page's language; ``default``: the language of an address that names
    none, which a script follows later on; ``name``: the page's; ``address``: where readers find it; ``body``: what
    stands there until Streamlit's page comes.
    """
    files = static.own_files()
    head = TEMPLATES.get_template("head.html").render(
        w=w,
        name=name,
        address=address,
        languages=LANGUAGES,
        mark=files[ICON].address,
        styles=[each.address for file, each in files.items() if file.endswith(".css")],
        scripts=[files[each].address for each in SCRIPTS],
        colours=Markup(colours()),
        font=static.font(),
    )
    # Scripts that the page will need come before they are asked for: Streamlit's parts, and plotly for charts.
    preloads = TEMPLATES.get_template("preloads.html").render(
        parts=[each for each in part_scripts() if each not in source],
        bundle=static.plotly_bundle().address if name in CHART_PAGES else "",
    )
    noscript = "" if body else f"<p>{escape(w('web.noscript'))}</p>"
    return adapt_document(source, PageParts(w.language, default, head, preloads, noscript, body))


def closed_page(request: Request) -> HTMLResponse:
    """A private dashboard's page for whoever is not signed in: why somebody was not let in, and how one gets in."""
    settings = app_services().settings
    w, reason = translator(answer_language(settings, request)), REASONS.get(request.query_params.get(DENIED, ""))
    text = TEMPLATES.get_template("closed.html").render(
        w=w,
        home=root_path(request),
        mark=static.own_files()[ICON].address,
        styles=[each.address for file, each in static.own_files().items() if file.endswith(".css")],
        by_key=settings.access == "key",
        reason=w(reason) if reason else "",
        to=request.url.path,
    )
    return HTMLResponse(text, 403, headers={"cache-control": "no-store"})
