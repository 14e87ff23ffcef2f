"""Which sheet is which table: by its name, else by its headers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import Any

from rapidfuzz import fuzz, process

from analysis.intake.files import SheetBook, SheetGrid
from analysis.intake.issues import SheetAddress
from analysis.intake.letters.broken_letters import with_sound_letters
from analysis.intake.personal_data import mask_codes
from analysis.intake.tables.one_column import SEPARATOR, with_parted_rows
from analysis.intake.tables.sheet_names import other_names
from analysis.intake.text import display_text
from analysis.schema import LANGUAGES, TABLES, Language, Table

HEADER_ROWS = 20
"""The header row is one of the first rows of a sheet."""
_ALIKE = 75
_NO_COINCIDENCE = 3
"""A sheet with this number of headers of a table is likely to be that table."""

_NOISE = dict.fromkeys(map(ord, " \t\n-_:*()\u2010\u2011\u2012–—"))
_PLURALS = ("s", "t")
_NUMBERING = re.compile(r"[0-9.,/&+#]+")


@dataclass(frozen=True)
class Header:
    """A header row as it is understood for one table.

    ``columns``: the sheet's column number by internal name; ``duplicates``: further columns of a kind, with the
    internal name; ``extra``: columns that the table does not have. ``language``: that of most headers.
    ``last``: the number of the last column that has a header.
    """

    index: int
    columns: Mapping[str, int]
    duplicates: tuple[tuple[int, str], ...] = ()
    extra: tuple[int, ...] = ()
    language: Language = "fi"
    last: int = 0


@dataclass(frozen=True)
class TableSheet:
    """A sheet that is a table, or a part of one. ``header`` is None if no header of the table was found in it."""

    table: Table
    address: SheetAddress
    grid: SheetGrid
    header: Header | None
    epoch_1904: bool = False


@dataclass(frozen=True)
class SortedBook:
    """A book's sheets: those that are tables, the others with the tables that they might be. ``order``: the file's
    place in the upload."""

    book: SheetBook
    order: int
    sheets: tuple[TableSheet, ...]
    others: tuple[tuple[SheetAddress, SheetGrid, tuple[Table, ...]], ...]


def sort_sheets(book: SheetBook, order: int, name: str | None = None) -> SortedBook:
    """The sheets of a book by what they are; ``name``: that of a file of one sheet, to match for the sheet's own."""
    sheets: list[TableSheet] = []
    others: list[tuple[SheetAddress, SheetGrid, tuple[Table, ...]]] = []
    for place, grid in enumerate(book.grids):
        address = SheetAddress(book.file, mask_codes(grid.name), (order, place))
        first = (cell for cell in grid.columns[0] if isinstance(cell, str)) if grid.columns else ()
        parted = with_parted_rows(grid, header_count, HEADER_ROWS) if SEPARATOR.search("\n".join(first)) else grid
        count = sum(number <= HEADER_ROWS for number in grid.numbers[:HEADER_ROWS])
        words = [
            list(map(_header_word, row)) for row in zip(*(column[:count] for column in parted.columns), strict=True)
        ]
        tables = _tables(parted, words, _names(book, grid, name))
        if len(tables) == 1:
            header = None if parted.unparted else tables[0][1]
            sheets.append(TableSheet(tables[0][0], address, parted, header, book.epoch_1904))
        else:
            others.append((address, grid, tuple(table for table, _ in tables) or _nearest(words)))
    return SortedBook(book, order, tuple(sheets), tuple(others))


def _names(book: SheetBook, grid: SheetGrid, name: str | None) -> Iterator[str]:
    """The names that a sheet goes by, its own first; ``name``: that of a file of one sheet."""
    yield name or grid.name
    yield from other_names(name or grid.name, is_file=name is not None)
    if name is None and len(book.grids) == 1:
        stem = PurePath(book.file).stem
        yield from (stem, *other_names(stem, is_file=True))


def _tables(grid: SheetGrid, words: Sequence[Sequence[str]], names: Iterable[str]) -> list[tuple[Table, Header | None]]:
    """The table that a sheet is; several if it may be one as well as another, none if it is none."""
    for name in names:
        # A year or a number beside the name is ignored.
        word, bare = _plain(name), _NUMBERING.sub("", _plain(name))
        if meaning := _meaning(word, _sheet_words()) or _meaning(bare, _sheet_words()):
            table = TABLES[meaning]
            header = find_header(table, words, grid.left)
            # A table's own name, and no other word for it that may mean something else, is enough.
            official = {_plain(word) for word in (table.name, *table.headers)}
            if header or bare in official or not len(grid.numbers):
                return [(table, header)]
    headers = [(table, find_header(table, words, grid.left)) for table in TABLES.values()]
    whole = [(table, header) for table, header in headers if header and not missing_columns(table, header)]
    most = max((len(header.columns) for _, header in whole), default=0)
    return [(table, header) for table, header in whole if len(header.columns) == most]


def _nearest(words: Sequence[Sequence[str]]) -> tuple[Table, ...]:
    """The tables of which a sheet that is none has most headers, if they are no coincidence."""
    counts = [(len(header.columns), table) for table in TABLES.values() if (header := find_header(table, words))]
    most = max((count for count, _ in counts), default=0)
    return tuple(table for count, table in counts if count == most >= _NO_COINCIDENCE)


def candidates(tables: Sequence[Table], name: str) -> str | None:
    """What a sheet may be, as a person reads it: "Teemat (themes), Painopisteet (priorities)"."""
    if not tables:
        words = _sheet_words()
        near = process.extractOne(_NUMBERING.sub("", _plain(name)), list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        tables = [TABLES[words[near[0]]]] if near else []
    return ", ".join(f"{table.headers.fi} ({table.name})" for table in tables) or None


def find_header(table: Table, words: Sequence[Sequence[str]], left: int = 1) -> Header | None:
    """The first of a sheet's first rows that holds most of a table's headers; None if none holds any.

    ``left``: the number of the sheet's first column.
    """
    meanings = _column_words(table.name)
    counts = [len(set(filter(None, (_meaning(word, meanings) for word in row)))) for row in words]
    if not any(counts):
        return None
    index = counts.index(max(counts))
    names = [(number, _meaning(word, meanings)) for number, word in enumerate(words[index], left)]
    columns: dict[str, int] = {}
    for number, name in names:
        if name:
            columns.setdefault(name, number)
    duplicates = tuple((number, name) for number, name in names if name and columns[name] != number)
    extra = tuple(number for number, name in names if not name)
    row = set(words[index])
    in_language = {
        language: sum(_plain(each.headers.of(language)) in row for each in table.columns) for language in LANGUAGES
    }
    last = max(number for number, word in enumerate(words[index], left) if word)
    return Header(index, columns, duplicates, extra, max(LANGUAGES, key=in_language.__getitem__), last)


def missing_columns(table: Table, header: Header) -> list[str]:
    """The internal names of the required columns that a header row lacks."""
    return [each.name for each in table.columns if each.required and each.name not in header.columns]


def header_count(rows: Sequence[Sequence[Any]]) -> int:
    """How many columns of one table the best of the first rows names."""
    words = [list(map(_header_word, row)) for row in rows]
    headers = (find_header(table, words) for table in TABLES.values())
    return max((len(header.columns) for header in headers if header), default=0)


def likely_header(table: Table, header: Header, text: str) -> str | None:
    """The header of an absent column that a person may have meant, in the sheet's language."""
    absent = [each for each in table.columns if each.name not in header.columns]
    words = {_plain(word): each for each in absent for word in (*each.headers, each.name)}
    near = process.extractOne(_plain(text), list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return words[near[0]].headers.of(header.language) if near else None


def _plain(cell: Any) -> str:
    """A header or sheet name without case, spaces, hyphens, underscores, colons, asterisks and brackets."""
    return display_text(cell).casefold().translate(_NOISE)


def _header_word(cell: Any) -> str:
    """A cell as a header in the form of `_plain`, its letters mended."""
    text = display_text(cell)
    return _plain(text if text.isascii() else with_sound_letters(text))


def _meaning(word: str, meanings: Mapping[str, str]) -> str | None:
    """What a word means, also as the singular or plural of an English or Finnish word."""
    if not word:
        return None
    forms = (word, *(word + ending for ending in _PLURALS), *([word[:-1]] if word.endswith(_PLURALS) else ()))
    return next((meanings[form] for form in forms if form in meanings), None)


@cache
def _sheet_words() -> Mapping[str, str]:
    """The table's name by each word for its sheet."""
    tables = TABLES.values()
    return {_plain(word): each.name for each in tables for word in (each.name, *each.headers, *each.synonyms)}


@cache
def _column_words(table: str) -> Mapping[str, str]:
    """The column's internal name by each word for it; official ones count before synonyms."""
    columns = TABLES[table].columns
    synonyms = {_plain(word): each.name for each in columns for word in each.synonyms}
    return synonyms | {_plain(word): each.name for each in columns for word in (each.name, *each.headers)}
