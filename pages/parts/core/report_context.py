"""What slides and files of whole sections are made from, for the revision that a page shows."""

from datetime import UTC, datetime

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.sections import ReportContext


def report_context(page: PageContext, since: str = "") -> ReportContext:
    """What the slides are made from: the tables of the page, with changes since a revision."""
    store, now, revision = app_services().store, datetime.now(UTC), page.revision.id if page.revision else None
    context = presentation_lookup.report_context(store, page.words, now, revision, since)
    return context or ReportContext(page.tables, page.words, page.today)
