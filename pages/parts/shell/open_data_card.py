"""The card that says how programs get the data."""

from analysis.app_services import app_services
from analysis.html_parts.open_data import open_data
from analysis.html_parts.page_context import PageContext
from pages.parts.core import html


def show(page: PageContext) -> None:
    """Show the card: addresses, examples, and what each column holds."""
    most_requests = app_services().settings.api_requests
    html.put(open_data(page, most_requests))
