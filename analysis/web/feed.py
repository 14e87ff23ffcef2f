"""The feed of publishes (Atom, RFC 4287): when, with which note and how many rows; no names of persons."""

from collections.abc import Sequence
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from analysis.app_services import app_services
from analysis.schema import TABLES, Tables, all_tables
from analysis.sections.context.owner_texts import owner_text
from analysis.selection import Address
from analysis.store import Revision
from analysis.web.request_context import answer_language, base_address
from analysis.words import Translator, translator
from analysis.words.revision_notes import note_text

NAMESPACE = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TYPE = "application/atom+xml"
PATH = "revisions.atom"
PUBLISHER = "Klusteripulssi"
"""Who publishes where the owner names nobody."""
MOST = 50
"""So many publishes are in the feed, the newest ones."""
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


async def serve_feed(request: Request) -> Response:
    """The feed in the language of the address."""
    text = await run_in_threadpool(_feed_text, request)
    cache = "no-store" if app_services().settings.private else "public, max-age=300"
    return Response(text, headers={"cache-control": cache}, media_type=TYPE)


def _feed_text(request: Request) -> bytes:
    services = app_services()
    revisions = [each for each in services.store.revisions() if not each.withdrawn][:MOST]
    tables = services.store.tables(revisions[0].id) if revisions else all_tables({}, TABLES)
    words = translator(answer_language(services.settings, request))
    return feed(revisions, tables, words, base_address(request))


def feed(revisions: Sequence[Revision], tables: Tables, words: Translator, base: str) -> bytes:
    """The document.

    revisions: newest first; tables: those of the newest, for the publisher's name; words: the language; base: the
    address of the program, with a slash at its end.
    """
    own, page = (f"{base}{path}{Address(language=words.language).suffix()}" for path in (PATH, "history"))
    root = Element("feed", {"xmlns": NAMESPACE, LANGUAGE: words.language})
    add_text(root, "id", own)
    add_text(root, "title", words("web.feed.title"))
    add_text(root, "updated", (revisions[0].published if revisions else NEVER).isoformat(timespec="seconds"))
    add_text(SubElement(root, "author"), "name", owner_text(tables, "publisher", words).text or PUBLISHER)
    SubElement(root, "link", rel="self", type=TYPE, href=own)
    SubElement(root, "link", rel="alternate", type="text/html", href=page)
    for each in revisions:
        _add_entry(root, each, words, base)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _add_entry(root: Element, revision: Revision, words: Translator, base: str) -> None:
    """Add a publish: its note, and the rows of each table that has some."""
    entry, address = SubElement(root, "entry"), base + Address(language=words.language, revision=revision.id).suffix()
    rows = [
        words.plural("web.feed.rows", number, table=words.name(TABLES[name].headers))
        for name, number in revision.rows.items()
        if number
    ]
    add_text(entry, "id", address)
    add_text(entry, "title", words("history.revision", revision=revision.id))
    for name in ("updated", "published"):
        add_text(entry, name, revision.published.isoformat(timespec="seconds"))
    SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    add_text(entry, "summary", "\n".join(filter(None, (note_text(revision.note, words), ", ".join(rows)))))


def add_text(parent: Element, name: str, text: str) -> None:
    """Add an element with a text to a ``parent``, without signs that XML does not have."""
    SubElement(parent, name).text = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
