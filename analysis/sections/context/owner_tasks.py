"""What the owner of the data still has to do in the sheet Tietoja, for editors alone."""

import re
from dataclasses import dataclass

from analysis.cache import cached_per_tables
from analysis.schema import LANGUAGES, Tables
from analysis.sections.context.owner_texts import NUMBER, data_numbers, is_unset, reader_text_and_notes, stored_text
from analysis.words import Translator

NEEDED = ("title", "publisher", "contact", "feedback", "licence", "authority", "coverage")
"""The keys that an owner is to fill in; the others may stay empty."""
HAND_WRITTEN = re.compile(r"(?<![\d.,{/])\b\d{1,3}\b(?![\d.,/]*\d)")
"""A number within a text that is no year and no part of a date."""


@dataclass(frozen=True)
class OwnerTask:
    """One thing to do: the key of the row, and the sentence that says what is to be done there."""

    key: str
    text: str


@cached_per_tables
def owner_tasks(tables: Tables, words: Translator) -> tuple[OwnerTask, ...]:
    """What the owner has not filled in, notes that are not dealt with, and numbers that no program keeps right.

    In the order of the keys; empty if nothing is to be done or the tables are empty throughout.
    """
    if all(frame.empty for frame in tables.values()):
        return ()
    return tuple(OwnerTask(key, text) for key in NEEDED for text in _texts(tables, key, words))


def _texts(tables: Tables, key: str, words: Translator) -> list[str]:
    """What is to be done at a key, as sentences."""
    name, stored = words(f"owner.name.{key}"), {each: stored_text(tables, key, each) for each in LANGUAGES}
    if is_unset(stored["fi"]):
        return [words("owner.task.unset", name=name)]
    unset = [each for each, text in stored.items() if text and is_unset(text)]
    texts = [words("owner.task.language", name=name, language=words(f"owner.language.{each}")) for each in unset]
    texts += [words("owner.task.note", name=name, note=note) for note in reader_text_and_notes(stored["fi"])[1]]
    unknown = {f"{{{each}}}" for text in stored.values() for each in NUMBER.findall(text)}
    unknown -= {f"{{{each}}}" for each in data_numbers(tables)}
    if unknown:
        texts.append(words("owner.task.unknown", name=name, places=words.listing(sorted(unknown))))
    if key == "coverage" and (numbers := list(dict.fromkeys(HAND_WRITTEN.findall(stored["fi"])))):
        texts.append(words("owner.task.numbers", name=name, numbers=words.listing(numbers)))
    return texts
