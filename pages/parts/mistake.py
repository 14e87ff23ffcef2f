"""Reporting a mistake in one row: a message, or the owner's feedback form, that knows row, revision and address."""

import re
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from analysis.sections import said
from pages.parts import links
from pages.parts.view import View

MAILBOX = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
FORM = re.compile(r"https?://[^\s<>\"]+")


def link(view: View, row: tuple[str, str], what: str) -> str:
    """Where a mistake in a row (table and key) is reported; without an owner's address how to give feedback at all."""
    told = said(view.tables, "feedback", view.words).text or said(view.tables, "contact", view.words).text
    values = {"id": row[1], "revision": view.revision.id if view.revision else "", "address": here(view)}
    if form := FORM.search(told):
        return with_query(form[0].rstrip(".,;)"), values)
    if mailbox := MAILBOX.search(told):
        return message(view, mailbox[1], what, values)
    return links.page(view, "about") + "#feedback"


def message(view: View, mailbox: str, what: str, values: dict[str, str]) -> str:
    """A mailto address with subject and body (RFC 6068: lines end with CR LF)."""
    subject = view.words("items.mistake_subject", id=values["id"])
    body = view.words("items.mistake_body", what=what, **values).replace("\n", "\r\n")
    return f"mailto:{quote(mailbox, safe='@+')}?subject={quote(subject)}&body={quote(body)}"


def with_query(address: str, values: dict[str, str]) -> str:
    """An address with these values behind what it asks already."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode(values))))
    return urlunsplit(parts._replace(query=query))


def here(view: View) -> str:
    """The address of the page that the reader sees, with scheme and host where they are known."""
    return f"{links.root(view)}{view.place.path}{view.address.suffix()}"
