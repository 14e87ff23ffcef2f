"""Names by which a workbook of one language refers to regions, themes, priorities and clusters."""

import re
from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from analysis.schema import Tables
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.words import Translator

ReferenceNames = Mapping[str, Mapping[str, str]]
"""Table → key → the word written for it. Events are not among them: they go by their id."""

SPLITS = re.compile(r"[;\n]| / |(?:[^,]*,){5}")
"""What the reader takes for the end of an entry of a list."""
SEPARATORS = re.compile(r"[\s_‐‑–—−-]+")


def reference_names(tables: Tables, words: Translator) -> ReferenceNames:
    """The word for each key: its name in the language, else in Finnish; the key if no name is unmistakable.

    A name is unmistakable if no other row of its table is known by it and nothing in it reads as the end of a list's
    entry. Regions have their official names.
    """
    localised, other = (f"name_{words.language}", "name_fi"), ("name_en", "name_sv")
    return {
        "regions": {key: words.name(names) for key, names in SEVEN.items()},
        "themes": _unmistakable(tables["themes"], localised, other),
        "priorities": _unmistakable(tables["priorities"], localised, other),
        "clusters": _unmistakable(tables["clusters"], ("name",), ()),
    }


def _unmistakable(frame: pd.DataFrame, wanted: tuple[str, ...], other: tuple[str, ...]) -> dict[str, str]:
    """Key → the first of its names in the columns ``wanted`` that only its row has; names in ``other`` count too."""

    def folded(name: str) -> str:
        return SEPARATORS.sub("", name).casefold()

    keys = list(frame["id"])
    columns = [list(frame[column].fillna("")) for column in (*wanted, *other)]
    owners: dict[str, set[str]] = defaultdict(set)
    for key, *names in zip(keys, *columns, strict=True):
        short = SHORT_THEMES.get(key, ())
        for name in (key, *names, *short):
            owners[folded(name)].add(key)
    chosen = {}
    for key, *names in zip(keys, *columns[: len(wanted)], strict=True):
        own = (name for name in names if name and owners[folded(name)] == {key} and not SPLITS.search(name))
        chosen[key] = next(own, key)
    return chosen


def merged_names(sets: tuple[Tables, ...], words: Translator) -> dict[str, dict[str, str]]:
    """Table → key → word over several whole sets of tables; the word of a later set replaces an earlier one's."""
    merged: dict[str, dict[str, str]] = {}
    for tables in sets:
        for table, names in reference_names(tables, words).items():
            merged.setdefault(table, {}).update(names)
    return merged
