"""The routes of the reading edition: each page made once by revision, address and language, and "not found"."""

import logging
import secrets
from dataclasses import replace
from typing import cast
from urllib.parse import unquote

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from analysis import static
from analysis.app_services import app_services
from analysis.cache import cached_on
from analysis.html_parts import links, page_context
from analysis.html_parts.documents.body_context import BodyContext
from analysis.html_parts.documents.chart_cards import colours
from analysis.html_parts.documents.filter_form import joined_query
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGES, PageEntry
from analysis.html_parts.reading.reading_page import ReadingPage, missing_page, reading_page
from analysis.schema import LANGUAGES, Language
from analysis.selection import read
from analysis.store import Unavailable
from analysis.web.page_bodies import PageAnswer, answer_response, packed_answer, page_state, picture_size
from analysis.web.page_templates import TEMPLATES
from analysis.web.request_context import READING, answer_language, base_address, root_path
from analysis.web.security_headers import READING_DIRECTIVES, policy
from analysis.words import translator

log = logging.getLogger("klusteripulssi.web")
ICON = "mark.svg"
ENTRIES = {each.reading: each for each in PAGES if each.reading is not None}


async def serve_front(request: Request) -> Response:
    """The way from ``/read`` and ``/read/<language>`` to the front page of a language."""
    language = request.path_params.get("language") or answer_language(app_services().settings, request)
    if language not in LANGUAGES:
        return await run_in_threadpool(not_found, request)
    return RedirectResponse(f"{root_path(request)}{READING.lstrip('/')}{language}/", 308)


async def serve_reading(request: Request) -> Response:
    """The page of a language and a path; 404 if there is none, or no such record."""
    return await run_in_threadpool(reading_response, request)


def reading_response(request: Request) -> Response:
    """The answer to an address of the edition; a fault is logged whole under a reference, which the page says."""
    language, rest = request.path_params["language"], request.path_params["rest"]
    name, slash, id = rest.partition("/")
    entry = ENTRIES.get(name)
    if language not in LANGUAGES or entry is None or (id and not entry.item):
        return not_found(request)
    if slash and not id:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{root_path(request)}{links.reading_path(entry, language, None)}{query}", 308)
    try:
        page = _page(request, entry, cast(Language, language), id)
        joined = joined_query(request.query_params.multi_items(), page.choices["years"])
        if joined is not None:
            meant = replace(read(joined), language=language, reading=True, home=page.address.home)
            return RedirectResponse(links.to(entry.key, meant), 303, {"cache-control": "no-store"})
        answer = _answer(request, page)
    except Unavailable:
        raise
    except Exception as error:
        return _mishap(request, error)
    return answer_response(request, answer) if answer else not_found(request)


def not_found(request: Request, ancestors: str = "") -> HTMLResponse:
    """The page for an address at which there is nothing, in the frame of the dashboard or of the reading edition.

    In the language of the address, if it names one. ``ancestors``: the sites that may show it in a frame, if not those
    of the settings.
    """
    settings, path, named = app_services().settings, request.url.path, request.path_params.get("language")
    words = translator(named if named in LANGUAGES else answer_language(settings, request))
    query = {name: value for name, value in request.query_params.items() if name == "lang"}
    page = page_context.read("overview", query, words, app_services().store, base_address(request))
    address = replace(page.address, home=root_path(request), language=words.language, reading=path.startswith(READING))
    text = _html(replace(page, address=address), missing_page(replace(page, address=address)))
    headers = {"content-security-policy": policy(READING_DIRECTIVES, ancestors or settings.frame_ancestors)}
    return HTMLResponse(text, 404, headers=headers | {"cache-control": "no-cache"})


def _page(request: Request, entry: PageEntry, language: Language, id: str) -> PageContext:
    """The context of a page of the edition, or of the record of an ``id`` (empty: of none) on it."""
    query = dict(request.query_params) | {"lang": language}
    if id:
        query[entry.item] = id
    page = page_context.read(entry.key, query, translator(language), app_services().store, base_address(request))
    address = replace(page.address, reading=True, home=root_path(request))
    if id and not unquote(id).strip("."):
        address = address.with_page_parameters(**{entry.item: unquote(id)})
    return replace(page, address=address)


def _answer(request: Request, page: PageContext) -> PageAnswer | None:
    """The page as it is sent, made once for all who ask for the same; None if there is no such record."""
    settings, store = app_services().settings, app_services().store
    size = "narrow" if picture_size(request) == "narrow" else "reading"

    def make() -> PageAnswer | None:
        content = reading_page(page, BodyContext(size, store, settings))
        csp = policy(READING_DIRECTIVES, settings.frame_ancestors)
        return packed_answer(_html(page, content), csp) if content else None

    return cached_on(page.tables, ("reading", page.address.home, *page_state(page, size)), make)


def _html(page: PageContext, content: ReadingPage) -> str:
    """The whole document of a page."""
    files, font = static.own_files(), static.font()
    return TEMPLATES.get_template("reading.html").render(
        w=page.words,
        page=content,
        body=Markup(content.body),
        is_indexed=page.revision == page.current,
        home=page.address.home,
        mark=files[ICON].address,
        styles=[each.address for file, each in files.items() if file.endswith(".css")],
        colours=Markup(colours()),
        font=font,
    )


def _mishap(request: Request, error: Exception) -> HTMLResponse:
    """The page of a fault of ours, with the reference under which the log has it."""
    reference = secrets.token_hex(4)
    log.error("mishap %s", reference, exc_info=error)
    text = TEMPLATES.get_template("mishap.html").render(
        w=translator(answer_language(app_services().settings, request)),
        home=root_path(request),
        mark=static.own_files()[ICON].address,
        styles=[each.address for file, each in static.own_files().items() if file.endswith(".css")],
        reference=reference,
    )
    return HTMLResponse(text, 500, headers={"cache-control": "no-store"})
