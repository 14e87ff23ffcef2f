"""Reporting a mistake in one row: a message, or the owner's feedback form, that knows row, revision and address."""

import re
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from analysis.sections.context.owner_texts import owner_text
from pages.parts.core import links
from pages.parts.core.page_context import PageContext

MAILBOX = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
FORM = re.compile(r"https?://[^\s<>\"]+")


def link(view: PageContext, row: tuple[str, str], what: str) -> str:
    """Where a mistake in a row (table and key) is reported; without an owner's address how to give feedback at all."""
    words = view.words
    owner = owner_text(view.tables, "feedback", words).text or owner_text(view.tables, "contact", words).text
    address = f"{links.root(view)}{view.place.path}{view.address.suffix()}"
    values = {"id": row[1], "revision": view.revision.id if view.revision else "", "address": address}
    if form := FORM.search(owner):
        parts = urlsplit(form[0].rstrip(".,;)"))
        query = "&".join(filter(None, (parts.query, urlencode(values))))
        return urlunsplit(parts._replace(query=query))
    if mailbox := MAILBOX.search(owner):
        subject = words("items.mistake_subject", id=row[1])
        # RFC 6068: lines end with CR LF.
        body = words("items.mistake_body", what=what, **values).replace("\n", "\r\n")
        return f"mailto:{quote(mailbox[1], safe='@+')}?subject={quote(subject)}&body={quote(body)}"
    return links.filtered_page(view, "about") + "#feedback"
