"""Help for the columns of a workbook: names of rows that other tables refer to, drop-down lists, notes at headers."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd
from xlsxwriter.utility import xl_range_abs

from analysis.schema import Column, Table, Tables
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, Link, Many, One, Text, Whole, Year
from analysis.words import Translator

ReferenceNames = Mapping[str, Mapping[str, str]]
"""Table → key → its name in one language, for regions, themes, priorities and clusters. Events go by their id."""
Ranges = Mapping[str, str]
"""Table → the formula of the cells that list the names of its rows."""
SPLITS = re.compile(r"[;\n]| / |(?:[^,|]*[,|]){5}")
"""What the reader takes for the end of an entry of a list."""
SEPARATORS = re.compile(r"[\s_‐‑–—−-]+")
LONGEST = 255
"""Excel's limit of a list within a cell's rule; a longer one must be a range of cells."""
FURTHER = frozenset(
    {
        *("events.participants", "events.from_companies", "events.occasions", "events.status"),
        *("stories.published", "materials.link", "materials.start_here", "clusters.label_year"),
        *("about.key", "about.value_fi", "targets.target"),
    }
)
"""Columns with a text of their own beside that of their kind."""
PLAIN: dict[type, str] = {
    Day: "workbook.kind.day",
    Year: "workbook.kind.year",
    Clock: "workbook.kind.clock",
    Duration: "workbook.kind.duration",
}
MOST_NAMES = 12
"""A note lists as many names at most."""


def reference_names(tables: Tables, words: Translator) -> ReferenceNames:
    """The name of each key: in the language, else in Finnish; the key itself if no name is unmistakable.

    A name is unmistakable if no other row of its table has it and the reader would not split it as a list. Regions have
    their official names.
    """
    localised, other = (f"name_{words.language}", "name_fi"), ("name_en", "name_sv")
    return {
        "regions": {key: words.name(names) for key, names in SEVEN.items()},
        "themes": _unmistakable(tables["themes"], localised, other),
        "priorities": _unmistakable(tables["priorities"], localised, other),
        "clusters": _unmistakable(tables["clusters"], ("name",), ()),
    }


def _unmistakable(frame: pd.DataFrame, columns: tuple[str, ...], other: tuple[str, ...]) -> dict[str, str]:
    """Key → the first of its names in ``columns`` that only its row has; names in ``other`` count too."""
    rows = list(zip(frame["id"], *(frame[column].fillna("") for column in (*columns, *other)), strict=True))
    owners: dict[str, set[str]] = defaultdict(set)
    for key, *names in rows:
        short = SHORT_THEMES.get(key, ())
        for name in (key, *names, *short):
            owners[SEPARATORS.sub("", name).casefold()].add(key)
    unmistakable = {}
    for key, *names in rows:
        own = (name for name in names[: len(columns)] if name and not SPLITS.search(name))
        unmistakable[key] = next((name for name in own if owners[SEPARATORS.sub("", name).casefold()] == {key}), key)
    return unmistakable


def merged_names(sets: tuple[Tables, ...], words: Translator) -> dict[str, dict[str, str]]:
    """Table → key → name over several whole sets of tables; the name of a later set replaces an earlier one's."""
    names: dict[str, dict[str, str]] = {}
    for tables in sets:
        for table, own in reference_names(tables, words).items():
            names.setdefault(table, {}).update(own)
    return names


def _dropdown_values(kind: Kind, words: Translator, names: ReferenceNames) -> tuple[str, ...]:
    """The values of a choice, the names of a table's rows; nothing for other kinds."""
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
    """The drop-down list of a column: its values, or a range of cells; None if it has none."""
    values = _dropdown_values(column.kind, words, names)
    if values and len(",".join(values)) <= LONGEST and not any("," in each for each in values):
        return list(values)
    return ranges.get(column.kind.to) if isinstance(column.kind, One) else None


def name_ranges(sheets: Sequence[Table], tables: Tables, words: Translator, names: ReferenceNames) -> Ranges:
    """Where in the sheets of these tables the names of their rows are, of events their ids."""
    ranges = {}
    for table in (each for each in sheets if len(tables[each.name])):
        frame = tables[table.name]
        values = names[table.name].values() if table.name in names else frame[table.key[0]]
        for at, column in enumerate(table.columns):
            if isinstance(column.kind, Text) and list(frame[column.name]) == list(values):
                ranges[table.name] = f"='{words.name(table.headers)}'!{xl_range_abs(1, at, len(frame), at)}"
                break
    return ranges


def header_note(table: Table, column: Column, words: Translator, names: ReferenceNames) -> str:
    """Whether the column is required, what it may hold, and what else to know about it, as running text."""
    place = f"{table.name}.{column.name}"
    texts = [words("workbook.required")] if column.required else []
    texts += [words("workbook.kind.key")] if table.key == (column.name,) else [_kind_text(column.kind, words, names)]
    texts += [words(f"workbook.column.{place}")] if place in FURTHER else []
    return " ".join(filter(None, texts))


def _kind_text(kind: Kind, words: Translator, names: ReferenceNames) -> str:
    """What a column of a kind may hold."""
    many = isinstance(kind, Many) and kind.to
    values = tuple(names[many].values()) if many else _dropdown_values(kind, words, names)
    listing = "; ".join(values) if len(values) <= MOST_NAMES else ""
    match kind:
        case Text():
            return ""
        case Whole(least=least):
            return words("workbook.kind.whole", least=words.number(least))
        case Link(mailbox=mailbox):
            return words("workbook.kind.mailbox" if mailbox else "workbook.kind.link")
        case Choice():
            return words("workbook.kind.choice", values=listing)
        case One(to=to):
            return words(f"workbook.kind.one.{to}")
        case Many():
            text = words(f"workbook.kind.many.{many}" if many else "workbook.kind.many")
            return f"{text} {words('workbook.kind.values', values=listing)}" if listing else text
        case _:
            return words(PLAIN[type(kind)])
