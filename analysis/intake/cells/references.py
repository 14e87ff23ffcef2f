"""References: one cell that names one row of another table."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from analysis.intake.cells.cell import Note, Reading, left_out
from analysis.intake.cells.guesses import likely_word
from analysis.intake.cells.regions import likely_region, means_all
from analysis.intake.cells.text import comparable, shown
from analysis.intake.known import Words

_CODES = {"regions": "unknown-region", "themes": "unknown-theme", "priorities": "unknown-priority"}
_ALL_THEMES = frozenset(map(comparable, ("kaikki teemat", "all themes", "alla teman")))


@dataclass(frozen=True)
class ReferenceReader:
    """Reads a reference by key or by a name that the table is known by.

    Of a region or a theme the whole area (``kaikki``) is meant by an empty cell as well. A word that is none of them
    is an error, for a target that nobody can tell the place of counts nowhere.
    """

    to: str
    words: Words

    def read(self, value: Any) -> Reading:
        """The key; nothing for the whole area; else a note of "unknown-region" or the like, or "dangling-reference"."""
        text = shown(value)
        if self._is_whole(text):
            return Reading(whole=True)
        key = self.words.key(text)
        if key:
            return Reading(key)
        code = _CODES.get(self.to, "dangling-reference")
        return left_out(code, text, "error" if self.to in _CODES else None)

    def likely(self, note: Note) -> str | None:
        """The name of the row that is nearest, of an event its id."""
        if self.to == "regions":
            return likely_region(note.word, self.words)
        if self.to == "events":
            return self._event(note.word)
        return likely_word(note.word, self.words.written)

    def _is_whole(self, text: str) -> bool:
        return self.to in ("regions", "themes") and (means_all(text) or comparable(text) in _ALL_THEMES)

    def _event(self, text: str) -> str | None:
        named = self._keys_by_name.get(comparable(text), [])
        return named[0] if len(named) == 1 else likely_word(text, self.words.keys)

    @cached_property
    def _keys_by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, name in self.words.names.items():
            found.setdefault(comparable(name), []).append(key)
        return found
