"""What the owner says of the data (sheet Tietoja), in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.schema import Language, Tables
from analysis.sections.context.table_cache import cached_per_tables
from analysis.words import Translator

SAMPLE = "Esimerkkiaineisto"
"""With this word the title of a workbook begins whose rows are invented."""


@dataclass(frozen=True)
class OwnerText:
    """A text; ``language`` is what it is in where that is not the reader's. Without a text nothing is said."""

    text: str = ""
    language: Language | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


def owner_text(tables: Tables, key: str, words: Translator) -> OwnerText:
    """What the sheet says under a key; where it is silent in the reader's language, the Finnish text."""
    row = _texts(tables).get(key, {})
    own, finnish = row.get(f"value_{words.language}"), row.get("value_fi")
    if own:
        return OwnerText(own)
    return OwnerText(finnish, "fi") if finnish else OwnerText()


@cached_per_tables
def sample_notice(tables: Tables, words: Translator) -> str:
    """The sentence that stands on every page of sample data; nothing where the data is real."""
    about = tables["about"]
    titles = about.loc[about["key"] == "title", "value_fi"].dropna()
    return words("sections.sample") if titles.str.startswith(SAMPLE).any() else ""


@cached_per_tables
def _texts(tables: Tables) -> Mapping[str, Mapping[str, str]]:
    """What stands under each key, by column; the first row of a key counts. A page asks with each row."""
    rows = tables["about"].to_dict("records")
    return {row["key"]: {name: text for name, text in row.items() if pd.notna(text)} for row in reversed(rows)}
