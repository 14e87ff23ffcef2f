"""The words by which rows of other tables are known: ids, names in three languages, declared aliases."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from analysis.intake.cells.text import all_comparable, comparable
from analysis.schema import TABLES, Tables
from analysis.schema.aliases import REGION_ALIASES, SEVEN, SHORT_THEMES

NAMES = ("name_fi", "name_en", "name_sv")
# By which columns a row may be named besides its key. Events go by id alone: the same name comes back year after year.
NAMED_BY: dict[str, tuple[str, ...]] = {
    **{"regions": NAMES, "themes": NAMES, "priorities": NAMES},
    **{"clusters": ("name",), "events": ()},
}


@dataclass(frozen=True)
class Words:
    """The words of one table: folded word (`comparable`) → key, key → name, folded word → its name in Finnish."""

    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)

    def key(self, word: str) -> str | None:
        """The key that a word as it stands in a cell means, None where it is not known.

        A key just as it is comes first: "cl-1-1" and "cl-11" are alike only when they are folded.
        """
        return word if word in self.names else self.keys.get(comparable(word))

    def beside(self, other: "Words") -> "Words":
        """The words of both; where one word means two things, it means here what it means in this one."""
        return Words({**other.keys, **self.keys}, {**other.names, **self.names}, {**other.written, **self.written})

    def only(self, keys: Set[str]) -> "Words":
        """The words that mean one of these keys."""
        words = {word: key for word, key in self.keys.items() if key in keys}
        names = {key: name for key, name in self.names.items() if key in keys}
        return Words(words, names, {word: self.written[word] for word in words if word in self.written})

    def without(self, keys: Set[str]) -> "Words":
        """The words that mean none of these keys."""
        return self.only(self.names.keys() - keys)


NONE = Words()


@dataclass(frozen=True)
class Known:
    """The words of each table that is known, by table name. Can be pickled; nobody changes it in place.

    Regions are always the seven, by official names and aliases, and by what their sheet calls them where there is one.
    """

    tables: Mapping[str, Words] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables) -> "Known":
        """What the rows of these tables are known by; a table that is not among them, or is empty, is not known."""
        filled = (name for name in NAMED_BY if name in tables and len(tables[name]))
        return cls({name: _of_frame(name, tables[name]) for name in filled})

    def over(self, other: "Known") -> "Known":
        """What this one knows, and of the tables that it does not know what the other one knows."""
        return Known({**other.tables, **self.tables})

    def of_table(self, name: str) -> Words:
        """The words of a table, none where it is not known; the seven regions are known always."""
        return self.tables.get(name, THE_SEVEN if name == "regions" else NONE)


NOBODY = Known()

Spelt = tuple[str, str, str]
"""A word as it is written, the key it means, and how the row is called in Finnish."""


def _words(spelt: list[Spelt], names: Mapping[str, str]) -> Words:
    """The words of a table; where a word stands twice, the first counts."""
    last_first = [each for each in reversed(spelt) if each[0]]
    folded = all_comparable([word for word, _, _ in last_first])
    return Words(
        {word: key for word, (_, key, _) in zip(folded, last_first, strict=True)},
        dict(names),
        {word: text for word, (_, _, text) in zip(folded, last_first, strict=True)},
    )


def _of_frame(table: str, frame: pd.DataFrame) -> Words:
    """Declared words before keys before names: what is official means the same whatever a sheet says."""
    rows = _rows(table, frame)
    if table == "regions":
        sheet = [(word, row.key, SEVEN[row.key].fi) for row in rows if row.key in SEVEN for word in row.words]
        return _words([*_SEVEN_SPELT, *sheet], _SEVEN_NAMES)
    declared = [spelt for row in rows if table == "themes" for spelt in _short_theme(row.key)]
    keys = [(row.key, row.key, _written(table, row)) for row in rows]
    named = [(word, row.key, row.name) for row in rows for word in row.words]
    return _words([*declared, *keys, *named], {row.key: row.name for row in reversed(rows)})


class _Row(NamedTuple):
    key: str
    name: str
    words: tuple[str, ...]


def _rows(table: str, frame: pd.DataFrame) -> list[_Row]:
    """Key, name (the key where it has none) and further words of each row that has a key."""
    columns = (*TABLES[table].key, TABLES[table].label, *NAMED_BY[table])
    cells = [frame[column].astype(object).where(frame[column].notna(), "").tolist() for column in columns]
    return [_Row(key, name or key, tuple(words)) for key, name, *words in zip(*cells, strict=True) if key]


def _written(table: str, row: _Row) -> str:
    """What a person writes for a row whose key is nearly right: its name, but of an event its key."""
    if table == "themes" and row.key in SHORT_THEMES:
        return SHORT_THEMES[row.key].fi
    return row.key if table == "events" else row.name


def _short_theme(key: str) -> list[Spelt]:
    return [(word, key, SHORT_THEMES[key].fi) for word in SHORT_THEMES[key].all] if key in SHORT_THEMES else []


_SEVEN_NAMES = {key: names.fi for key, names in SEVEN.items()}
_SEVEN_SPELT: tuple[Spelt, ...] = tuple(
    (word, key, names.fi) for key, names in SEVEN.items() for word in (key, *names.all, *REGION_ALIASES[key])
)
THE_SEVEN = _words(list(_SEVEN_SPELT), _SEVEN_NAMES)
