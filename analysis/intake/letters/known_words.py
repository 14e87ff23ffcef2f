"""The words with letters beyond ASCII that sheets hold: of headers, choices, regions and themes."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from analysis.schema import TABLES
from analysis.schema.aliases import ALL_SEVEN, OTHER_REGIONS, REGION_ALIASES, SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice

LETTERS = "äöåÄÖÅ"
LOST = "\ufffd"
"""What is shown for bytes that mean nothing in an encoding."""
_MOST_LOST = 3
_SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")


@cache
def known_words() -> frozenset[str]:
    """The words in small letters, those that are not all ASCII."""
    words = _WORD.findall(" ".join(_names()).casefold())
    return frozenset(word for word in words if not word.isascii())


def _names() -> Iterator[str]:
    for table in TABLES.values():
        yield from (*table.headers, *table.synonyms)
        for column in table.columns:
            yield from (*column.headers, *column.synonyms)
            if isinstance(column.kind, Choice):
                for option in column.kind.options:
                    yield from (*option.names, *option.aliases)
    for names in (
        *SEVEN.values(),
        *OTHER_REGIONS.values(),
        *SHORT_THEMES.values(),
        *REGION_ALIASES.values(),
        ALL_SEVEN,
    ):
        yield from names


def with_lost_letters(word: str) -> str:
    """The known word that a word with `LOST` letters must be; the word as it is if that is none or not one alone."""
    places = [place for place, sign in enumerate(word) if sign == LOST]
    if len(word) < _SHORTEST or not 0 < len(places) <= _MOST_LOST:
        return word
    pieces = word.split(LOST)
    fillings = product(LETTERS, repeat=len(places))
    likely = {pieces[0] + "".join(map("".join, zip(letters, pieces[1:], strict=True))) for letters in fillings}
    # The case of a lost letter is that of its neighbour, so that one spelling is left.
    fitting = [each for each in likely if each.casefold() in known_words() and has_plain_case(each)]
    return fitting[0] if len(fitting) == 1 else word


def has_plain_case(word: str) -> bool:
    """Whether a word is written in small letters, in capitals, or with the first one a capital."""
    return word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())
