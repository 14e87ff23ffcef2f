"""Where the pages of the reading edition are: the address of each in every language, and all pages of a revision."""

from collections.abc import Iterator
from urllib.parse import urljoin

from analysis.html_parts import links
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import PAGE_BY_KEY, PAGES
from analysis.sections.records.record_order import record_order
from analysis.selection import Address, Selection

TABLES = {"toolkit": "materials"}
"""By page: the table whose records it has, if that is not of the page's own name."""


def table_of(key: str) -> str:
    """The table whose records a page has."""
    return TABLES.get(key, key)


def page_address(page: PageContext, language: str) -> str:
    """The whole address of a page in a language: of its record and its part of a list, without filters."""
    item = page.entry.item
    kept = {name: page.address.of(name) for name in filter(None, (item, "page"))}
    address = Address(language=language, reading=True, home=page.address.home).with_page_parameters(**kept)
    return urljoin(page.root, links.to(page.entry.key, address))


def every_path(page: PageContext) -> Iterator[tuple[str, str | None]]:
    """The key of each page, and the id of the record on it (None for the page itself), of the page's revision."""
    for entry in PAGES:
        if entry.reading is None or entry.key == "search":
            continue
        yield entry.key, None
        if entry.item:
            order = record_order(page.tables, table_of(entry.key), Selection(), page.words)
            yield from ((entry.key, id) for id in order)


def record_address(page: PageContext, key: str, id: str | None, language: str) -> str:
    """The whole address of the page of a ``key``, or of the record of an ``id`` on it, in a language."""
    return page.root + links.reading_path(PAGE_BY_KEY[key], language, id)
