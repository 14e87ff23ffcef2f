"""Keys that are made for rows without one: of the name and the year, and other than those of all other rows."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from analysis.intake.cells.published_rows import PublishedRows
from analysis.intake.text import key_form

LONGEST = 48
"""The most signs of a made key before its year."""
_MOST_READ = 1000
"""Of a name so many signs are read; what is longer is prose."""
_WORD = re.compile("[a-z0-9]+")
# Letters whose marks are a part of them have their base in their name: "LATIN SMALL LETTER D WITH STROKE".
_BASE = re.compile("LATIN SMALL LETTER ([A-Z]{1,2})(?: WITH .*)?")
_WITHOUT_BASE = str.maketrans({"ŋ": "n", "ə": "e", "ı": "i", "þ": "th"})


def key_of_name(name: str, day: str | None, otherwise: str) -> str:
    """The key that is made of a name, and of the year of a day (ISO) if there is one: "kainuun-klusteripaiva-2026".

    ``otherwise``: the word for a name without any letter or digit that has a base in ASCII.
    """
    words = _WORD.findall(_in_ascii(name[:_MOST_READ])) or [otherwise]
    key = words[0][:LONGEST]
    for word in words[1:]:
        if len(key) + 1 + len(word) > LONGEST:
            break
        key += f"-{word}"
    return f"{key}-{day[:4]}" if day else key


def _in_ascii(text: str) -> str:
    """The letters and digits of a text in small ASCII, all else as spaces."""
    folded = text.casefold().translate(_WITHOUT_BASE)
    if folded.isascii():
        return folded
    letters = []
    for letter in unicodedata.normalize("NFKD", folded):
        base = None if letter.isascii() else _BASE.fullmatch(unicodedata.name(letter, ""))
        letters.append(base[1].casefold() if base else "" if unicodedata.combining(letter) else letter)
    return "".join(letters)


class KeyMaker:
    """Gives keys to the rows of one table, each key once. ``keys``: those that rows of the upload have already.

    Where the published rows stay beside the upload's, a new key is none of theirs either.
    """

    def __init__(self, table: str, published: PublishedRows, keys: Iterable[str]) -> None:
        self._table = table
        self._published = published
        self._forms = set(map(key_form, keys))
        self._staying = published.forms if published.stay else frozenset()
        self._last: dict[str, int] = defaultdict(lambda: 1)

    def published_key(self, name: str, day: str | None) -> str | None:
        """The key under which the row is published, None if there is none that no other row of the upload has."""
        keys = self._published.keys_of(name, day)
        key = next((key for key in keys if key_form(key) not in self._forms), None)
        if key:
            self._forms.add(key_form(key))
        return key

    def new_key(self, name: str, day: str | None) -> str:
        """A key made of the name, with ``-2``, ``-3`` … where other rows have it."""
        first = key = key_of_name(name, day, self._table)
        while key in self._forms or key in self._staying:
            self._last[first] += 1
            key = f"{first}-{self._last[first]}"
        self._forms.add(key)
        return key
