"""The card with the addresses of the calendar and the feed."""

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.subscription import subscription
from pages.parts.core import html


def show(page: PageContext) -> None:
    """How the events of the page's regions and themes come into one's own calendar."""
    is_private = app_services().settings.private
    html.put(subscription(page, is_private))
