"""For search engines: ``/sitemap.xml`` with all pages of the reading edition, and ``/robots.txt``."""

from dataclasses import replace
from itertools import islice
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analysis.app_services import app_services
from analysis.cache import cached_on
from analysis.html_parts import page_context
from analysis.html_parts.page_context import PageContext, day_in_finland
from analysis.html_parts.reading.edition_addresses import every_path, record_address
from analysis.schema import LANGUAGES
from analysis.selection import COMPARE, FILTERS
from analysis.web.request_context import base_address, has_tag
from analysis.words import translator

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
TYPE = "application/xml"
MOST = 15_000
"""Pages of one part: a sitemap may hold 50,000 addresses, and each page has three."""
PART = "part"


async def serve_robots(request: Request) -> PlainTextResponse:
    """What robots may read: nothing of a private dashboard, else all that is not an address of a filter."""
    if app_services().settings.private:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")
    filters = (f"Disallow: /*?*{name}=" for name in (*FILTERS, COMPARE, "rev"))
    lines = ("User-agent: *", "Allow: /", *filters, f"Sitemap: {base_address(request)}sitemap.xml")
    return PlainTextResponse("\n".join(lines) + "\n", headers={"cache-control": "public, max-age=300"})


async def serve_sitemap(request: Request) -> Response:
    """The sitemap of the published revision; of very many pages an index of its parts (``?part=2``)."""
    text, etag = await run_in_threadpool(sitemap, request)
    headers = {"cache-control": "no-cache", "etag": f'"{etag}"'}
    if has_tag(request, headers["etag"]):
        return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type=TYPE)


def sitemap(request: Request) -> tuple[bytes, str]:
    """The document that a request asks for, and what tells it apart."""
    services, text = app_services(), request.query_params.get(PART, "")
    part = int(text) if text.isdecimal() and len(text) < 5 else 0
    page = page_context.read("overview", {}, translator("fi"), services.store, base_address(request))
    page = replace(page, address=replace(page.address, reading=True, home="/"))
    key = ("sitemap", page.root, page.revision.id if page.revision else "", part)
    return cached_on(page.tables, key, lambda: _document(page, part)), "-".join(map(str, key[2:]))


def _document(page: PageContext, part: int) -> bytes:
    """All pages, those of one ``part`` (from 1 on), or the index of the parts if one cannot hold all."""
    paths = list(every_path(page))
    parts = -(-len(paths) // MOST)
    changed = day_in_finland(page.revision.published) if page.revision else ""
    if parts > 1 and not part:
        root = Element("sitemapindex", {"xmlns": NAMESPACE})
        for number in range(1, parts + 1):
            entry = SubElement(root, "sitemap")
            SubElement(entry, "loc").text = f"{page.root}sitemap.xml?{PART}={number}"
            SubElement(entry, "lastmod").text = changed
        return tostring(root, encoding="utf-8", xml_declaration=True)
    root = Element("urlset", {"xmlns": NAMESPACE, "xmlns:xhtml": XHTML})
    first = (max(part, 1) - 1) * MOST
    for key, id in islice(paths, first, first + MOST):
        _add_page(root, {each: record_address(page, key, id, each) for each in LANGUAGES}, changed)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _add_page(root: Element, addresses: dict[str, str], changed: str) -> None:
    """Add a page in each of its languages, each with all the others; ``changed``: the day of the revision."""
    alternates = {**addresses, "x-default": next(iter(addresses.values()))}
    for address in addresses.values():
        entry = SubElement(root, "url")
        SubElement(entry, "loc").text = address
        if changed:
            SubElement(entry, "lastmod").text = changed
        for language, other in alternates.items():
            SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": other})
