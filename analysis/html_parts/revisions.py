"""The published revisions: each with its time, note and changes."""

from collections.abc import Mapping
from itertools import islice

from analysis.changes import compare
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.store import Revision, Store
from analysis.words.revision_notes import change_lines, note_text

COUNT = 20
"""So many revisions are shown at a time."""
Counts = Mapping[str, Mapping[str, int]]


def newest(page: PageContext, store: Store) -> list[str]:
    """The newest revisions of a store as readers see them; without any the sentence that says so."""
    entries = store.revisions()
    if not entries:
        return [render("notice", page.words, text=page.words("frame.nothing"))]
    by_id = {each.id: each for each in entries}
    return [revision_entry(page, store, each, by_id.get(each.parent or "")) for each in islice(entries, COUNT)]


def revision_entry(
    page: PageContext, store: Store, revision: Revision, parent: Revision | None, editor: bool = False
) -> str:
    """What is known of a revision, with what changed on its parent.

    ``page`` has the words, ``store`` the tables of ``revision`` and ``parent``; an ``editor`` sees author and files.
    """
    words, note = page.words, note_text(revision.note, page.words)
    changes = change_lines(_change_counts(store, revision, parent) or {}, words)
    return render(
        "revision",
        words,
        revision=revision,
        current=revision == page.current,
        when=page.moment(revision.published),
        withdrawn=page.moment(revision.withdrawn) if revision.withdrawn else "",
        note=note,
        # The note that the page proposes says them already.
        changes=[] if note == "; ".join(changes) else changes,
        rows=sum(revision.rows.values()),
        editor=editor,
    )


def _change_counts(store: Store, revision: Revision, parent: Revision | None) -> Counts | None:
    """The numbers of rows that changed; None if one of the revisions is withdrawn."""
    if parent is None or parent.withdrawn or revision.withdrawn:
        return None
    key = ("changes", parent.id, revision.published)
    return store.cache.get(
        revision.id, key, lambda: compare(store.tables(parent.id), store.tables(revision.id)).counts_by_kind()
    )
