"""Presentations, each served as the one file that it is: full screen, a download and a phone show the same."""

from datetime import UTC, datetime
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.exports import slideshow
from analysis.exports.html.slideshow import colour_scheme
from analysis.exports.html.templates import policy
from analysis.schema import LANGUAGES, Language
from analysis.sections import presentation
from analysis.selection import Address
from analysis.web.request_context import base_address, current_session
from analysis.web.security_headers import NONE, SELF
from analysis.words import translator

ENDING = ".html"


async def serve_slideshow(request: Request) -> HTMLResponse:
    """The presentation of a language and a name; 404 if there is none.

    ``notes=1`` in the address of one's own puts the presenter's notes in; those of a saved one are for editors, unless
    they were saved for all.
    """
    language, name = request.path_params["language"], request.path_params["name"]
    if language not in LANGUAGES or not name.endswith(ENDING):
        raise HTTPException(404)
    session = await current_session(request.scope)
    editor = session is not None and session.editor
    text = await run_in_threadpool(slideshow_html, request, cast(Language, language), name.removesuffix(ENDING), editor)
    if text is None:
        raise HTTPException(404)
    frames = app_services().settings.frame_ancestors
    ancestors = SELF if frames == NONE else f"{SELF} {frames}"
    headers = {"content-security-policy": f"{policy('slides')}; frame-ancestors {ancestors}"}
    return HTMLResponse(text, headers=headers | {"cache-control": "no-cache"})


def slideshow_html(request: Request, language: Language, name: str, editor: bool) -> str | None:
    """The document; None if nothing has that name, or the address names a revision that does not exist.

    ``slide=3`` in the address wants that one alone, as a preview.
    """
    store, query = app_services().store, dict(request.query_params)
    revision = query.get("rev")
    before = presentation_lookup.baseline_revision_of(name, store, query)
    basis = presentation_lookup.report_context(store, translator(language), datetime.now(UTC), revision, before)
    presented = presentation_lookup.find_presentation(name, store, basis, query) if basis else None
    if basis is None or presented is None:
        return None
    if name == presentation_lookup.OWN:
        notes, back = query.get("notes") == "1", presented.outline.without_notes().query(revision=revision)
    else:
        notes, back = presented.notes or editor, Address(revision=revision).suffix().removeprefix("?")
    slide = query.get("slide", "")
    return slideshow(
        presentation(presented.outline, basis, pinned="rev" in query),
        basis.words,
        base_address(request) + presentation_lookup.path(name, language, back),
        scheme=colour_scheme(query.get("scheme")),
        notes=notes,
        only=int(slide) if slide.isdecimal() and len(slide) < 4 else None,
    )
