"""Texts of the owner on the data (sheet Tietoja), in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.schema import Language, Tables
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


def owner_text(tables: Tables, key: str, words: Translator) -> OwnerText:
    """The sheet's text under a key; if it has none in the reader's language, the Finnish text."""
    row = _texts(tables).get(key, {})
    own, finnish = row.get(f"value_{words.language}"), row.get("value_fi")
    if own:
        return OwnerText(own)
    return OwnerText(finnish, "fi") if finnish else OwnerText()


@cached_per_tables
def sample_notice(tables: Tables, words: Translator) -> str:
    """The sentence on every page of sample data; empty if the data is real."""
    about = tables["about"]
    titles = about.loc[about["key"] == "title", "value_fi"].dropna()
    return words("sections.sample") if titles.str.startswith(SAMPLE).any() else ""


@cached_per_tables
def _texts(tables: Tables) -> Mapping[str, Mapping[str, str]]:
    """The texts under each key by column; the first row of a key counts. Computed once, as every row asks for them."""
    rows = tables["about"].to_dict("records")
    return {row["key"]: {name: text for name, text in row.items() if pd.notna(text)} for row in reversed(rows)}
