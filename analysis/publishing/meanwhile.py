"""What others published between the look at an upload and the wish to publish it."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.changes import Changes, Key, compare
from analysis.schema import TABLES, whole_set
from analysis.store import Revision, Store, UnknownRevision


@dataclass(frozen=True)
class Meanwhile:
    """The revisions that came in between, oldest first, and what all of them changed together."""

    revisions: tuple[Revision, ...]
    changes: Changes

    def meets(self, changes: Changes) -> bool:
        """Whether these changes touch a row that changed in between too: so they would undo it, unseen."""
        return not set(_touched(self.changes)).isdisjoint(_touched(changes))


def since(store: Store, base: str | None) -> Meanwhile | None:
    """What came after a revision (None: after the beginning); None where nothing did, or the revision is no more."""
    standing = [each for each in store.revisions() if not each.withdrawn]
    came = [each for each in standing if base is None or int(each.id) > int(base)]
    if not came:
        return None
    try:
        before = store.tables(base) if base else whole_set({}, TABLES)
        return Meanwhile(tuple(reversed(came)), compare(before, store.tables(came[0].id)))
    except UnknownRevision:
        return None


def _touched(changes: Changes) -> Iterator[tuple[str, Key]]:
    for name, change in changes.tables.items():
        yield from ((name, each.key) for each in (*change.added, *change.removed))
        yield from ((name, each.key) for each in change.cells)
