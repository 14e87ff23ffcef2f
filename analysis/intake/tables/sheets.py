"""Which sheet is which table: by its name, else by its headers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from rapidfuzz import fuzz, process

from analysis.intake.cells.serials import EXCEL_1900, DateSystem
from analysis.intake.files import SheetBook, SheetGrid
from analysis.intake.issues import SheetAddress
from analysis.intake.personal_data import mask_codes
from analysis.intake.tables.header_words import header_words, meaning, plain
from analysis.intake.tables.headers import ALIKE, Header, find_header, header_count, missing_columns
from analysis.intake.tables.one_column import SEPARATORS, with_parted_rows
from analysis.schema import TABLES, Table

HEADER_ROWS = 20
"""The header row is one of the first rows of a sheet."""
_NO_COINCIDENCE = 3
"""A sheet with this number of headers of a table is likely to be that table."""

_NUMBERING = re.compile(r"[0-9.,/&+#]+")
_BEFORE = " - "
_PARTS = re.compile(" - |[-_]")
# What the program puts into the name of each file that it gives out.
_REVISION = re.compile(r"[ _-]version?-[0-9]+(?![0-9])", re.IGNORECASE)
# What a browser or a person puts behind the name of a file: (1), 2024.
_BEHIND_NAME = re.compile(r"[ ._\-(]*+[0-9][0-9 ._\-()]*\Z")


@dataclass(frozen=True)
class TableSheet:
    """A sheet that is a table, or a part of one. ``header`` is None if no header of the table was found in it."""

    table: Table
    address: SheetAddress
    grid: SheetGrid
    header: Header | None
    dates: DateSystem = EXCEL_1900


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
    dates = DateSystem(book.epoch_1904, book.leap_1900)
    sheets: list[TableSheet] = []
    others: list[tuple[SheetAddress, SheetGrid, tuple[Table, ...]]] = []
    for place, grid in enumerate(book.grids):
        address = SheetAddress(book.file, mask_codes(grid.name), (order, place))
        parted = with_parted_rows(grid, header_count, HEADER_ROWS) if _may_have_whole_rows(grid) else grid
        words = first_rows(parted)
        tables = _tables(parted, words, list(_names(book, grid, name)))
        if len(tables) == 1:
            header = None if parted.unparted else tables[0][1]
            sheets.append(TableSheet(tables[0][0], address, parted, header, dates))
        else:
            others.append((address, grid, tuple(table for table, _ in tables) or nearest_tables(words)))
    return SortedBook(book, order, tuple(sheets), tuple(others))


def _may_have_whole_rows(grid: SheetGrid) -> bool:
    """Whether a row may stand whole in its first cell: whether any text of the first column holds a separator."""
    cells = grid.columns[0] if grid.columns else ()
    texts = cells if set(map(type, cells)) == {str} else [cell for cell in cells if isinstance(cell, str)]
    first = "\n".join(texts)
    return any(separator in first for separator in SEPARATORS)


def _names(book: SheetBook, grid: SheetGrid, name: str | None) -> Iterator[str]:
    """The names that a sheet goes by, its own first; ``name``: that of a file of one sheet."""
    yield name or grid.name
    yield from other_names(name or grid.name, is_file=name is not None)
    if name is None and len(book.grids) == 1:
        stem = PurePath(book.file).stem
        yield from (stem, *other_names(stem, is_file=True))


def other_names(name: str, *, is_file: bool) -> Iterator[str]:
    """What may be meant by a name: what stands before " - " ("Tarinat - Table 1"), and of a file's name without its
    ending also what it ends in after " - ", "-" or "_" ("data-Teemat (1)")."""
    before, separator, _ = name.partition(_BEFORE)
    if separator:
        yield before
    if is_file:
        parts = _PARTS.split(_BEHIND_NAME.sub("", name))
        # A name of several words has hyphens of its own, so that longer endings come first.
        for start in range(1, len(parts)):
            yield " ".join(parts[start:])


def _tables(grid: SheetGrid, words: Sequence[Sequence[str]], names: Sequence[str]) -> list[tuple[Table, Header | None]]:
    """The table that a sheet is; several if it may be one as well as another, none if it is none."""
    for name in names:
        # A year or a number beside the name is ignored.
        word, bare = plain(name), _NUMBERING.sub("", plain(name))
        if known := meaning(word, _sheet_words()) or meaning(bare, _sheet_words()):
            table = TABLES[known]
            header = find_header(table, words, grid.left)
            # A table's own name, and no other word for it that may mean something else, is enough.
            official = {plain(word) for word in (table.name, *table.headers)}
            if header or bare in official or not len(grid.numbers):
                return [(table, header)]
    headers = [(table, find_header(table, words, grid.left)) for table in TABLES.values()]
    whole = [(table, header) for table, header in headers if header and not missing_columns(table, header)]
    most = max((len(header.columns) for _, header in whole), default=0)
    best: list[tuple[Table, Header | None]] = [each for each in whole if len(each[1].columns) == most]
    # Among tables that tie, the name of a file counts without the revision and the numbering behind it.
    bare_names = (_BEHIND_NAME.sub("", _REVISION.sub("", name)) for name in names) if len(best) > 1 else ()
    named = {meaning(plain(name), _sheet_words()) for name in bare_names}
    return [each for each in best if each[0].name in named] or best


def first_rows(grid: SheetGrid) -> list[list[str]]:
    """The rows of a sheet that may be its header, as `header_words`."""
    count = sum(number <= HEADER_ROWS for number in grid.numbers[:HEADER_ROWS])
    return [header_words(row) for row in zip(*(column[:count] for column in grid.columns), strict=True)]


def nearest_tables(words: Sequence[Sequence[str]]) -> tuple[Table, ...]:
    """The tables of which a sheet has most headers in its first rows, if they are no coincidence."""
    counts = [(len(header.columns), table) for table in TABLES.values() if (header := find_header(table, words))]
    most = max((count for count, _ in counts), default=0)
    return tuple(table for count, table in counts if count == most >= _NO_COINCIDENCE)


def lacking(tables: Sequence[Table], words: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """The required columns that the only table which a sheet may be does not have in the sheet's first rows."""
    header = find_header(tables[0], words) if len(tables) == 1 else None
    return tuple((tables[0].name, name) for name in missing_columns(tables[0], header)) if header else ()


def candidates(tables: Sequence[Table], name: str) -> str | None:
    """What a sheet may be, as a person reads it: "Teemat (themes), Painopisteet (priorities)"."""
    if not tables:
        words = _sheet_words()
        near = process.extractOne(_NUMBERING.sub("", plain(name)), list(words), scorer=fuzz.ratio, score_cutoff=ALIKE)
        tables = [TABLES[words[near[0]]]] if near else []
    return ", ".join(f"{table.headers.fi} ({table.name})" for table in tables) or None


@cache
def _sheet_words() -> Mapping[str, str]:
    """The table's name by each word for its sheet."""
    tables = TABLES.values()
    return {plain(word): each.name for each in tables for word in (each.name, *each.headers, *each.synonyms)}
