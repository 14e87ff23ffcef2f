"""How far an update has come: upload, check, compare, publish."""

from analysis.publishing import Preview
from pages.parts.core import html
from pages.parts.core.page_context import PageContext
from pages.parts.revisions import publish_result
from pages.parts.update.upload_status import status_of

UPLOAD, CHECK, COMPARE, PUBLISHED = 1, 2, 3, 5


def show(view: PageContext, preview: Preview | None) -> None:
    """The four steps, with the one that is now; none of them once the update is finished."""
    if preview is None:
        now = PUBLISHED if publish_result.outcome() else UPLOAD
    else:
        now = CHECK if status_of(preview).state in ("refused", "none") else COMPARE
    html.show("steps", view.words, now=now)
