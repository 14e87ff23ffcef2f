"""Letters: texts as words, and words as they are compared."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
WORD_OR_END = re.compile(r"[^\W_]+|\n")
MARKS = dict.fromkeys(each for each in range(0x300, 0x370))
WITHOUT_MARKS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"})


def lower(text: str) -> str:
    """A text in small letters, NFC, its dots as they are."""
    return unicodedata.normalize("NFC", text).lower()


def fold(text: str) -> str:
    """A text as it is compared: small letters without dots, rings and accents ("Södra" is "sodra")."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(MARKS)
    return unicodedata.normalize("NFC", plain).translate(WITHOUT_MARKS)


def words_of(text: str) -> list[str]:
    """The words of a text in order, in small letters; hyphens part words, digits are words too."""
    return WORD.findall(lower(text))


def mark_spans(text: str, marks: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Where in a text the words of some marks stand: (first, behind the last) of each, in order.

    ``marks``: folded words, as `Hit.marks` has them.
    """
    return tuple(each.span() for each in WORD.finditer(text) if fold(each[0]) in marks)
