"""The feed of activity, ``/feed.atom`` (RFC 4287): events, stories and materials, what changed last first."""

from functools import partial
from xml.etree.ElementTree import Element, SubElement, tostring

from starlette.requests import Request

from analysis.app_services import app_services
from analysis.change_lookup import last_changes
from analysis.html_parts.links import reading_path
from analysis.html_parts.page_list import PAGE_BY_KEY
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.presentation.activity_rows import ActivityRow, activity_rows
from analysis.sections.presentation.full_sections import filter_text
from analysis.web.api_answers import ApiAnswer
from analysis.web.feed import LANGUAGE, NAMESPACE, NEVER, PUBLISHER, TYPE, add_text
from analysis.web.feed_query import FeedQuery, feed_answer

ACTIVITY_FEED = "feed.atom"
PAGES = {"events": "events", "stories": "stories", "materials": "toolkit"}
"""By table: the page on which its rows are."""
MOST = 1000
"""So many rows are in the feed, those that changed last."""
NOON = "T12:00:00Z"
WEB = ("http://", "https://")


def activity_answer(request: Request) -> ApiAnswer:
    """The rows of the published revision by the filters of the address."""
    return feed_answer(ACTIVITY_FEED, TYPE, feed_content, request)


def feed_content(query: FeedQuery) -> bytes:
    """The document of a query."""
    words, tables, own = query.words, query.tables, query.address(ACTIVITY_FEED)
    rows: tuple[ActivityRow, ...] = ()
    if query.revision:
        changes = partial(last_changes, app_services().store, query.revision)
        rows = activity_rows(tables, query.selection, words, changes)[:MOST]
    times = [each.updated for each in rows] + ([query.revision.published] if query.revision else [])
    root = Element("feed", {"xmlns": NAMESPACE, LANGUAGE: words.language})
    add_text(root, "id", own)
    add_text(root, "title", words("web.activity.title"))
    add_text(root, "subtitle", filter_text(ReportContext(tables, words), query.selection))
    add_text(root, "updated", max(times, default=NEVER).isoformat(timespec="seconds"))
    add_text(SubElement(root, "author"), "name", owner_text(tables, "publisher", words).text or PUBLISHER)
    SubElement(root, "link", rel="self", type=TYPE, href=own)
    SubElement(root, "link", rel="alternate", type="text/html", href=f"{query.root}events?lang={words.language}")
    if licence := owner_text(tables, "licence", words).text:
        add_text(root, "rights", licence)
    for each in rows:
        _add_entry(root, each, query)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _add_entry(root: Element, row: ActivityRow, query: FeedQuery) -> None:
    """Add the entry of a row. What has no day has no ``published``.

    A day is noon UTC, so that it is the same day for readers in almost all time zones.
    """
    entry = SubElement(root, "entry")
    address = query.root + reading_path(PAGE_BY_KEY[PAGES[row.table]], query.words.language, row.id)
    add_text(entry, "id", address)
    add_text(entry, "title", row.title)
    add_text(entry, "updated", row.updated.isoformat(timespec="seconds"))
    if row.day:
        add_text(entry, "published", row.day + NOON)
    SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    if row.link and row.link.startswith(WEB):
        SubElement(entry, "link", rel="related", href=row.link)
    for term, label in row.categories:
        SubElement(entry, "category", term=term, label=label)
    if row.text:
        add_text(entry, "summary", row.text)
