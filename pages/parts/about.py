"""What the service is: the owner's texts from the workbook, and legal and courtesy notices."""

from analysis.app_services import app_services
from analysis.html_parts.about import about
from analysis.html_parts.page_context import PageContext
from pages.parts.core import html


def show(page: PageContext) -> None:
    """The whole text, with places that links lead to."""
    html.put(about(page, app_services().settings))
