"""What is said of a column: the note at its header, and its line in the template's guide."""

from analysis.exports.called import ReferenceNames
from analysis.exports.picks import dropdown_values
from analysis.schema import Column, Table
from analysis.schema.kinds import Choice, Clock, Day, Kind, Link, Many, One, Text, Whole, Year
from analysis.words import Translator

FURTHER = frozenset(
    {
        *("events.participants", "events.from_companies", "events.occasions", "events.status"),
        *("stories.published", "materials.link", "materials.start_here", "clusters.label_year"),
        *("about.key", "targets.target"),
    }
)
"""Columns of which more is to be said than their kind says."""
PLAIN: dict[type, str] = {Day: "workbook.kind.day", Year: "workbook.kind.year", Clock: "workbook.kind.clock"}
LISTED = 12
"""So many names are written out in a note."""


def header_note(table: Table, column: Column, words: Translator, names: ReferenceNames) -> str:
    """Whether the column must be filled, what may stand in it, and what else is to be known, as running text."""
    place = f"{table.name}.{column.name}"
    said = [words("workbook.required")] if column.required else []
    said += [words("workbook.kind.key")] if table.key == (column.name,) else [_kind(column.kind, words, names)]
    said += [words(f"workbook.column.{place}")] if place in FURTHER else []
    return " ".join(filter(None, said))


def _kind(kind: Kind, words: Translator, names: ReferenceNames) -> str:
    match kind:
        case Text():
            return ""
        case Whole(least=least):
            return words("workbook.kind.whole", least=words.number(least))
        case Link(mailbox=mailbox):
            return words("workbook.kind.mailbox" if mailbox else "workbook.kind.link")
        case Choice():
            return words("workbook.kind.choice", values=_listed(dropdown_values(kind, words, names)))
        case One(to=to):
            return words(f"workbook.kind.one.{to}")
        case Many():
            return _several(kind, words, names)
        case _:
            return words(PLAIN[type(kind)])


def _several(kind: Many, words: Translator, names: ReferenceNames) -> str:
    if kind.to is None:
        return words("workbook.kind.many")
    listed = _listed(tuple(names[kind.to].values()))
    said = words(f"workbook.kind.many.{kind.to}")
    return f"{said} {words('workbook.kind.values', values=listed)}" if listed else said


def _listed(picked: tuple[str, ...]) -> str:
    return "; ".join(picked) if len(picked) <= LISTED else ""
