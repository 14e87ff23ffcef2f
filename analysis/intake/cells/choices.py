"""Choices: one of a few fixed values, by key, name in any of the three languages, or declared alias."""

from dataclasses import dataclass, field
from typing import Any

from analysis.intake.cells.cell import Note, Reading, left_out
from analysis.intake.cells.guesses import likely_word
from analysis.intake.cells.text import comparable, shown
from analysis.schema.kinds import Choice

# What Excel shows in a cell that is true or false, in the three languages, for a choice of yes and no.
_TRUTH = {"yes": ("true", "tosi", "sant"), "no": ("false", "epätosi", "falskt")}


@dataclass(frozen=True)
class ChoiceReader:
    """Reads the values of a choice: ``keys`` by folded word, and ``written``, its Finnish name by folded word."""

    keys: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, choice: Choice) -> "ChoiceReader":
        """The reader of a declared choice."""
        words = {
            comparable(word): option
            for option in reversed(choice.options)
            for word in (*_TRUTH.get(option.key, ()), *option.aliases, option.key, *option.names.all)
        }
        return cls(
            {word: option.key for word, option in words.items()},
            {word: option.names.fi for word, option in words.items()},
        )

    def read(self, value: Any) -> Reading:
        """The key of the option; "bad-choice" where the cell holds no such word."""
        text = shown(value)
        key = self.keys.get(comparable(text))
        return Reading(key) if key else left_out("bad-choice", text)

    def likely(self, note: Note) -> str | None:
        """The option's Finnish name."""
        return likely_word(note.word, self.written)
