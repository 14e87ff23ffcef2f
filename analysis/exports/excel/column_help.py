"""Drop-down lists: what may be picked where one value is typed."""

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_range_abs

from analysis.exports.excel.reference_names import ReferenceNames
from analysis.schema import Column, Table, Tables
from analysis.schema.kinds import Choice, Clock, Day, Kind, Link, Many, One, Text, Whole, Year
from analysis.words import Translator

LONGEST = 255
"""Excel's limit of a list that is written out; a longer one must stand in cells."""
Ranges = Mapping[str, str]
"""Table → the formula of the cells in which the words of its rows stand."""


def dropdown_values(kind: Kind, words: Translator, names: ReferenceNames) -> tuple[str, ...]:
    """What may be picked: the values of a choice, the names of a table's rows; nothing for other kinds."""
    match kind:
        case Choice(options=options):
            return tuple(words.name(each.names) for each in options)
        case One(to=to):
            return tuple(names.get(to, {}).values())
        case _:
            return ()


def dropdown_source(
    column: Column, words: Translator, names: ReferenceNames, ranges: Ranges
) -> Sequence[str] | str | None:
    """The list of a column's drop-down: written out, or a range of cells; None where it has none."""
    picked = dropdown_values(column.kind, words, names)
    if picked and len(",".join(picked)) <= LONGEST and not any("," in each for each in picked):
        return list(picked)
    return ranges.get(column.kind.to) if isinstance(column.kind, One) else None


def name_ranges(written: Sequence[Table], tables: Tables, words: Translator, names: ReferenceNames) -> Ranges:
    """Where in the sheets that are written the words of their rows stand, of events their ids."""
    found = {}
    for table in (each for each in written if len(tables[each.name])):
        frame = tables[table.name]
        wanted = names[table.name].values() if table.name in names else frame[table.key[0]]
        for at, column in enumerate(table.columns):
            if isinstance(column.kind, Text) and list(frame[column.name]) == list(wanted):
                found[table.name] = f"='{words.name(table.headers)}'!{xl_range_abs(1, at, len(frame), at)}"
                break
    return found


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
