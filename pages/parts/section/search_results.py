"""The search on its page: the field and the hits in groups."""

from analysis.app_services import app_services
from analysis.html_parts import search_results
from analysis.html_parts.page_context import PageContext
from pages.parts.core import html


def show(page: PageContext) -> None:
    """The field, a sentence, and what answers the query of the address."""
    html.put(*search_results.search_blocks(page, app_services().store))
