"""The part of a page's document that shows the page itself, made once by revision, address, language and width."""

import gzip
import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from analysis.access import COOKIE
from analysis.app_services import app_services
from analysis.cache import cached_on
from analysis.html_parts import page_context
from analysis.html_parts.documents.body_context import BodyContext
from analysis.html_parts.documents.filter_form import joined_query
from analysis.html_parts.documents.page_document import document_body
from analysis.html_parts.page_context import PageContext
from analysis.selection import read
from analysis.web.request_context import answer_language, base_address, has_tag
from analysis.words import translator

log = logging.getLogger("klusteripulssi.web")
WIDTH_HINT = "sec-ch-ua-mobile"
VARY = "Accept-Encoding, Sec-CH-UA-Mobile, User-Agent"
"""The headers that packing and the size of pictures depend on."""
FRESH_SECONDS = 60
"""For so long a browser may show a page again without asking; the page that Streamlit draws in its place is today's."""


@dataclass(frozen=True)
class PageAnswer:
    """A page's document as it is sent: plain and packed, with the policy of its scripts and what tells it apart.

    ``missing``: the places that Streamlit's document no longer has; ``fresh_seconds``: how long a browser may show it
    again without asking.
    """

    text: bytes
    gzip_content: bytes
    etag: str
    policy: str
    missing: tuple[str, ...] = ()
    fresh_seconds: int = 0


@dataclass(frozen=True)
class FormTarget:
    """The address that a form meant, which sent another one."""

    location: str


def picture_size(request: Request) -> str:
    """ "narrow" for a phone, "wide" for everything else, as far as the request says it."""
    hint = request.headers.get(WIDTH_HINT)
    phone = hint == "?1" if hint else "Mobi" in request.headers.get("user-agent", "")
    return "narrow" if phone else "wide"


def cache_control(request: Request, fresh_seconds: int = 0) -> str:
    """What a cache may do with a page: ask each time after ``fresh_seconds``, which only the reader's browser may keep.

    An editor's is asked for each time and shared with nobody. Private dashboards: `SecurityHeaders`.
    """
    is_editor = COOKIE in request.cookies
    policy = ["private"] if is_editor or fresh_seconds else []
    policy.append(f"max-age={fresh_seconds}" if fresh_seconds and not is_editor else "no-cache")
    return ", ".join(policy)


def packed_answer(document: str, policy: str, missing: tuple[str, ...] = (), fresh_seconds: int = 0) -> PageAnswer:
    """A document as it is sent, with the ``policy`` of its scripts; the others as in `PageAnswer`."""
    text = document.encode()
    digest = hashlib.sha256(text).hexdigest()[:32]
    return PageAnswer(text, gzip.compress(text, mtime=0), digest, policy, missing, fresh_seconds)


def answer_response(request: Request, answer: PageAnswer) -> Response:
    """The answer to a request: packed for a browser that can unpack it; 304 if the browser has it already."""
    packed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {
        "cache-control": cache_control(request, answer.fresh_seconds),
        "content-security-policy": answer.policy,
        "etag": f'"{answer.etag}{"-gzip" if packed else ""}"',
        "vary": VARY,
    }
    if has_tag(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    if packed:
        return HTMLResponse(answer.gzip_content, headers=headers | {"content-encoding": "gzip"})
    return HTMLResponse(answer.text, headers=headers)


def page_answer(
    request: Request, key: str, source: str, finish: Callable[[str], PageAnswer]
) -> PageAnswer | FormTarget:
    """The answer to the address of the page of a key, made once for all who ask for the same.

    ``finish`` makes it of the body as HTML (empty if it could not be made) and of Streamlit's document, the ``source``.

    A fault is logged whole under a reference; the page then is as empty as Streamlit's document until the script runs.
    """
    try:
        services = app_services()
        words, query = translator(answer_language(services.settings, request)), dict(request.query_params)
        page = page_context.read(key, query, words, services.store, base_address(request))
        joined = joined_query(request.query_params.multi_items(), page.choices["years"])
        if joined is not None:
            return FormTarget(f"./{page.entry.path}{read(joined).suffix()}")
        size = picture_size(request)
        context = BodyContext(size, services.store, services.settings)
        return cached_on(page.tables, (source, *page_state(page, size)), lambda: finish(document_body(page, context)))
    except Exception as error:
        log.error("mishap %s", secrets.token_hex(4), exc_info=error)
        return finish("")


def page_state(page: PageContext, size: str) -> tuple[object, ...]:
    """All that a body depends on beside the tables: page, address, what is published and withdrawn, and the size."""
    store = app_services().store
    revisions = len(store.revisions()) if page.entry.key == "history" else 0
    published = page.current.id if page.current else ""
    unknown = (page.missing_revision, page.unknown_values)
    return ("document", page.entry.key, page.root, page.state(), published, unknown, revisions, size)
