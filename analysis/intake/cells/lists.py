"""Lists in a cell: how they are parted, lists of text, lists of what other tables know."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.intake.cells.cell import Note, Reading
from analysis.intake.cells.guesses import likely_word
from analysis.intake.cells.text import TOO_LONG, comparable, is_blank, shown
from analysis.intake.known import Words

_ALWAYS = re.compile(" *[;\n] *")
_MAYBE = re.compile("( *, *| / )")
_JOINED = re.compile(r" *[,/+&] *| +(?:ja|och|and|sekä|samt) +")


def parts(text: str, is_known: Callable[[str], bool] = lambda word: False) -> list[str]:
    """The words of a list: parted by ``;``, line break, ``,`` and `` / ``, without blank ones.

    A comma or slash inside a known word parts nothing; of known words that begin alike the longest counts.
    """
    found: list[str] = []
    for part in _ALWAYS.split(text):
        found += _known_first(_MAYBE.split(part), is_known)
    return [word for word in found if not is_blank(word)]


def _known_first(pieces: list[str], is_known: Callable[[str], bool]) -> list[str]:
    """Words from an odd number of pieces: word, separator, word … as many joined as make a known word."""
    found, start = [], 0
    while start < len(pieces):
        ends = range(min(len(pieces), start + 11), start, -2)
        end = next((end for end in ends if is_known("".join(pieces[start:end]).strip())), start + 1)
        found.append("".join(pieces[start:end]).strip())
        start = end + 1
    return found


@dataclass(frozen=True)
class TextListReader:
    """Reads lists of text."""

    def read(self, value: Any) -> Reading:
        """The words as a tuple, each once."""
        text = shown(value)
        words = tuple(dict.fromkeys(parts(text)))
        return Reading(words or None, (Note("text-too-long", text),) if len(text) > TOO_LONG else ())

    def likely(self, note: Note) -> str | None:
        """Nothing: text may say anything."""
        return None


@dataclass(frozen=True)
class KnownListReader:
    """Reads lists of the words of a table; what is not among them is left out with a note of ``code``."""

    words: Words
    code: str

    def read(self, value: Any) -> Reading:
        """The keys as a tuple, each once, and a note for each word that is not known."""
        keys: list[str] = []
        notes: list[Note] = []
        for word in parts(shown(value), self._is_known):
            key = self.words.key(word)
            keys += [key] if key else []
            notes += [] if key else [Note(self.code, word)]
        return Reading(tuple(dict.fromkeys(keys)) or None, tuple(dict.fromkeys(notes)))

    def likely(self, note: Note) -> str | None:
        """The known word that is nearest, or the known words that the text is made of."""
        return likely_words(note.word, self.words)

    def _is_known(self, word: str) -> bool:
        return self.words.key(word) is not None


def likely_words(text: str, words: Words, written: Mapping[str, str] | None = None) -> str | None:
    """One known word, or several where the text joins them otherwise than a list does ("Kainuu ja Lappi").

    ``written``: other words than the known ones that may have been meant, as `likely_word` takes them.
    """
    candidates = written or words.written
    joined, spaced = _JOINED.split(text), text.split(" ")
    for pieces, near in ((joined, True), (spaced, False)):
        names = [candidates.get(comparable(piece)) or (near and likely_word(piece, candidates)) for piece in pieces]
        if len(pieces) > 1 and all(names):
            return "; ".join(dict.fromkeys(name for name in names if name))
    return likely_word(text, candidates)
