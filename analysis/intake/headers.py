"""Headers and sheet names: by which words a person calls a column or a sheet that is declared."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz import fuzz, process

from analysis.intake.cells.text import folded, shown
from analysis.schema import LANGUAGES, TABLES, Language, Table

HEADER_ROWS = 20
"""The header row is one of so many first rows of a sheet."""
_ALIKE = 75

_PASSED_OVER = dict.fromkeys(map(ord, " \t\n-_:*()\u2010\u2011\u2012–—"))
_PLURALS = ("s", "t")
_NUMBERING = re.compile(r"[0-9.,/&+#]+")


def plain(text: str) -> str:
    """A header or sheet name without what does not matter: case, spaces, hyphens, underscores, colons, asterisks."""
    return folded(text).casefold().translate(_PASSED_OVER)


@dataclass(frozen=True)
class Header:
    """A header row as it is understood for one table.

    ``columns``: the sheet's column number by internal name; ``doubled``: columns of a kind that came before, with the
    internal name; ``extra``: columns that the table does not have. ``language``: that of most headers.
    """

    index: int
    columns: Mapping[str, int]
    doubled: tuple[tuple[int, str], ...] = ()
    extra: tuple[int, ...] = ()
    language: Language = "fi"


def table_named(name: str) -> Table | None:
    """The table that a sheet's name means, a year or a number beside it put aside."""
    word = plain(name)
    found = _known(word, _sheet_words()) or _known(_NUMBERING.sub("", word), _sheet_words())
    return TABLES[found] if found else None


def is_official(table: Table, name: str) -> bool:
    """Whether a sheet bears a table's own name, and no other word for it that may mean something else."""
    return _NUMBERING.sub("", plain(name)) in {plain(word) for word in (table.name, *table.headers.all)}


def words_of(rows: Iterable[Sequence[Any]]) -> list[list[str]]:
    """The cells of rows as headers are compared."""
    return [[plain(shown(cell)) for cell in row] for row in rows]


def header_of(table: Table, words: Sequence[Sequence[str]], left: int = 1) -> Header | None:
    """The first of a sheet's first rows that holds most of a table's headers; None where none holds any."""
    counts = [len(set(filter(None, (_known(word, _column_words(table.name)) for word in row)))) for row in words]
    if not any(counts):
        return None
    index = counts.index(max(counts))
    return _header(table, index, words[index], left)


def _header(table: Table, index: int, words: Sequence[str], left: int) -> Header:
    columns: dict[str, int] = {}
    doubled: list[tuple[int, str]] = []
    extra: list[int] = []
    for number, word in enumerate(words, left):
        name = _known(word, _column_words(table.name))
        if name is None:
            extra.append(number)
        elif name in columns:
            doubled.append((number, name))
        else:
            columns[name] = number
    return Header(index, columns, tuple(doubled), tuple(extra), _language(table, words))


def complete(table: Table, header: Header | None) -> bool:
    """Whether a header row has all columns that must be filled."""
    return header is not None and not missing(table, header)


def missing(table: Table, header: Header) -> list[str]:
    """The internal names of the required columns that a header row lacks."""
    return [each.name for each in table.columns if each.required and each.name not in header.columns]


def weight(rows: Sequence[Sequence[Any]]) -> int:
    """How many columns of one table the best of the first rows names."""
    words = words_of(rows)
    found = (header_of(table, words) for table in TABLES.values())
    return max((len(header.columns) for header in found if header), default=0)


def likely_header(table: Table, header: Header, text: str) -> str | None:
    """The header of an absent column that a person may have meant, in the sheet's language."""
    absent = [each for each in table.columns if each.name not in header.columns]
    spelt = {plain(word): each for each in absent for word in (*each.headers.all, each.name)}
    found = process.extractOne(plain(text), list(spelt), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return spelt[found[0]].headers.of(header.language) if found else None


def likely_table(name: str) -> Table | None:
    """The table whose name a sheet's name resembles."""
    word = _NUMBERING.sub("", plain(name))
    found = process.extractOne(word, list(_sheet_words()), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return TABLES[_sheet_words()[found[0]]] if found else None


def _language(table: Table, words: Sequence[str]) -> Language:
    given = set(words)

    def known(language: Language) -> int:
        return sum(plain(each.headers.of(language)) in given for each in table.columns)

    return max(LANGUAGES, key=known)


def _known(word: str, words: Mapping[str, str]) -> str | None:
    """What a word means, also where it is written in the singular or plural of an English or Finnish word."""
    if not word:
        return None
    forms = (word, *(word + ending for ending in _PLURALS), *([word[:-1]] if word.endswith(_PLURALS) else ()))
    return next((words[form] for form in forms if form in words), None)


@cache
def _sheet_words() -> Mapping[str, str]:
    return _spelt((each.name, (each.name, *each.headers.all, *each.synonyms)) for each in TABLES.values())


@cache
def _column_words(table: str) -> Mapping[str, str]:
    columns = TABLES[table].columns
    official = ((each.name, (each.name, *each.headers.all)) for each in columns)
    return _spelt((each.name, each.synonyms) for each in columns) | _spelt(official)


def _spelt(given: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    return {plain(word): name for name, words in given for word in words}
