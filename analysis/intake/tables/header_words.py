"""The words for a table's columns: headers and synonyms, behind the table's own name, before a unit, on two rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from analysis.intake.letters.broken_letters import with_sound_letters
from analysis.intake.text import display_text
from analysis.schema import TABLES

_NOISE = dict.fromkeys(map(ord, " \t\n-_:*()\u2010\u2011\u2012–—"))
_PLURALS = ("s", "t")
# Finnish, English and Swedish genitives between a table's name and the word for a column: tapahtuman nimi.
_GENITIVES = ("", "n", "s", "ns", "en", "ens", "ets")
_UNIT = re.compile(
    r" ?[(\[] ?(?:hlöä?|henkilöä?|henk|n|st|kpl|lkm|pers|personer|persons?|people|pcs|antal|pvm)[.]? ?[)\]][ :*]*$",
    re.IGNORECASE,
)
_LONGEST = 80
"""A longer text is no header."""
# "Osallistujat: yritykset" and "Nimi (fi)" may stand on two rows.
_TWO_WORDS = re.compile(r"([^:()]+)(?:: | \()([^:()]+)\)?")
ALL = frozenset({"yhteensä", "yht", "kaikki", "kaikkiyhteensä", "total", "totalt", "all", "alla", "summa", "sum"})
"""What stands below a word of several columns where that word alone is meant."""


def plain(cell: Any) -> str:
    """A header or sheet name without case, spaces, hyphens, underscores, colons, asterisks and brackets."""
    return display_text(cell).casefold().translate(_NOISE)


def header_words(cells: Sequence[Any]) -> list[str]:
    """The cells of a row as `plain` words, their letters mended, each without the unit in brackets behind it."""
    words = []
    for text in map(display_text, cells):
        sound = text if text.isascii() else with_sound_letters(text)
        may_have_unit = sound.endswith((")", "]", ":", "*")) and len(sound) < _LONGEST
        words.append(plain(_UNIT.sub("", sound) if may_have_unit else sound))
    return words


def meaning(word: str, meanings: Mapping[str, str]) -> str | None:
    """What a word means, also as the singular or plural of an English or Finnish word."""
    return next((meanings[form] for form in _forms(word) if form in meanings), None) if word else None


def column_meaning(table: str, word: str) -> str | None:
    """The internal name of the column that a word means; the table's own name before it is no part of it."""
    meanings = _column_words(table)
    if word[:2] not in _beginnings(table) or len(word) > _LONGEST:
        return None
    if direct := meaning(word, meanings):
        return direct
    for prefix in filter(word.startswith, _prefixes(table)):
        rest = word.removeprefix(prefix)
        words = (rest.removeprefix(each) for each in _GENITIVES if rest.startswith(each))
        if behind := next(filter(None, (meaning(each, meanings) for each in words)), None):
            return behind
    return None


def joined_meaning(table: str, upper: str, lower: str) -> str | None:
    """The column that two words mean together, one above the other: "Osallistujat" over "yritykset".

    For the upper word any other word for its column serves as well.
    """
    below = lower_words(table).get(lower)
    if not below or not upper:
        return None
    return below.get(upper) or below.get(f"={column_meaning(table, upper)}")


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from (word + ending for ending in _PLURALS)
    if word.endswith(_PLURALS):
        yield word[:-1]


@cache
def _column_words(table: str) -> Mapping[str, str]:
    """The column's internal name by each word for it; official ones count before synonyms, of these the first."""
    columns = TABLES[table].columns
    synonyms = {plain(word): each.name for each in reversed(columns) for word in each.synonyms}
    return synonyms | {plain(word): each.name for each in columns for word in (each.name, *each.headers)}


@cache
def _prefixes(table: str) -> tuple[str, ...]:
    """The table's names, in singular and plural, the longest first."""
    declared = TABLES[table]
    words = {plain(word) for word in (declared.name, *declared.headers, *declared.synonyms)}
    singular = {word[:-1] for word in words if word.endswith(_PLURALS)}
    return tuple(sorted((word for word in words | singular if len(word) > 2), key=len, reverse=True))


@cache
def _beginnings(table: str) -> frozenset[str]:
    """The first two letters of all words for columns: most cells of data begin otherwise."""
    return frozenset(word[:2] for word in (*_column_words(table), *_prefixes(table)))


@cache
def lower_words(table: str) -> Mapping[str, Mapping[str, str]]:
    """By the lower of two words that mean a column together the column by upper word.

    Instead of an upper word "=participants" is any word for that column.
    """
    words: dict[str, dict[str, str]] = {}
    for each in TABLES[table].columns:
        for match in filter(None, map(_TWO_WORDS.fullmatch, each.headers)):
            upper, lower = map(plain, match.groups())
            of_column = _column_words(table).get(upper)
            words.setdefault(lower, {})[upper] = each.name
            if of_column:
                words[lower][f"={of_column}"] = each.name
    return words
