"""Addresses that pages lead to: pages and rows of the dashboard, copies of the address, reports of a mistake.

Addresses within the dashboard keep language, filters and revision; those within the reading edition stay in it.
"""

import re
from dataclasses import replace
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit

from markupsafe import Markup

from analysis.html_parts.page_context import PageContext
from analysis.html_parts.page_list import ITEMS, PAGE_BY_KEY, PageEntry
from analysis.html_parts.rendering import render
from analysis.sections.context.owner_texts import owner_text
from analysis.selection import Address, Selection

ITEM_PAGES = {"events": ("events", "event"), "clusters": ("clusters", "cluster"), "gaps": ("gaps", "gap")}
"""By table, or what else has a key: the page that shows one of it, and the parameter of the address that names it."""
READING_ITEM_PAGES = {"materials" if key == "toolkit" else key: (key, name) for key, name in ITEMS.items()} | {
    "gaps": ITEM_PAGES["gaps"]
}
"""The same in the reading edition."""
READING_PATH = "read"
READING_PARAMETERS = (
    "page",
    *(name for _, name in READING_ITEM_PAGES.values() if name not in dict(ITEM_PAGES.values()).values()),
)
MAILBOX = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
FORM = re.compile(r"https?://[^\s<>\"]+")


def to(key: str, address: Address) -> str:
    """The address of a page; from the reading edition that of its twin there, if it has one."""
    entry = PAGE_BY_KEY[key]
    if not address.reading:
        return f"{address.home}{entry.path}{address.suffix()}"
    if entry.reading is None:
        return dashboard(key, address)
    id = address.of(entry.item) if entry.item else None
    rest = address.with_page_parameters(**{entry.item: None}) if id else address
    return f"{address.home}{reading_path(entry, address.language or '', id)}{rest.suffix()}"


def reading_path(entry: PageEntry, language: str, id: str | None) -> str:
    """The path of a page of the reading edition, or of the record of an ``id`` on it, without the program's root."""
    path = f"{READING_PATH}/{language}/{entry.reading}"
    if id is None:
        return path
    # A browser takes a name of dots for the folder itself or the one above, percent signs or not.
    return f"{path}/{quote(id if id.strip('.') else id.replace('.', '%2E'), safe='')}"


def reading(page: PageContext) -> str:
    """The twin of a page in the reading edition, with its selection; the overview's if it has none."""
    key = page.entry.key if page.entry.reading is not None else "overview"
    address = page.address if page.entry.reading is not None else page.address.for_other_pages()
    return to(key, replace(address, reading=True, language=page.words.language))


def dashboard(key: str, address: Address) -> str:
    """The page of the dashboard from its twin in the reading edition; one of a theme or region filters by that."""
    selection, parameters = address.selection, dict(address.page_parameters)
    for name, column in (("theme", "themes"), ("region", "regions")):
        if id := parameters.get(name):
            selection = selection.with_filter(column, id)
    known = address.with_page_parameters(**dict.fromkeys(READING_PARAMETERS))
    return to(key, replace(known, selection=selection, reading=False))


def bare(page: PageContext, key: str = "") -> str:
    """The address of a page, or of the same one, without any parameter, for forms that bring their own."""
    address = page.address
    language = address.language if address.reading else None
    return to(key or page.entry.key, Address(language=language, reading=address.reading, home=address.home))


def with_selection(page: PageContext, selection: Selection) -> str:
    """The address of the same page with other filters."""
    address = page.address.with_page_parameters(page=None)
    return to(page.entry.key, replace(address, selection=selection))


def item(page: PageContext, row: tuple[str, str] | None) -> str | None:
    """The address of one row (table and key); None if no page shows rows of its table.

    In the reading edition no filter goes along to a record, which shows all that is of it.
    """
    pages = READING_ITEM_PAGES if page.address.reading else ITEM_PAGES
    if row is None or row[0] not in pages:
        return None
    key, name = pages[row[0]]
    address = page.address.for_other_pages().with_page_parameters(**{name: row[1]})
    return to(key, replace(address, selection=Selection()) if page.address.reading and row[0] != "gaps" else address)


def share_buttons(page: PageContext) -> Markup:
    """Two buttons: one copies the address of what is on the page, one that of what this revision shows for good.

    A presenter's notes do not go along. In the reading edition the browser's own bar has the address.
    """
    if page.address.reading:
        return Markup("")
    address = page.address.without_notes()
    live = to(page.entry.key, replace(address, revision=None))
    revision = page.revision.id if page.revision else ""
    pinned = to(page.entry.key, address.pinned(revision)) if revision else ""
    return Markup(render("share", page.words, live=live, pinned=pinned, revision=revision))


def report(page: PageContext, row: tuple[str, str], title: str) -> str | None:
    """Where a mistake in a row (table and key) is reported: the owner's feedback form, or a message to the owner.

    Both know the row, the revision and the address. If what the owner says of feedback has no address, it is where that
    stands; None if the owner says nothing of it.
    """
    words = page.words
    owner = owner_text(page.tables, "feedback", words).text or owner_text(page.tables, "contact", words).text
    if not owner:
        return None
    address = urljoin(page.root, to(page.entry.key, page.address))
    values = {"id": row[1], "revision": page.revision.id if page.revision else "", "address": address}
    if form := FORM.search(owner):
        parts = urlsplit(form[0].rstrip(".,;)"))
        query = "&".join(filter(None, (parts.query, urlencode(values))))
        return urlunsplit(parts._replace(query=query))
    if mailbox := MAILBOX.search(owner):
        subject = words("items.mistake_subject", id=row[1])
        # RFC 6068: lines end with CR LF.
        body = words("items.mistake_body", what=title, **values).replace("\n", "\r\n")
        return f"mailto:{quote(mailbox[1], safe='@+')}?subject={quote(subject)}&body={quote(body)}"
    return to("about", page.address.for_other_pages()) + "#feedback"
