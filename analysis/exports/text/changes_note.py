"""A difference between two sets of tables in one line, for the history."""

from analysis.changes import Changes
from analysis.schema import TABLES
from analysis.words import Translator


def changes_note(changes: Changes, words: Translator) -> str:
    """What changed, table by table: "Tapahtumat: 2 uutta, 1 muuttunut; Tarinat: 1 poistettu". Empty if nothing did.

    A row that keeps all but its key counts as renamed, and not as one that came and one that went.
    """
    lines = []
    for name, change in changes.tables.items():
        renamed = len(change.renamed)
        counts = {
            "added": len(change.added) - renamed,
            "removed": len(change.removed) - renamed,
            "changed": change.changed,
            "renamed": renamed,
        }
        parts = [words.plural(f"difference.note.{what}", number) for what, number in counts.items() if number]
        table = words.name(TABLES[name].headers)
        lines.append(words("difference.note", table=table, changes=", ".join(parts)))
    return "; ".join(lines)
