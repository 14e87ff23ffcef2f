"""Texts of the owner on the data (sheet Tietoja), in the reader's language."""

from dataclasses import dataclass

from analysis.cache import cached_per_tables
from analysis.schema import Language, Tables
from analysis.schema.frames import text_or_none
from analysis.words import Translator

SAMPLE = "Esimerkkiaineisto"
"""The title of a workbook of invented rows begins with this word."""


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
    about = tables["about"]
    rows = about[about["key"] == key]
    if rows.empty:
        return OwnerText()
    own, finnish = (text_or_none(rows[f"value_{language}"].iloc[0]) for language in (words.language, "fi"))
    if own:
        return OwnerText(own)
    return OwnerText(finnish, "fi") if finnish else OwnerText()


@cached_per_tables
def sample_notice(tables: Tables, words: Translator) -> str:
    """The sentence on every page of sample data; empty if the data is real."""
    about = tables["about"]
    titles = about.loc[about["key"] == "title", "value_fi"].dropna()
    return words("sections.sample") if titles.str.startswith(SAMPLE).any() else ""
