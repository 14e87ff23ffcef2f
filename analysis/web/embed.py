"""Charts and sections as pages that other sites show in a frame: those whose hosts the settings name."""

from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from analysis import presenting
from analysis.desk import desk
from analysis.exports import Origin
from analysis.exports.embed import embedded, policy
from analysis.exports.one_file import scheme_of
from analysis.sections import known, options, said, section
from analysis.sections.catalogue import VARIANTS
from analysis.selection import Address
from analysis.selection import read as read_address
from analysis.settings import Settings
from analysis.web.language import of_request
from analysis.web.stories import root
from analysis.words import words

A_WHILE, UNKEPT = "public, max-age=300", "no-store"
PAGES = {"overview": "", "region": "regions", "term": "themes"}
"""Where the page of a section is, where it is not under the section's own name."""


async def embed(request: Request) -> HTMLResponse:
    """The page of a chart, or of a whole section; 404 where there is none of that name, or no such revision."""
    text = await run_in_threadpool(document, request)
    if text is None:
        raise HTTPException(404)
    held = f"{policy()}; frame-ancestors {ancestors(desk().settings)}"
    headers = {
        "content-security-policy": held,
        "cache-control": UNKEPT if desk().settings.private else A_WHILE,
        "cross-origin-resource-policy": "cross-origin",
    }
    return HTMLResponse(text, headers=headers)


def ancestors(settings: Settings) -> str:
    """Who may show an embedded chart, as a policy says it: the program's own pages, and the hosts of the settings."""
    return " ".join(("'self'", *settings.embed_hosts.split()))


def document(request: Request) -> str | None:
    """The document; None where nothing bears that name."""
    settings, query = desk().settings, request.query_params
    w, address = words(of_request(request, settings)), read_address(query)
    given = presenting.basis(desk().store, w, datetime.now(UTC), address.revision)
    if given is None:
        return None
    selection, _ = known(address.selection, options(given.tables, w))
    name, wanted = request.path_params["section"], request.path_params.get("chart")
    made = section(name, given, selection)
    charts = tuple(each for each in made.charts if wanted in (None, each.key)) if made else ()
    if made is None or not charts:
        return None
    licence = said(given.tables, "licence", w).text
    origin = Origin(given.revision, given.published, made.chosen, given.source, made.coverage, licence)
    back = root(request) + page(name) + _again(name, Address(selection, w.language, address.revision)).suffix()
    return embedded(made, w, origin, back, charts=charts, scheme=scheme_of(query.get("scheme")))


def _again(name: str, address: Address) -> Address:
    """The address of the page that shows a section, with the section's variant."""
    key, _, variant = name.partition(":")
    return address.showing(**{VARIANTS[key]: variant}) if variant and key in VARIANTS else address


def page(name: str) -> str:
    """The path of the page that shows a section."""
    key = name.partition(":")[0]
    return PAGES.get(key, key)
