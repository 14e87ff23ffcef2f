"""The last revisions up to the one that a page shows: how whole each of them is."""

from analysis import presentation_lookup
from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.sections.context.filled_shares import RevisionShare


def filled_shares(page: PageContext) -> tuple[RevisionShare, ...]:
    """The share of filled cells of the page's revision and of those before it; empty if nothing is published."""
    if page.revision is None:
        return ()
    return presentation_lookup.filled_shares(app_services().store, page.revision)
