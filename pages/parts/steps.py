"""How far an update has come: upload, check, compare, publish."""

from analysis.publishing import Preview
from pages.parts import done, markup
from pages.parts.verdict import verdict
from pages.parts.view import View

UPLOAD, CHECK, COMPARE, PUBLISHED = 1, 2, 3, 5


def show(view: View, preview: Preview | None) -> None:
    """The four steps, with the one that is now."""
    markup.show("steps", view.words, now=now(preview))


def now(preview: Preview | None) -> int:
    """The number of the step; after all of them where the update is finished."""
    if preview is None:
        return PUBLISHED if done.outcome() else UPLOAD
    return CHECK if verdict(preview).state in ("refused", "none") else COMPARE
