"""Addresses that pages lead to: pages and rows of the dashboard, copies of the address, reports of a mistake.

Addresses within the dashboard keep language, filters and revision.
"""

import re
from dataclasses import replace
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import streamlit as st
from markupsafe import Markup

from analysis.app_services import app_services
from analysis.sections.context.owner_texts import owner_text
from analysis.selection import Address, Selection
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.core.page_list import PAGE_BY_KEY

ITEM_PAGES = {"events": ("events", "event"), "clusters": ("clusters", "cluster")}
"""By table: the page that shows one row of it, and the parameter of the address that names the row."""
MAILBOX = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
FORM = re.compile(r"https?://[^\s<>\"]+")


def to(key: str, address: Address) -> str:
    """The address of a page, relative to any page."""
    return f"./{PAGE_BY_KEY[key].path}{address.suffix()}"


def with_selection(page: PageContext, selection: Selection) -> str:
    """The address of the same page with other filters."""
    return to(page.entry.key, replace(page.address, selection=selection))


def root(page: PageContext) -> str:
    """The address of the program as its readers know it, with a slash at its end."""
    here = str(st.context.url or "").split("?")[0].removesuffix(f"/{page.entry.path}")
    return (app_services().settings.public_address or here).rstrip("/") + "/"


def item(page: PageContext, row: tuple[str, str] | None) -> str | None:
    """The address of one row (table and key); None if no page shows rows of its table."""
    if row is None or row[0] not in ITEM_PAGES:
        return None
    key, name = ITEM_PAGES[row[0]]
    return to(key, page.address.for_other_pages().with_page_parameters(**{name: row[1]}))


def share_buttons(page: PageContext) -> Markup:
    """Two buttons: one copies the address of what is on the page, one that of what this revision shows for good.

    A presenter's notes do not go along.
    """
    address = page.address.without_notes()
    live = to(page.entry.key, replace(address, revision=None))
    revision = page.revision.id if page.revision else ""
    pinned = to(page.entry.key, address.pinned(revision)) if revision else ""
    return Markup(html.render("share", page.words, live=live, pinned=pinned, revision=revision))


def report(page: PageContext, row: tuple[str, str], title: str) -> str:
    """Where a mistake in a row (table and key) is reported: the owner's feedback form, or a message to the owner.

    Both know the row, the revision and the address. Without an owner's address: how to give feedback at all.
    """
    words = page.words
    owner = owner_text(page.tables, "feedback", words).text or owner_text(page.tables, "contact", words).text
    address = f"{root(page)}{page.entry.path}{page.address.suffix()}"
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
