"""Presentations, each served as the one file that it is: full screen, a download and a phone show the same."""

from datetime import UTC, datetime
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from analysis import presenting
from analysis.desk import desk
from analysis.exports import one_file
from analysis.exports.one_file import scheme_of
from analysis.exports.slide_look import policy
from analysis.schema import LANGUAGES, Language
from analysis.sections import Outline, presentation
from analysis.selection import Address
from analysis.web.holding import holder
from analysis.web.policy import NONE, SELF
from analysis.words import words

ENDING = ".html"


async def story(request: Request) -> HTMLResponse:
    """The presentation of a language and a name; 404 where there is none. ``notes=1`` in the address of one's own puts
    the presenter's notes in; those of a saved one are for editors, unless they were saved for all."""
    language, name = request.path_params["language"], request.path_params["name"]
    if language not in LANGUAGES or not name.endswith(ENDING):
        raise HTTPException(404)
    held = await holder(request.scope)
    editor = held is not None and held.editor
    text = await run_in_threadpool(document, request, cast(Language, language), name.removesuffix(ENDING), editor)
    if text is None:
        raise HTTPException(404)
    frames = desk().settings.frame_ancestors
    ancestors = SELF if frames == NONE else f"{SELF} {frames}"
    headers = {"content-security-policy": f"{policy()}; frame-ancestors {ancestors}"}
    return HTMLResponse(text, headers=headers | {"cache-control": "no-cache"})


def document(request: Request, language: Language, name: str, editor: bool) -> str | None:
    """The document; None where nothing bears that name, or the address names a revision that there is not.

    ``slide=3`` in the address wants that one alone, as a preview.
    """
    store, query = desk().store, dict(request.query_params)
    before = presenting.told_since(name, store, query)
    given = presenting.basis(store, words(language), datetime.now(UTC), query.get("rev"), before)
    found = presenting.named(name, store, given, query) if given else None
    if given is None or found is None:
        return None
    shared = query.get("notes") == "1" if name == presenting.OWN else found.notes or editor
    scheme, only = scheme_of(query.get("scheme")), query.get("slide", "")
    return one_file(
        presentation(found.outline, given, pinned="rev" in query),
        given.words,
        root(request) + presenting.path(name, language, _again(name, found.outline, query.get("rev"))),
        scheme=scheme,
        notes=shared,
        only=int(only) if only.isdecimal() and len(only) < 4 else None,
    )


def _again(name: str, outline: Outline, revision: str | None) -> str:
    """The query that leads to the presentation of a name again, pinned where it is seen so."""
    if name == presenting.OWN:
        return outline.without_notes().query(revision=revision)
    return Address(revision=revision).suffix().removeprefix("?")


def root(request: Request) -> str:
    """The address of the program as readers know it, with a slash at its end."""
    return (desk().settings.public_address or str(request.base_url)).rstrip("/") + "/"
