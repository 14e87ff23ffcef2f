"""What the owner says of the data (sheet Tietoja), in the reader's language."""

from dataclasses import dataclass

import pandas as pd

from analysis.schema import Language, Tables
from analysis.words import Words

SAMPLE = "Esimerkkiaineisto"
"""With this word the title of a workbook begins whose rows are invented."""


@dataclass(frozen=True)
class Said:
    """A text; ``language`` is what it is in where that is not the reader's. Without a text nothing is said."""

    text: str = ""
    language: Language | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


def said(tables: Tables, key: str, words: Words) -> Said:
    """What the sheet says under a key; where it is silent in the reader's language, the Finnish text."""
    about = tables["about"]
    rows = about[about["key"] == key]
    if not len(rows):
        return Said()
    own, finnish = rows[f"value_{words.language}"].iloc[0], rows["value_fi"].iloc[0]
    if pd.notna(own):
        return Said(own)
    return Said(finnish, "fi") if pd.notna(finnish) else Said()


def notice(tables: Tables, words: Words) -> str:
    """The sentence that stands on every page of sample data; nothing where the data is real."""
    about = tables["about"]
    titles = about.loc[about["key"] == "title", "value_fi"].dropna()
    return words("sections.sample") if titles.str.startswith(SAMPLE).any() else ""
