"""The calendar of events for subscription, ``/events.ics``: the exports' file of what is published now."""

from functools import partial

from starlette.requests import Request

from analysis.app_services import app_services
from analysis.change_lookup import last_changes
from analysis.exports import Provenance, file_name, ical_file
from analysis.html_parts.page_context import day_in_finland
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.presentation.full_sections import calendar_events, filter_text
from analysis.web.api_answers import ApiAnswer
from analysis.web.feed_query import FeedQuery, feed_answer

CALENDAR = "events.ics"
TYPE = "text/calendar"


def calendar_answer(request: Request) -> ApiAnswer:
    """The events whose day is known, by the filters of the address."""
    return feed_answer(CALENDAR, TYPE, calendar_content, request, file_name("events", ending="ics"))


def calendar_content(query: FeedQuery) -> bytes:
    """The calendar file of a query."""
    words, tables, revision = query.words, query.tables, query.revision
    day = day_in_finland(revision.published) if revision else ""
    context = ReportContext(tables, words, revision=revision.id if revision else "", published=day)
    if revision:
        changes = partial(last_changes, app_services().store, revision, "events")
        context = ReportContext(tables, words, None, revision.id, day, event_changes=changes)
    texts = {key: owner_text(tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    origin = Provenance(context.revision, day, filter_text(context, query.selection), context.source, **texts)
    events = calendar_events(context, query.selection)
    return ical_file(events, words, origin, timestamp=revision.published if revision else None)
