"""Texts of the owner on the data (sheet Tietoja), in the reader's language: what of them is for readers.

One place decides it for pages, links, files, the feed and slides. What the owner has not filled in yet, and notes to
who sets the dashboard up, are for editors alone (`owner_tasks`). Numbers of the data that a text names in braces
(``{events}``) are filled in.
"""

import re
from dataclasses import dataclass
from functools import cache

from analysis.cache import cached_per_tables
from analysis.measures.counts import total
from analysis.measures.records import activity_records, counted_records
from analysis.schema import LANGUAGES, Language, Tables
from analysis.schema.frames import text_or_none
from analysis.selection import Selection
from analysis.words import Translator, translator

SAMPLE = "Esimerkkiaineisto"
"""The title of a workbook of invented rows begins with this word."""
NOWHERE = re.compile(r"\bexample\.[a-z]{2,}\b|\.invalid\b", re.IGNORECASE)
"""Addresses that lead nowhere (RFC 2606): an owner's text that names one is not filled in yet."""
SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
NUMBER = re.compile(r"\{(\w+)\}")
"""A number of the data within a text."""
COUNTED = ("events", "stories", "materials", "clusters")
"""Tables whose number of rows a text can name; ``{occasions}`` is the number of events that they stand for."""


@dataclass(frozen=True)
class OwnerText:
    """A text, empty if the owner gives none; ``language`` is its language if that is not the reader's."""

    text: str = ""
    language: Language | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


@cached_per_tables
def owner_text(tables: Tables, key: str, words: Translator) -> OwnerText:
    """The text in the first row of a key; if it has none in the reader's language, the Finnish text."""
    texts = (stored_text(tables, key, each) for each in (words.language, "fi"))
    own, finnish = (reader_text_and_notes(each)[0] for each in texts)
    if own:
        return OwnerText(_with_numbers(tables, own, words))
    return OwnerText(_with_numbers(tables, finnish, words), "fi") if finnish else OwnerText()


def stored_text(tables: Tables, key: str, language: str) -> str:
    """The text as it is in the first row of a key, whoever it is for; empty if there is none."""
    about = tables["about"]
    rows = about[about["key"] == key]
    return "" if rows.empty else text_or_none(rows[f"value_{language}"].iloc[0]) or ""


def reader_text_and_notes(text: str) -> tuple[str, tuple[str, ...]]:
    """What of an owner's text is for readers, and the sentences of it that are for who sets the dashboard up.

    A text that is not filled in yet has neither.
    """
    if is_unset(text):
        return "", ()
    sentences = SENTENCES.split(text)
    notes = tuple(each for each in sentences if _words_of("notes").search(each))
    return " ".join(each for each in sentences if each not in notes), notes


def is_unset(text: str) -> bool:
    """Whether a text is empty, says that it is to be filled in, or names an address that leads nowhere."""
    return not text.strip() or bool(_words_of("unset").match(text.strip()) or NOWHERE.search(text))


@cached_per_tables
def data_numbers(tables: Tables) -> dict[str, int]:
    """The numbers that a text can name, by what stands in its braces."""
    events = counted_records(activity_records(tables), Selection())["events"]
    return {name: len(tables[name]) for name in COUNTED} | {"occasions": total(events)}


@cached_per_tables
def sample_notice(tables: Tables, words: Translator) -> str:
    """The sentence on every page of sample data; empty if the data is real."""
    about = tables["about"]
    titles = about.loc[about["key"] == "title", "value_fi"].dropna()
    return words("sections.sample") if titles.str.startswith(SAMPLE).any() else ""


def _with_numbers(tables: Tables, text: str, words: Translator) -> str:
    """The text with the data's numbers in their places; what names no number stays as it is."""
    numbers = data_numbers(tables) if NUMBER.search(text) else {}

    def number(place: re.Match[str]) -> str:
        value = numbers.get(place[1])
        return place[0] if value is None else words.number(value)

    return NUMBER.sub(number, text)


@cache
def _words_of(kind: str) -> re.Pattern[str]:
    """The words of all languages by which an owner's text is known to be ``unset`` or to be a note, as a pattern."""
    phrases = [each for language in LANGUAGES for each in translator(language)(f"owner.words.{kind}").split("; ")]
    return re.compile("|".join(map(re.escape, phrases)), re.IGNORECASE)
