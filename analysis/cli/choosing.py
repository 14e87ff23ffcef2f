"""What is chosen on the command line: sections by key; regions, themes, priorities and types by id or by any name."""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.cli.spoken import fail
from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.schema.aliases import ALL_SEVEN, REGION_ALIASES, SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice
from analysis.sections import EVERY, Basis, whole
from analysis.selection import Selection
from analysis.words import Words

ALIKE = re.compile(r"[\s_‐‑–—−-]+")
YEARS = re.compile(r"(\d{4})(?:[-–](\d{4}))?")
Known = Mapping[str, str]
"""Folded word → id."""


def sections(named: Sequence[str], basis: Basis, selection: Selection) -> tuple[str, ...]:
    """The keys of sections, each once; a sentence and the end where one is unknown or cannot be made."""
    words, keys = basis.words, tuple(dict.fromkeys(key for each in named for key in each.split(",")))
    for key in keys:
        if key.partition(":")[0] not in EVERY:
            fail(words("command.error.section", section=key, known=", ".join(EVERY)))
        if not whole([key], basis, selection):
            fail(words("command.error.section_empty", section=key))
    return keys


def choice(name: str, given: Iterable[str], tables: Tables, words: Words) -> tuple[str, ...]:
    """The ids of the values of a filter; a sentence and the end where one is unknown."""
    known = KNOWN[name](tables)
    found = (each for value in given for each in _ids(name, value, known, words))
    return tuple(dict.fromkeys(found))


def years(given: str | None, words: Words) -> tuple[int, int] | None:
    """First and last year; a sentence and the end where it is neither one year nor two."""
    if given is None:
        return None
    match = YEARS.fullmatch(given.strip())
    if match is None:
        fail(words("command.error.years", years=given))
    first, last = int(match[1]), int(match[2] or match[1])
    return min(first, last), max(first, last)


def _ids(name: str, value: str, known: Known, words: Words) -> tuple[str, ...]:
    """One value, or several parted by commas or semicolons; a comma within a name parts nothing."""
    if name == "region" and _folded(value) in {_folded(each) for each in ALL_SEVEN}:
        return tuple(SEVEN)
    parts = [value] if _folded(value) in known else [each.strip() for each in re.split("[,;]", value)]
    for each in parts:
        if _folded(each) not in known:
            fail(words(f"command.error.{name}", value=each))
    return tuple(known[_folded(each)] for each in parts)


def _regions(tables: Tables) -> Known:
    own = _named(tables["regions"], "code")
    spelt = {code: (code, *names.all, *REGION_ALIASES[code]) for code, names in SEVEN.items()}
    kept = {word: code for word, code in own.items() if code in SEVEN}
    return kept | {_folded(word): code for code, all in spelt.items() for word in all}


def _themes(tables: Tables) -> Known:
    own = _named(tables["themes"], "id")
    short = {_folded(word): key for key, names in SHORT_THEMES.items() for word in names.all}
    return {word: key for word, key in short.items() if key in own.values()} | own


def _kinds(tables: Tables) -> Known:
    kind = TABLES["events"].column("kind").kind
    assert isinstance(kind, Choice)
    return {_folded(word): each.key for each in kind.options for word in (each.key, *each.names.all)}


def _named(frame: pd.DataFrame, key: str) -> dict[str, str]:
    """Names in any language, and the ids, which count before them."""
    columns = [*(f"name_{language}" for language in LANGUAGES), key]
    pairs = (zip(frame[column], frame[key], strict=True) for column in columns)
    return {_folded(word): id for each in pairs for word, id in each if pd.notna(word)}


def _folded(word: str) -> str:
    return ALIKE.sub("", word).casefold()


KNOWN = {
    "region": _regions,
    "theme": _themes,
    "priority": lambda tables: _named(tables["priorities"], "id"),
    "kind": _kinds,
}
