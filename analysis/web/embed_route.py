"""Charts and sections as pages that other sites show in a frame: those whose hosts the settings name."""

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.exports import Provenance
from analysis.exports.html.embed import embed_page
from analysis.exports.html.slideshow import colour_scheme
from analysis.exports.html.templates import policy
from analysis.sections import section
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.sections.registry import VARIANTS
from analysis.selection import Address
from analysis.selection import read as read_address
from analysis.web.request_context import answer_language, base_address
from analysis.words import translator

FIVE_MINUTES, NO_STORE = "public, max-age=300", "no-store"
PAGES = {"overview": "", "region": "regions", "term": "themes"}
"""The page of a section, if it is not under the section's own name."""


async def embed(request: Request) -> HTMLResponse:
    """The page of a chart, or of a whole section; 404 if there is none of that name, or no such revision."""
    text = await run_in_threadpool(embed_html, request)
    if text is None:
        raise HTTPException(404)
    ancestors = " ".join(("'self'", *app_services().settings.embed_hosts.split()))
    headers = {
        "content-security-policy": f"{policy('embed')}; frame-ancestors {ancestors}",
        "cache-control": NO_STORE if app_services().settings.private else FIVE_MINUTES,
        "cross-origin-resource-policy": "cross-origin",
    }
    return HTMLResponse(text, headers=headers)


def embed_html(request: Request) -> str | None:
    """The document; None if nothing has that name, or the address names a revision that does not exist."""
    settings, query = app_services().settings, request.query_params
    w, address = translator(answer_language(settings, request)), read_address(query)
    basis = presentation_lookup.report_context(app_services().store, w, datetime.now(UTC), address.revision)
    if basis is None:
        return None
    selection, _ = known_values(address.selection, filter_options(basis.tables, w))
    name, wanted = request.path_params["section"], request.path_params.get("chart")
    content = section(name, basis, selection)
    charts = tuple(each for each in content.charts if wanted in (None, each.key)) if content else ()
    if content is None or not charts:
        return None
    licence = owner_text(basis.tables, "licence", w).text
    origin = Provenance(basis.revision, basis.published, content.filter_text, basis.source, content.coverage, licence)
    back = base_address(request) + page_address(name, Address(selection, w.language, address.revision))
    return embed_page(content, w, origin, back, charts=charts, scheme=colour_scheme(query.get("scheme")))


def page_address(name: str, address: Address) -> str:
    """The path and query of the page that shows a section, with the section's variant ("regions:participants")."""
    key, _, variant = name.partition(":")
    if variant and key in VARIANTS:
        address = address.with_page_parameters(**{VARIANTS[key]: variant})
    return PAGES.get(key, key) + address.suffix()
