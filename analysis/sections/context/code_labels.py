"""Labels of codes in the reader's language; a name that is missing in it is given in Finnish."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.schema import TABLES, Language, Tables
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice
from analysis.words import Translator

MOST_NAMED = 3
"""A list of regions names at most this many; of more it gives the number."""


@dataclass(frozen=True)
class Label:
    """A name; ``language`` is its language if that is not the reader's."""

    text: str
    language: Language | None = None

    def __str__(self) -> str:
        return self.text


Labels = Mapping[str, Label]


@cached_per_tables
def regions(tables: Tables, words: Translator) -> Labels:
    """The seven regions by code, in Statistics Finland's order."""
    own, labels = table_labels(tables["regions"], "code", words), {}
    for code, names in SEVEN.items():
        label = own.get(code)
        labels[code] = label if label and not label.language else Label(words.name(names))
    return labels


@cached_per_tables
def themes(tables: Tables, words: Translator) -> Labels:
    """The themes by id, in the owner's order; those of the toolkit by their short names."""
    short = {code: Label(words.name(names)) for code, names in SHORT_THEMES.items()}
    return {code: short.get(code, label) for code, label in table_labels(tables["themes"], "id", words).items()}


@cached_per_tables
def priorities(tables: Tables, words: Translator) -> Labels:
    """The priorities by id, in the owner's order."""
    return table_labels(tables["priorities"], "id", words)


NAMES = {
    ("events", "form"): ("onsite", "online", "hybrid"),
    ("events", "kind"): ("networking",),
    ("targets", "measure"): ("materials",),
}
"""By table and column: values that pages call otherwise than a cell does ("etä"); the catalogue has their names."""


@lru_cache(maxsize=60)
def options(table: str, column: str, words: Translator, *, as_in_cells: bool = False) -> Labels:
    """The values of a choice as they are called on pages, in the declaration's order.

    ``as_in_cells``: by the shorter words of a cell, where a heading says what they are of.
    """
    kind = cast(Choice, TABLES[table].column(column).kind)
    labels = {each.key: Label(words.name(each.names)) for each in kind.options}
    names = () if as_in_cells else NAMES.get((table, column), ())
    return labels | {key: Label(words(f"{table}.{column}.{key}")) for key in names}


def table_labels(frame: pd.DataFrame, key: str, words: Translator) -> dict[str, Label]:
    """The labels of a table's rows by the column ``key``, in the owner's order if the table has one."""
    if "order" in frame:
        frame = frame.sort_values("order", kind="stable", na_position="last")
    own = frame[f"name_{words.language}"]
    rows = zip(frame[key], own, own.notna(), frame["name_fi"], strict=True)
    return {code: Label(name) if filled else Label(finnish, "fi") for code, name, filled, finnish in rows}


def region_names(codes: tuple[str, ...], labels: Labels, words: Translator) -> str:
    """Regions in one line: their names, the number of them if they are more than three, or the whole area."""
    names = [str(labels[code]) for code in labels if code in codes]
    if len(names) == len(labels):
        return words("sections.whole_area")
    return words.plural("sections.regions_n", len(names)) if len(names) > MOST_NAMED else ", ".join(names)


def row_names(codes: Iterable[str], labels: Labels) -> dict[str, tuple[str, str, str | None]]:
    """By code: the name at the beginning of a row, the name within a sentence, and its language if foreign.

    A code without a label is its own name.
    """
    each = {code: labels.get(code, Label(code)) for code in codes}
    return {code: (capital(label.text), inline(code, label), label.language) for code, label in each.items()}


def capital(text: str) -> str:
    """The text with a capital at its beginning, as rows and bars are named."""
    return text[:1].upper() + text[1:]


def inline(code: str, label: Label) -> str:
    """A theme's name within a sentence: the short names are common nouns."""
    return label.text[:1].lower() + label.text[1:] if code in SHORT_THEMES else label.text
