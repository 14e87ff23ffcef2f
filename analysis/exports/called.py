"""What regions, themes, priorities and clusters are called in a workbook of one language."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.schema import Tables
from analysis.schema.aliases import SEVEN, SHORT_THEMES
from analysis.words import Words

Called = Mapping[str, Mapping[str, str]]
"""Table → key → the word written for it. Events are not among them: they go by their id."""

SPLITS = re.compile(r"[;\n]| / |(?:[^,]*,){5}")
UNTOLD = re.compile(r"[\s_‐‑–—−-]+")


def called(tables: Tables, words: Words) -> Called:
    """The word for each key: its name in the language, else in Finnish; the key where no name is unmistakable.

    A name is unmistakable when no other row of its table is known by it and nothing in it reads as the end of a list's
    entry. Regions bear their official names.
    """
    return {
        "regions": {key: words.name(names) for key, names in SEVEN.items()},
        "themes": _named(tables["themes"], (f"name_{words.language}", "name_fi"), ("name_en", "name_sv")),
        "priorities": _named(tables["priorities"], (f"name_{words.language}", "name_fi"), ("name_en", "name_sv")),
        "clusters": _named(tables["clusters"], ("name",)),
    }


def _named(frame: pd.DataFrame, wanted: tuple[str, ...], further: tuple[str, ...] = ()) -> dict[str, str]:
    names = [_filled(frame[column]) for column in wanted]
    keys = list(frame["id"])
    meant: dict[str, set[str]] = defaultdict(set)
    for key, *spelt in zip(keys, keys, *names, *(_filled(frame[column]) for column in further), strict=True):
        for word in (*spelt, *_short(key)):
            meant[_folded(word)].add(key)
    rows = zip(keys, *names, strict=True)
    return {key: next(_sure((each for each in spelt if each), key, meant), key) for key, *spelt in rows}


def _filled(column: pd.Series) -> list[str]:
    return list(column.fillna(""))


def _short(key: str) -> tuple[str, ...]:
    return SHORT_THEMES[key].all if key in SHORT_THEMES else ()


def _sure(spelt: Iterator[str], key: str, meant: Mapping[str, set[str]]) -> Iterator[str]:
    return (word for word in spelt if meant[_folded(word)] == {key} and not SPLITS.search(word))


def _folded(word: str) -> str:
    return UNTOLD.sub("", word).casefold()
