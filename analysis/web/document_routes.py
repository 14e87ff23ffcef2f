"""Documents of their own: charts and sections that other sites show in a frame, and presentations as one file."""

from datetime import UTC, datetime
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.exports import Provenance, slideshow
from analysis.exports.html import templates
from analysis.exports.html.embed import embed_page
from analysis.exports.html.slideshow import SCHEMES, Scheme
from analysis.exports.html.templates import policy
from analysis.schema import LANGUAGES, Language
from analysis.sections import presentation, section
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.sections.registry import VARIANTS
from analysis.selection import Address
from analysis.selection import read as read_address
from analysis.web.reading_edition import not_found
from analysis.web.request_context import answer_language, base_address, current_session
from analysis.web.security_headers import NONE, SELF
from analysis.words import translator

PAGES = {"overview": "", "region": "regions", "term": "themes"}
"""The page of a section, if it is not under the section's own name."""


async def serve_embed(request: Request) -> HTMLResponse:
    """The page of a chart, or of a whole section, for the sites of the settings; 404 if there is none."""
    text, settings = await run_in_threadpool(embed_html, request), app_services().settings
    ancestors = " ".join((SELF, *settings.embed_hosts.split()))
    if text is None:
        return await run_in_threadpool(not_found, request, ancestors)
    headers = {
        "content-security-policy": f"{policy('embed')}; frame-ancestors {ancestors}",
        "cache-control": "no-store" if settings.private else "public, max-age=300",
        "cross-origin-resource-policy": "cross-origin",
    }
    return HTMLResponse(text, headers=headers)


def embed_html(request: Request) -> str | None:
    """The document; None if nothing has that name, or the address names a revision that does not exist."""
    services, query, name = app_services(), request.query_params, request.path_params["section"]
    words, address = translator(answer_language(services.settings, request)), read_address(query)
    context = presentation_lookup.report_context(services.store, words, datetime.now(UTC), address.revision)
    if context is None:
        return None
    selection, _ = known_values(address.selection, filter_options(context.tables, words))
    content, key = section(name, context, selection), request.path_params.get("chart")
    charts = tuple(each for each in content.charts if key in (None, each.key)) if content else ()
    if content is None or not charts:
        return None
    licence, day = owner_text(context.tables, "licence", words).text, context.published
    origin = Provenance(context.revision, day, content.filter_text, context.source, content.coverage, licence)
    back = base_address(request) + page_address(name, Address(selection, words.language, address.revision))
    scheme: Scheme = next((each for each in SCHEMES if each == query.get("scheme")), "auto")
    return embed_page(content, words, origin, back, charts=charts, scheme=scheme)


def page_address(name: str, address: Address) -> str:
    """The path and query of the page that shows a section, with the section's variant ("regions:participants")."""
    key, _, variant = name.partition(":")
    if variant and key in VARIANTS:
        address = address.with_page_parameters(**{VARIANTS[key]: variant})
    return PAGES.get(key, key) + address.suffix()


async def serve_slideshow(request: Request) -> HTMLResponse:
    """The presentation of a language and a name, for full screen, a download and a phone; 404 if there is none.

    ``notes=1`` in the address of one's own puts the presenter's notes in; those of a saved one are for editors, unless
    they were saved for all.
    """
    language, file = request.path_params["language"], request.path_params["name"]
    if language not in LANGUAGES or not file.endswith(".html"):
        return await run_in_threadpool(not_found, request)
    session, name = await current_session(request.scope), file.removesuffix(".html")
    is_editor = session is not None and session.editor
    text = await run_in_threadpool(slideshow_html, request, cast(Language, language), name, is_editor)
    if text is None:
        return await run_in_threadpool(not_found, request)
    frames = app_services().settings.frame_ancestors
    ancestors = SELF if frames == NONE else f"{SELF} {frames}"
    csp = f"{templates.policy('slides')}; frame-ancestors {ancestors}"
    return HTMLResponse(text, headers={"content-security-policy": csp, "cache-control": "no-cache"})


def slideshow_html(request: Request, language: Language, name: str, is_editor: bool) -> str | None:
    """The document, with ``slide=3`` in the address that slide alone; None if there is none, or no such revision."""
    store, query = app_services().store, dict(request.query_params)
    revision, slide = query.get("rev"), query.get("slide", "")
    before = presentation_lookup.baseline_revision_of(name, store, query)
    context = presentation_lookup.report_context(store, translator(language), datetime.now(UTC), revision, before)
    entry = presentation_lookup.find_presentation(name, store, context, query) if context else None
    if context is None or entry is None:
        return None
    if name == presentation_lookup.OWN:
        notes, back = query.get("notes") == "1", entry.outline.without_notes().query(revision=revision)
    else:
        notes, back = entry.notes or is_editor, Address(revision=revision).suffix().removeprefix("?")
    return slideshow(
        presentation(entry.outline, context, pinned="rev" in query),
        context.words,
        base_address(request) + presentation_lookup.path(name, language, back),
        scheme=next((each for each in SCHEMES if each == query.get("scheme")), "auto"),
        notes=notes,
        only=int(slide) if slide.isdecimal() and len(slide) < 4 else None,
    )
