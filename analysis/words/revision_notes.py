"""What is said of a revision: its changes in words, and the note that the program itself wrote, in any language."""

import re
from collections.abc import Mapping

from analysis.schema import LANGUAGES, TABLES
from analysis.words.language import Translator, translator

WHAT = ("added", "removed", "changed", "renamed")
OWN_NOTES = ("desk.first_note", "publishing.restored", "history.restores", "watch.note")
"""The keys of the notes that the program writes."""
VALUE = re.compile(r"\\{(\w+)\\}")
"""A value in the text of a key, once signs of patterns are escaped."""


def change_lines(counts: Mapping[str, Mapping[str, int]], words: Translator) -> list[str]:
    """The changes of each table, without what did not change: "Tapahtumat: 2 uutta, 1 muuttunut".

    ``counts``: by table the numbers of rows, by `WHAT`.
    """
    lines = []
    for name, numbers in counts.items():
        parts = [words.plural(f"difference.note.{what}", numbers[what]) for what in WHAT if numbers.get(what)]
        table = words.name(TABLES[name].headers) if name in TABLES else name
        lines.append(words("difference.note", table=table, changes=", ".join(parts)))
    return lines


def note_text(note: str, words: Translator) -> str:
    """A note for the reader: one that the program wrote in whatever language is in the reader's, others stay."""
    for language in LANGUAGES:
        for key in OWN_NOTES:
            text = translator(language).catalogue.gettext(key)
            pattern = VALUE.sub(r"(?P<\1>.*)", re.escape(text))
            if found := re.fullmatch(pattern, note, re.DOTALL):
                return words(key, **found.groupdict())
    return note
