"""The header of a table's sheet: which of the first rows it is, or which two, and which column is which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Any

from rapidfuzz import fuzz, process

from analysis.intake.tables.header_words import ALL, column_meaning, header_words, joined_meaning, lower_words, plain
from analysis.schema import LANGUAGES, TABLES, Language, Table

ALIKE = 75
"""How near a misspelt word is, of 100, to the one that was likely meant."""

# The first columns of a workbook of Microsoft Forms, in the languages that are known.
_FORMS = (
    frozenset({"id", "tunnus"}),
    frozenset({"starttime", "aloitusaika", "starttid"}),
    frozenset({"completiontime", "valmistumisaika", "slutförandetid"}),
    frozenset({"email", "sähköposti", "epost"}),
)
_FORMS_NAME = frozenset({"name", "nimi", "namn"})


@dataclass(frozen=True)
class Header:
    """A header as it is understood for one table; ``index``: its row, of two rows the lower one.

    ``columns``: the sheet's column number by internal name; ``duplicates``: further columns of a kind, with the
    internal name; ``extra``: columns that the table does not have. ``language``: that of most headers. ``upper``: the
    row of those headers that stand in the upper of two rows, by column number. ``forms``: the columns that Microsoft
    Forms puts first: key, start, completion, then address and name of the person who answered. ``last``: the number of
    the last column that has a header.
    """

    index: int
    columns: Mapping[str, int]
    duplicates: tuple[tuple[int, str], ...] = ()
    extra: tuple[int, ...] = ()
    language: Language = "fi"
    upper: Mapping[int, int] = field(default_factory=dict)
    forms: tuple[int, ...] = ()
    last: int = 0

    @property
    def people(self) -> tuple[int, ...]:
        """The columns with the address and, where it is there, the name of the person who answered a form."""
        return self.forms[3:]

    def row_of(self, number: int) -> int:
        """The index of the row in which the header of a column stands."""
        return self.upper.get(number, self.index)


@dataclass(frozen=True)
class _Names:
    """The internal name that each column of a row has, or of two rows, "" if none; ``upper``: the places whose header
    is in the upper one; ``joined``: how many are known by both rows together; ``open``: how many lower words are not
    known."""

    names: Sequence[str]
    upper: frozenset[int] = frozenset()
    joined: int = 0
    open: int = 0

    @property
    def count(self) -> int:
        return len(set(filter(None, self.names)))


def find_header(table: Table, words: Sequence[Sequence[str]], left: int = 1) -> Header | None:
    """The first of a sheet's first rows, or the first two, that hold most of a table's headers; None if none is there.

    table: its declaration.
    words: the rows as `header_words` gives them.
    left: the number of the sheet's first column.
    """
    meanings = {word: column_meaning(table.name, word) or "" for word in {word for row in words for word in row}}
    rows = [_of_row(table.name, row, meanings) for row in words]
    best = max(rows, key=lambda row: row.count, default=_Names(()))
    if not best.count:
        return None
    index = rows.index(best)
    for place, (upper, lower) in enumerate(pairwise(words), 1):
        if not any(rows[place].names) and lower_words(table.name).keys().isdisjoint(lower):
            continue
        both = _of_two_rows(table.name, upper, lower, meanings)
        if both.count > best.count or (both.count == best.count and 0 < both.joined >= both.open and not best.upper):
            best, index = both, place
    return _header(table, words, index, best, left)


def _of_row(table: str, row: Sequence[str], meanings: Mapping[str, str]) -> _Names:
    """The columns of one row. Of a workbook of Microsoft Forms its own columns are none, and Name2 is a name."""
    forms = _forms_columns(row)
    if not forms:
        return _Names([meanings[word] for word in row])
    # A program that keeps names of columns apart puts a number behind the later one.
    names = [meanings[word] or column_meaning(table, word.rstrip("0123456789")) or "" for word in row]
    first, *others = forms
    others += [first] if names.count(names[first]) > 1 else []  # Another key is the table's own.
    return _Names(["" if place in others else name for place, name in enumerate(names)])


def _forms_columns(row: Sequence[str]) -> list[int]:
    """The places of key, start, completion, address and, where it is there, name of a form's answers; else none."""
    if _FORMS[2].isdisjoint(row):
        return []
    places = [next((place for place, word in enumerate(row) if word in words), -1) for words in _FORMS]
    if -1 in places:
        return []
    # The name is behind the address, or behind all four if they were put into another order.
    behind = (place for place in (places[-1] + 1, max(places) + 1) if place < len(row) and row[place] in _FORMS_NAME)
    name = next(behind, None)
    return places if name is None else [*places, name]


def _of_two_rows(table: str, upper: Sequence[str], lower: Sequence[str], meanings: Mapping[str, str]) -> _Names:
    """The columns of two rows of which the upper one's words stand over several of the lower one's.

    What is over nothing counts by itself, and so does a word over one that means all; none is known if more of the
    lower words are unknown than known, since then they are data.
    """
    names, above, joined, still_open = [""] * max(len(upper), len(lower)), set[int](), 0, 0
    over = ""
    for place, (high, low) in enumerate(zip_longest(upper, lower, fillvalue="")):
        over = high or over
        if not low:
            names[place] = meanings[high] if high else ""
            above.add(place)
            continue
        both = joined_meaning(table, over, low)
        joined += both is not None
        names[place] = both or (meanings[over] if over and low in ALL else meanings[low])
        still_open += not names[place]
    filled = sum(map(bool, lower))
    if 2 * still_open > filled or not filled:
        return _Names(())
    return _Names(names, frozenset(above), joined, still_open)


def _header(table: Table, words: Sequence[Sequence[str]], index: int, best: _Names, left: int) -> Header:
    """The header of the columns that are known.

    table, words, left: as of `find_header`.
    index: the row of the header, of two the lower one.
    best: the names of its columns.
    """
    columns: dict[str, int] = {}
    numbered = list(enumerate(best.names, left))
    for number, name in numbered:
        if name:
            columns.setdefault(name, number)
    row = set(words[index]).union(words[index - 1] if best.upper else ())
    in_language = {
        language: sum(plain(each.headers.of(language)) in row for each in table.columns) for language in LANGUAGES
    }
    forms = () if best.upper else tuple(place + left for place in _forms_columns(words[index]))
    of_both = (words[index], words[index - 1]) if best.upper else (words[index],)
    last = max(place for each in of_both for place, word in enumerate(each, left) if word)
    return Header(
        index,
        columns,
        tuple((number, name) for number, name in numbered if name and columns[name] != number),
        tuple(number for number, name in numbered if not name),
        max(LANGUAGES, key=in_language.__getitem__),
        {place + left: index - 1 for place in best.upper},
        forms,
        last,
    )


def missing_columns(table: Table, header: Header) -> list[str]:
    """The internal names of the required columns that a header row lacks."""
    return [each.name for each in table.columns if each.required and each.name not in header.columns]


def header_count(rows: Sequence[Sequence[Any]]) -> int:
    """How many columns of one table the best of the first rows names."""
    words = [header_words(row) for row in rows]
    headers = (find_header(table, words) for table in TABLES.values())
    return max((len(header.columns) for header in headers if header), default=0)


def likely_header(table: Table, header: Header, text: str) -> str | None:
    """The header of an absent column that a person may have meant, in the sheet's language."""
    absent = [each for each in table.columns if each.name not in header.columns]
    words = {plain(word): each for each in absent for word in (*each.headers, each.name)}
    near = process.extractOne(plain(text), list(words), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return words[near[0]].headers.of(header.language) if near else None
