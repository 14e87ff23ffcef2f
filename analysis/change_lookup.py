"""In which revision each row of a table was changed last, for calendars and feeds."""

from collections.abc import Iterator

from analysis.changes import compare
from analysis.schema import TABLES
from analysis.sections.context.last_change import LastChange
from analysis.store import Revision, Store, UnknownRevision

WINDOW = 50
"""Between so many revisions and twice as many are compared. A row that none of them changed counts as changed in the
first of them: its sequence grows without need once every so many revisions, and never falls."""


def last_changes(store: Store, revision: Revision, table: str) -> dict[str, LastChange]:
    """By key of each row of a ``table`` in a ``revision``: the last change. The table has one column as its key.

    What a withdrawn revision changed nobody knows any more, so after it every row counts as changed. The sequence is
    twice the number of the revision; one more after a withdrawal with which an older revision is published again, so
    that it is between the numbers of the withdrawn and of the next one.
    """
    first, of_rows, previous, is_gap = LastChange(0, revision.published), dict[str, LastChange](), None, True
    for each in _window(store, revision):
        if each.withdrawn:
            is_gap = True
            continue
        change = LastChange(2 * int(each.id), each.published)
        keys = None if previous is None or is_gap else _changed_keys(store, previous.id, each.id, table)
        if keys is None:
            first, of_rows = change, {}
        else:
            of_rows |= dict.fromkeys(keys, change)
        previous, is_gap = each, False
    after = _withdrawn_after(store, revision)
    if after and after.withdrawn:
        first, of_rows = LastChange(2 * int(after.id) + 1, after.withdrawn), {}
    (key,) = TABLES[table].key
    return {id: of_rows.get(id, first) for id in map(str, store.tables(revision.id)[table][key])}


def _window(store: Store, revision: Revision) -> Iterator[Revision]:
    """The revisions up to one that are compared, oldest first, withdrawn ones among them."""
    newest = int(revision.id)
    oldest = newest // WINDOW * WINDOW - WINDOW
    return (each for each in reversed(store.revisions()) if oldest <= int(each.id) <= newest)


def _withdrawn_after(store: Store, revision: Revision) -> Revision | None:
    """The newest revision, if all after this one are withdrawn, so that this one is published again; else None."""
    later = [each for each in store.revisions() if int(each.id) > int(revision.id)]
    return later[0] if later and all(each.withdrawn for each in later) else None


def _changed_keys(store: Store, before: str, after: str, table: str) -> frozenset[str] | None:
    """The keys of the rows that differ between two revisions, compared once; None if one of them was withdrawn."""

    def make() -> frozenset[str]:
        tables = ({table: store.table(id, table)} for id in (before, after))
        change = compare(*tables).tables.get(table)
        return frozenset(key for (key,) in change.keys) if change else frozenset()

    try:
        return store.cache.get(after, ("changed_keys", table, before), make)
    except UnknownRevision:
        return None
