"""What codes are called in the reader's language; a name that is missing in it stands in Finnish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import pandas as pd

from analysis.schema import TABLES, Language, Tables
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice
from analysis.sections.context.table_cache import cached_per_tables
from analysis.words import Translator

NAMED = 3
"""So many regions are named; of more the number is told."""


@dataclass(frozen=True)
class Label:
    """A name; ``language`` is what it is in where that is not the reader's."""

    text: str
    language: Language | None = None

    def __str__(self) -> str:
        return self.text


Labels = Mapping[str, Label]


@cached_per_tables
def regions(tables: Tables, words: Translator) -> Labels:
    """The seven regions by code, in Statistics Finland's order."""
    named = _named(tables["regions"], "code", words)
    known = {code: Label(words.name(names)) for code, names in SEVEN.items()}
    return {code: label if (label := named.get(code)) and not label.language else known[code] for code in SEVEN}


@cached_per_tables
def themes(tables: Tables, words: Translator) -> Labels:
    """The themes by id, in the owner's order; the toolkit's own under their short names."""
    named = _named(_ordered(tables["themes"]), "id", words)
    return {code: _short_theme(code, words) or label for code, label in named.items()}


@cached_per_tables
def priorities(tables: Tables, words: Translator) -> Labels:
    """The priorities by id, in the owner's order."""
    return _named(_ordered(tables["priorities"]), "id", words)


@cached_per_tables
def phases(tables: Tables, words: Translator) -> Labels:
    """The phases of the work by id."""
    return _named(tables["phases"], "id", words)


@lru_cache(maxsize=60)
def options(table: str, column: str, words: Translator) -> Labels:
    """The values of a choice, in the declaration's order."""
    kind = cast(Choice, TABLES[table].column(column).kind)
    return {each.key: Label(words.name(each.names)) for each in kind.options}


def region_names(codes: tuple[str, ...], named: Labels, words: Translator) -> str:
    """Regions as they are told in one line: by name, of more than three the number, or as the whole area."""
    known = [str(named[code]) for code in named if code in codes]
    if len(known) == len(named):
        return words("sections.whole_area")
    return words.plural("sections.regions_n", len(known)) if len(known) > NAMED else ", ".join(known)


def theme_names(codes: Iterable[str], named: Labels) -> dict[str, tuple[str, str, str | None]]:
    """By code: a term's name as a row is named, its name within a sentence, and its language if foreign."""
    known = {code: named.get(code, Label(code)) for code in codes}
    return {code: (capital(label.text), inline(code, label), label.language) for code, label in known.items()}


def choice_names(named: Labels, codes: Iterable[str] = ()) -> dict[str, tuple[str, str, str | None]]:
    """The same for the values of a choice: all of them, or some."""
    return {code: (capital(str(named[code])), str(named[code]), None) for code in codes or named}


def plain_names(names: Mapping[str, object]) -> dict[str, tuple[str, str, str | None]]:
    """The same for proper names, which are alike everywhere."""
    return {code: (str(name), str(name), None) for code, name in names.items()}


def capital(text: str) -> str:
    """The text with a capital at its beginning, as a row or a bar is named."""
    return text[:1].upper() + text[1:]


def inline(code: str, label: Label) -> str:
    """A theme's name within a sentence: the short names are common nouns."""
    return label.text[:1].lower() + label.text[1:] if code in SHORT_THEMES else label.text


def _short_theme(code: str, words: Translator) -> Label | None:
    return Label(words.name(SHORT_THEMES[code])) if code in SHORT_THEMES else None


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values("order", kind="stable", na_position="last")


def _named(frame: pd.DataFrame, key: str, words: Translator) -> dict[str, Label]:
    own = frame[f"name_{words.language}"]
    rows = zip(frame[key], own, own.notna(), frame["name_fi"], strict=True)
    return {code: Label(name) if filled else Label(finnish, "fi") for code, name, filled, finnish in rows}
