"""What the service is: the owner's texts from the workbook, and legal and courtesy notices."""

from analysis.access import COOKIE
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections.context.owner_texts import owner_text
from analysis.settings import Settings

ASSESSED = "2026-11-24"
"""The day of the accessibility statement."""
CONTENTS = ("what", "coverage", "counting", "accessibility", "privacy", "licence", "feedback")
"""The chapters; those that only hold an owner's text (`OWNED`) are left out if there is none."""
OWNED = ("coverage", "licence")
OWNER = ("publisher", "cofunding", "coverage", "authority", "licence", "contact", "feedback")


def about(page: PageContext, settings: Settings) -> str:
    """The whole text, with places that links lead to; what the owner has not filled in is left out.

    ``settings``: who may read, how people sign in and for how long.
    """
    words = page.words
    owner = {key: owner_text(page.tables, key, words) for key in OWNER}
    channel = owner["feedback"] or owner["contact"]
    without = {key for key in OWNED if not owner[key]} | (set() if channel else {"feedback"})
    contents = [each for each in CONTENTS if each not in without]
    signing_in = {"cookie": COOKIE, "hours": words.number(settings.session_hours), "private": settings.private}
    values = {"day": words.day(ASSESSED), "by_service": settings.access == "oidc"}
    return render("about", words, owner=owner, channel=channel, contents=contents, **signing_in, **values)
