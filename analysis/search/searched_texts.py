"""Which texts of a row are searched and how much they weigh; names of regions, themes and choices in all languages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.schema.aliases import REGION_ALIASES, SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice, Day, Many, One, Year
from analysis.search.hit import SearchEntry

TITLE, KEY, ENTRY, PROSE, TERMS, TABLE = 8.0, 4.0, 4.0, 3.0, 2.0, 1.0
"""What a word weighs in a title, in a key, in the name of an entry, in prose, in the name of what a row refers to, in
that of its table."""
WEIGHTS: dict[str, dict[str, float]] = {
    "events": {
        **{"name": TITLE, "id": KEY, "summary": PROSE, "organisers": PROSE, "place": PROSE, "starts": TERMS},
        **{"kind": TERMS, "form": 1.0, "themes": TERMS, "regions": TERMS, "priorities": TERMS},
    },
    "stories": {
        **{"title": TITLE, "id": KEY, "summary": PROSE, "cluster": TERMS, "published": TERMS, "form": 1.0},
        **{"themes": TERMS, "regions": TERMS},
    },
    "materials": {
        **{"title": TITLE, "id": KEY, "summary": PROSE, "kind": TERMS, "published": TERMS, "themes": TERMS},
        **{"event": 1.0},
    },
    "clusters": {
        **{"name": TITLE, "id": KEY, "field": PROSE, "label": 1.0, "founded": 1.0, "regions": TERMS},
        **{"priorities": TERMS},
    },
    **{
        name: {
            **{f"name_{each}": TITLE for each in LANGUAGES},
            **{f"description_{each}": PROSE for each in LANGUAGES},
            "id": KEY,
        }
        for name in ("themes", "priorities")
    },
}
"""By table: the columns that are searched. A word in a title weighs most."""


@dataclass(frozen=True)
class ColumnTexts:
    """The different texts of one column, and where they are: ``texts[place[i]]`` belongs to the row ``row[i]``.

    ``row`` counts through all tables and entries; both are int32.
    """

    weight: float
    texts: Sequence[str]
    row: np.ndarray
    place: np.ndarray


def searched_columns(tables: Tables, entries: Sequence[SearchEntry]) -> Iterator[ColumnTexts]:
    """The texts of all searched columns, tables in the order of `WEIGHTS`, entries after them.

    A theme also has its short name, which is a title of its own.
    """
    first = 0
    for name, columns in WEIGHTS.items():
        frame = tables[name]
        for column, weight in columns.items():
            yield _column(tables, name, column, weight, first)
        yield _plain(pd.Series([" ".join(TABLES[name].headers)] * len(frame), dtype="str"), TABLE, first)
        if name == "themes":
            short = [" ".join(SHORT_THEMES[each]) if each in SHORT_THEMES else "" for each in frame["id"]]
            yield _plain(pd.Series(short, dtype="str"), TITLE, first)
        first += len(frame)
    for language in LANGUAGES:
        yield _plain(pd.Series([each.names.of(language) for each in entries], dtype="str"), ENTRY, first)


def _column(tables: Tables, table: str, name: str, weight: float, first: int) -> ColumnTexts:
    """One column of a table whose rows count from ``first``."""
    values, kind = tables[table][name], TABLES[table].column(name).kind
    match kind:
        case Many(to):
            lengths = values.str.len().to_numpy(dtype="int32")
            rows = np.repeat(np.arange(first, first + len(values), dtype="int32"), lengths)
            elements = np.array([each for row in values.tolist() for each in row], dtype=object)
            return _texts(elements, rows, weight, _names(tables, to))
        case One(to):
            return _plain(values, weight, first, _names(tables, to))
        case Choice(options):
            names = {each.key: " ".join((*each.names, *each.aliases)) for each in options}
            return _plain(values, weight, first, lambda value: names.get(value, ""))
        case Day() | Year():
            return _plain(values.astype("str").str.slice(0, 4), weight, first)
        case _:
            return _plain(values, weight, first)


def _plain(values: pd.Series, weight: float, first: int, text: Callable[[str], str] = str) -> ColumnTexts:
    """A column with a value a row; what is missing has no text."""
    return _texts(values, np.arange(first, first + len(values), dtype="int32"), weight, text)


def _texts(values: pd.Series | np.ndarray, rows: np.ndarray, weight: float, text: Callable[[str], str]) -> ColumnTexts:
    """Values with their rows as texts, each different value once."""
    places, different = pd.factorize(values)
    known = places >= 0
    return ColumnTexts(weight, [text(each) for each in different.tolist()], rows[known], places[known].astype("int32"))


def _names(tables: Tables, to: str | None) -> Callable[[str], str]:
    """What the rows of a table that others refer to are called, by key: all their names in one text."""
    if to is None:
        return str
    frame, names = tables[to], dict[str, list[str]]()
    for column in ("name", "title", *(f"name_{each}" for each in LANGUAGES)):
        if column in frame:
            for key, name in zip(frame[TABLES[to].key[0]].tolist(), frame[column].tolist(), strict=True):
                names.setdefault(key, []).extend([name] if isinstance(name, str) else [])
    aliases: dict[str, Mapping[str, Sequence[str]]] = {
        "regions": {code: (*SEVEN[code], *REGION_ALIASES[code]) for code in SEVEN},
        "themes": SHORT_THEMES,
    }
    known = aliases.get(to, {})
    return lambda key: " ".join(dict.fromkeys((*names.get(key, ()), *known.get(key, ()))))
