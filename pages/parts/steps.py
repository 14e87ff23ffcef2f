"""How far an update has come: upload, check, compare, publish."""

from analysis.publishing import Preview
from pages.parts import done, markup
from pages.parts.verdict import status_of
from pages.parts.view import PageContext

UPLOAD, CHECK, COMPARE, PUBLISHED = 1, 2, 3, 5


def show(view: PageContext, preview: Preview | None) -> None:
    """The four steps, with the one that is now; none of them once the update is finished."""
    if preview is None:
        now = PUBLISHED if done.outcome() else UPLOAD
    else:
        now = CHECK if status_of(preview).state in ("refused", "none") else COMPARE
    markup.show("steps", view.words, now=now)
