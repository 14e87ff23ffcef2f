"""What the service is: the owner's texts from the workbook, and legal and courtesy notices."""

from analysis.access import COOKIE
from analysis.app_services import app_services
from analysis.sections.context.owner_texts import owner_text
from pages.parts.core import html
from pages.parts.core.page_context import PageContext

ASSESSED = "2026-11-24"
"""The day of the accessibility statement."""
CONTENTS = ("what", "coverage", "counting", "accessibility", "privacy", "licence", "feedback")
OWNER = ("publisher", "cofunding", "coverage", "authority", "licence", "contact", "feedback")


def show(page: PageContext) -> None:
    """The whole text, with places that links lead to."""
    words = page.words
    owner = {key: owner_text(page.tables, key, words) for key in OWNER}
    hours = words.number(app_services().settings.session_hours)
    day = words.day(ASSESSED)
    html.show("about", words, owner=owner, contents=CONTENTS, cookie=COOKIE, hours=hours, day=day)
