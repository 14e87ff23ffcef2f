"""Who did what: the foot of the history page, for editors."""

from analysis.app_services import app_services
from analysis.html_parts.page_context import PageContext
from analysis.words import audit_text
from pages.parts.core import auth, html

MOST = 20
BY_KEY = ("publish", "restore", "withdraw", "draft", "discard", "sign-in", "sign-out")
"""Actions that need a sign-in: if no name is known, it was the holder of the key."""


def show(page: PageContext) -> None:
    """The last actions with their times and people, folded; nothing for readers."""
    if not auth.is_editor():
        return
    words = page.words
    lines = [
        {
            "when": page.moment(each.at),
            "who": each.who or words("access.nameless" if each.what in BY_KEY else "access.unknown"),
            "what": audit_text(each.what, each.revision, each.detail, words),
        }
        for each in app_services().store.journal.newest_entries(MOST)
    ]
    html.show("audit", words, lines=lines, most=words.number(MOST))
