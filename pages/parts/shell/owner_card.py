"""The card of what the owner of the data still has to fill in: for editors, readers never see it."""

from analysis.html_parts.page_context import PageContext
from analysis.sections.context.owner_tasks import owner_tasks
from pages.parts.core import auth, html


def show(page: PageContext) -> None:
    """Show the card to a signed-in editor if anything is to be done."""
    tasks = owner_tasks(page.tables, page.words) if auth.is_editor() else ()
    if tasks:
        html.show("owner-tasks", page.words, tasks=tasks)
