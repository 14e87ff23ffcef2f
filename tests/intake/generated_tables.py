"""Valid tables as hypothesis makes them from the declaration, each cell beside the value that it must come back as."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from analysis.schema import TABLES, Column, Language, Table
from analysis.schema.aliases import SEVEN
from analysis.schema.kinds import Choice, Clock, Day, Duration, Kind, Link, Many, One, Text, Whole, Year

Cell = tuple[Any, Any]
"""What is written, and what it means."""

KNOWN = {
    "themes": {"t1": "Rahoitus", "t2": "Digitalisaatio, innovatiiviset teknologiat"},
    "priorities": {"p1": "Energia", "p2": "Matkailu"},
    "clusters": {"k1": "Keksitty klusteri"},
    "events": {"e1": "e1"},
    "regions": {key: names.fi for key, names in SEVEN.items()},
}
WORDS = st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{2,9}( [a-zåäö]{2,9}){0,3}", fullmatch=True)
EMPTY = st.just((None, None))


def cells(kind: Kind, language: Language) -> st.SearchStrategy[Cell]:
    """Filled cells of a kind, written in a language."""
    match kind:
        case Choice(options=options):
            return st.sampled_from(options).map(lambda option: (option.names.of(language), option.key))
        case One(to=to):
            return st.sampled_from(sorted(KNOWN[to].items())).map(lambda row: (row[1], row[0]))
        case Many(to=to):
            return _lists(to)
        case Text() | Link():
            return WORDS.map(lambda word: (text := word if isinstance(kind, Text) else _address(word), text))
        case _:
            return _numbers(kind)


def _numbers(kind: Kind) -> st.SearchStrategy[Cell]:
    match kind:
        case Day():
            days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
            return days.map(lambda day: (day, day.isoformat())) | st.integers(1990, 2030).map(lambda y: (y, str(y)))
        case Year():
            return st.integers(1990, 2026).map(lambda year: (year, year))
        case Clock():
            return st.integers(0, 59).map(lambda seconds: (f"12:{seconds:02}", 720 + seconds))
        case Duration():
            return st.integers(0, 1400).map(lambda minutes: (minutes, minutes))
        case Whole(least=least):
            return st.integers(max(least, 0), 1400).map(lambda number: (number, number))
    raise TypeError(kind)


def _lists(to: str | None) -> st.SearchStrategy[Cell]:
    if to is None:
        words = st.lists(WORDS, min_size=1, max_size=3, unique=True)
        return words.map(lambda words: ("; ".join(words), tuple(words)))
    rows = st.lists(st.sampled_from(sorted(KNOWN[to].items())), min_size=1, max_size=2, unique=True)
    return rows.map(lambda rows: ("; ".join(name for _, name in rows), tuple(key for key, _ in rows)))


def _address(word: str) -> str:
    return f"https://example.org/{word.split()[0].lower()}"


def _cell(column: Column, language: Language) -> st.SearchStrategy[Cell]:
    filled = cells(column.kind, language)
    nothing = st.just((None, ())) if isinstance(column.kind, Many) else EMPTY
    return filled if column.required else filled | nothing


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, Language, list[str], list[dict[str, Cell]]]:
    """A table, the language it is written in, its columns in some order, and its rows."""
    table = draw(st.sampled_from(list(TABLES.values())))
    language = draw(st.sampled_from(["fi", "en", "sv"]))
    columns = draw(st.permutations([column.name for column in table.columns]))
    row = st.fixed_dictionaries({column.name: _cell(column, language) for column in table.columns})
    rows = draw(
        st.lists(row, min_size=1, max_size=4, unique_by=lambda row: tuple(str(row[name][1]) for name in table.key))
    )
    return table, language, columns, [_consistent(row) for row in rows]


def _consistent(row: dict[str, Cell]) -> dict[str, Cell]:
    """The row with no end before its start and no group larger than the whole."""
    loose = [name for name in row if name == "ends" or name.startswith("from_")]
    return row | dict.fromkeys(loose, (None, None))
