"""A difference in one line, for the history."""

from collections.abc import Iterator

from analysis.changes import Changes, TableChange
from analysis.schema import TABLES
from analysis.words import Words


def difference_note(changes: Changes, words: Words) -> str:
    """What changed, table by table: "Tapahtumat: 2 uutta, 1 muuttunut; Tarinat: 1 poistettu". Empty where nothing did.

    A row that keeps all but its key is told as that, and not as one that came and one that went.
    """
    return "; ".join(
        words("difference.note", table=words.name(TABLES[name].headers), changes=", ".join(_parts(change, words)))
        for name, change in changes.tables.items()
    )


def _parts(change: TableChange, words: Words) -> Iterator[str]:
    renamed = len(change.renamed)
    counts = {
        "added": len(change.added) - renamed,
        "removed": len(change.removed) - renamed,
        "changed": change.changed,
        "renamed": renamed,
    }
    return (words.plural(f"difference.note.{what}", n) for what, n in counts.items() if n)
