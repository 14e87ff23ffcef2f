"""What the service is: the owner's texts from the workbook, and legal and courtesy notices."""

from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections.context.owner_texts import owner_text

ASSESSED = "2026-11-24"
"""The day of the accessibility statement."""
CONTENTS = ("what", "coverage", "counting", "accessibility", "privacy", "licence", "feedback")
"""The chapters; those that only hold an owner's text (`OWNED`) are left out if there is none."""
OWNED = ("coverage", "licence")
OWNER = ("publisher", "cofunding", "coverage", "authority", "licence", "contact", "feedback")


def about(page: PageContext, cookie: str, session_hours: int) -> str:
    """The whole text, with places that links lead to; what the owner has not filled in is left out.

    ``cookie`` is that of a sign-in, which lasts so many hours.
    """
    words = page.words
    owner = {key: owner_text(page.tables, key, words) for key in OWNER}
    channel = owner["feedback"] or owner["contact"]
    without = {key for key in OWNED if not owner[key]} | (set() if channel else {"feedback"})
    contents = [each for each in CONTENTS if each not in without]
    values = {"cookie": cookie, "hours": words.number(session_hours), "day": words.day(ASSESSED)}
    return render("about", words, owner=owner, channel=channel, contents=contents, **values)
