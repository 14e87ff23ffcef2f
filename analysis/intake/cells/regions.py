"""Regions: the seven by code, name or alias, all of them at once, and Finland's others."""

from dataclasses import dataclass
from typing import Any

from analysis.intake.cells.cell import Note, Reading
from analysis.intake.cells.lists import likely_words, parts
from analysis.intake.cells.text import comparable, shown
from analysis.intake.known import Words
from analysis.schema.aliases import ALL_SEVEN, OTHER_REGIONS, SEVEN

_ALL = frozenset(map(comparable, ALL_SEVEN))
_OTHERS = {comparable(word): names.fi for code, names in OTHER_REGIONS.items() for word in (code, *names.all)}


def means_all(text: str) -> bool:
    """Whether text stands for the whole area: ``kaikki``, ``koko IP-alue``, ``all``, ``alla`` and the like."""
    return comparable(text) in _ALL


def is_other_region(text: str) -> bool:
    """Whether text is one of Finland's other regions, by code or name."""
    return comparable(text) in _OTHERS


@dataclass(frozen=True)
class RegionsReader:
    """Reads lists of regions.

    One of Finland's other regions beside at least one of the seven is left out with "outside-region". A word that is
    no region is "unknown-region", and so is the whole cell where no one of the seven is left.
    """

    words: Words

    def read(self, value: Any) -> Reading:
        """The codes as a tuple in the order written, each once; ``kaikki`` gives the seven in their own order."""
        text = shown(value)
        found = parts(text, self._is_known)
        codes = tuple(dict.fromkeys(code for word in found for code in self._codes(word)))
        others = [word for word in found if not self._codes(word) and is_other_region(word)]
        unknown = [word for word in found if not self._codes(word) and not is_other_region(word)]
        notes = [Note("unknown-region", word) for word in unknown]
        if codes:
            notes += [Note("outside-region", word) for word in others]
        elif others and not unknown:
            notes = [Note("unknown-region", text)]
        return Reading(codes or None, tuple(dict.fromkeys(notes)))

    def likely(self, note: Note) -> str | None:
        """The region's Finnish name."""
        return likely_region(note.word, self.words) if note.code == "unknown-region" else None

    def _codes(self, word: str) -> tuple[str, ...]:
        if means_all(word):
            return tuple(SEVEN)
        code = self.words.key(word)
        return (code,) if code else ()

    def _is_known(self, word: str) -> bool:
        return bool(self._codes(word)) or is_other_region(word)


def likely_region(text: str, words: Words) -> str | None:
    """The region, or regions, that an unknown text likely means; others of Finland's are candidates too."""
    if all(map(is_other_region, parts(text, is_other_region))):
        return None
    return likely_words(text, words, {**_OTHERS, **words.written, **dict.fromkeys(_ALL, "kaikki")})
