"""Drop-down lists: what may be picked where one value is typed."""

from collections.abc import Mapping, Sequence

from xlsxwriter.utility import xl_range_abs

from analysis.exports.called import ReferenceNames
from analysis.schema import Column, Table, Tables
from analysis.schema.kinds import Choice, Kind, One, Text
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
