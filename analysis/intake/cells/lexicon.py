"""Lexicons: the words for the rows of a table, and the likely one for a misspelt word."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd
from rapidfuzz import fuzz, process

from analysis.intake.cells.published_rows import WITH_WRITTEN_KEYS, PublishedRows
from analysis.intake.text import comparable, key_form
from analysis.schema import TABLES, Tables
from analysis.schema.aliases import REGION_ALIASES, SEVEN, SHORT_THEMES

NAMES = ("name_fi", "name_en", "name_sv")
# The columns that name a row besides its key. Events go by id alone: the same name comes back year after year.
NAME_COLUMNS: Mapping[str, tuple[str, ...]] = dict.fromkeys(("regions", "themes", "priorities"), NAMES) | {
    "clusters": ("name",),
    "events": (),
}

# Tuned on the words in tests/intake/cells/test_likely_words.py: lower, and words that mean nothing get a meaning.
ENOUGH = 74.0
AHEAD = 5.0
"""The lead that the best meaning needs over the next one."""
_OF_ONE_STEM = 84.0
_ABBREVIATION = 100.0
_CANDIDATES = 40
LONGEST = 200
"""A longer text is prose and no word."""

# Finnish case endings with the vowel before them, Swedish and English endings, and what is put around a name.
_ENDING = re.compile("(?:(?:i|e)?(?:ss|st|ll|lt|n)[aä]|(?:i|e)?lle|ksi|[aeiouyäö]n|n|t[aä]|s)$")
_AROUND = re.compile(
    r"\b(?:maakun\w*|liit\w*|alue\w*|seu\w*|läänin?|region\w*|landskap\w*|county|council|province|förbund\w*|area|"
    r"teema\w*|theme\w*|temat?|klusteri\w*|of|the|in|i)\b|[.,!?()\[\]\"'*:]"
)
_INITIAL = re.compile(r"([^\W\d_]{1,5})[-. /]+([^\W\d_]{4,})")


@dataclass(frozen=True)
class Lexicon:
    """The words of one table: ``keys`` by `comparable` word, ``names`` by key, and ``spellings``, what a person would
    write in Finnish, by `comparable` word."""

    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)

    def key(self, word: str) -> str | None:
        """The key that a cell's word means, None if the lexicon lacks it; "cl-1-1" as it is before "cl-11"."""
        if word in self.names:
            return word
        key = self.keys.get(comparable(word))
        return key and self._keys_by_form.get(key_form(word), key)

    @cached_property
    def _keys_by_form(self) -> Mapping[str, str]:
        """The first key of each form in which keys are compared."""
        return {key_form(key): key for key in reversed(list(self.names))}

    def beside(self, other: "Lexicon") -> "Lexicon":
        """The words of both; if one word means two things, it means here what it means in this one."""
        spellings = {**other.spellings, **self.spellings}
        return Lexicon({**other.keys, **self.keys}, {**other.names, **self.names}, spellings)

    def only(self, keys: Set[str]) -> "Lexicon":
        """The words that mean one of these keys."""
        words = {word: key for word, key in self.keys.items() if key in keys}
        names = {key: name for key, name in self.names.items() if key in keys}
        return Lexicon(words, names, {word: self.spellings[word] for word in words if word in self.spellings})


EMPTY = Lexicon()


@dataclass(frozen=True)
class Lexicons:
    """The lexicon of each table that has one, by table name; can be pickled.

    Regions are always the seven, by official names and aliases, and by the names of their sheet if there is one.
    ``rows``: the published rows of each table whose key people write.
    """

    tables: Mapping[str, Lexicon] = field(default_factory=dict)
    rows: Mapping[str, PublishedRows] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables) -> "Lexicons":
        """The lexicons of these tables; a table that is absent or empty has none."""
        rows = {name: tables[name] for name in NAME_COLUMNS if name in tables}
        return cls({name: _lexicon_of(name, frame) for name, frame in rows.items() if len(frame)})

    @classmethod
    def of_published(cls, published: Tables, words: Tables | None = None, stay: bool = False) -> "Lexicons":
        """The lexicons of the published tables with their rows.

        ``words``: tables whose words are known instead; ``stay``: whether the rows stay beside the upload's.
        """
        with_rows = [(name, frame) for name, frame in published.items() if name in WITH_WRITTEN_KEYS and len(frame)]
        rows = {name: PublishedRows.of(TABLES[name], frame, stay) for name, frame in with_rows}
        return cls(cls.of(published if words is None else words).tables, rows)

    def of_table(self, name: str) -> Lexicon:
        """The lexicon of a table, an empty one if it has none; that of the seven regions is always there."""
        return self.tables.get(name, THE_SEVEN if name == "regions" else EMPTY)


NO_LEXICONS = Lexicons()

_Entry = tuple[str, str, str]
"""A word of a sheet, the key that it means, and the Finnish name of the row."""


def _lexicon(entries: list[_Entry], names: Mapping[str, str]) -> Lexicon:
    """The lexicon of a table; if a word is there twice, the first counts."""
    last_first = [each for each in reversed(entries) if each[0]]
    if not last_first:
        return EMPTY
    words, keys, spellings = zip(*last_first, strict=True)
    # All at once is faster than one by one.
    forms = comparable("\0".join(words)).split("\0")
    return Lexicon(dict(zip(forms, keys, strict=True)), dict(names), dict(zip(forms, spellings, strict=True)))


def _lexicon_of(table: str, frame: pd.DataFrame) -> Lexicon:
    """Official words before keys before names. The spelling of a key is the row's name, of an event the key itself."""
    columns = (*TABLES[table].key, TABLES[table].label, *NAME_COLUMNS[table])
    cells = [frame[column].astype(object).where(frame[column].notna(), "").tolist() for column in columns]
    rows = [(key, name or key, words) for key, name, *words in zip(*cells, strict=True) if key]
    if table == "regions":
        sheet = [(word, key, SEVEN[key].fi) for key, _, words in rows if key in SEVEN for word in words]
        return _lexicon([*_SEVEN_ENTRIES, *sheet], _SEVEN_NAMES)
    short = {key: SHORT_THEMES[key] for key, *_ in rows if table == "themes" and key in SHORT_THEMES}
    official = [(word, key, each.fi) for key, each in short.items() for word in each]
    keys = [(key, key, short[key].fi if key in short else key if table == "events" else name) for key, name, _ in rows]
    names = [(word, key, name) for key, name, words in rows for word in words]
    return _lexicon([*official, *keys, *names], {key: name for key, name, _ in reversed(rows)})


_SEVEN_NAMES = {key: names.fi for key, names in SEVEN.items()}
_SEVEN_ENTRIES = [(word, key, names.fi) for key, names in SEVEN.items() for word in (key, *names, *REGION_ALIASES[key])]
THE_SEVEN = _lexicon(_SEVEN_ENTRIES, _SEVEN_NAMES)


def likely_word(word: str, spellings: Mapping[str, str]) -> str | None:
    """The spelling of the lexicon's word nearest to ``word``; None if none is near or two are as near.

    ``spellings``: what a person would write, by `comparable` word.
    """
    if len(word) > LONGEST:
        return None
    best: dict[str, float] = {}
    for score, name in _scores(word, spellings):
        best[name] = max(best.get(name, 0.0), score)
    ranking = sorted(((score, name) for name, score in best.items()), reverse=True)[:2]
    if not ranking or ranking[0][0] < ENOUGH:
        return None
    return ranking[0][1] if len(ranking) == 1 or ranking[0][0] - ranking[1][0] >= AHEAD else None


def _scores(word: str, spellings: Mapping[str, str]) -> Iterator[tuple[float, str]]:
    """Likeness and spelling of the words that are near.

    The word is compared as it is, without what is put around a name, and without a case ending; also as an
    abbreviation: "P-Savo", "Pohj. Savo".
    """
    bare = comparable(_AROUND.sub(" ", word.casefold()))
    for form in {comparable(word), bare, _ENDING.sub("", bare)}:
        if len(form) > 1:
            near = process.extract(form, list(spellings), scorer=fuzz.ratio, limit=_CANDIDATES)
            yield from ((_likeness(form, each, ratio), spellings[each]) for each, ratio, _ in near)
    if match := _INITIAL.fullmatch(word.casefold()):
        start, rest = match.groups()
        for each, name in spellings.items():
            if each.startswith(start) and each.endswith(rest) and len(each) > len(start) + len(rest) + 1:
                yield _ABBREVIATION, name


def _likeness(form: str, word: str, ratio: float) -> float:
    """0–100: how much of both is the same in order; more if one begins with the other's greater part, or is a
    compound of it ("aamuseminaari"); nearly 100 if only marks over letters are missing ("Etela-Savo")."""
    likeness = max(ratio, fuzz.ratio(_without_marks(form), _without_marks(word)) - 2.0)
    shorter, longer = sorted((len(form), len(word)))
    if longer > 2.5 * shorter:
        return likeness
    begins_alike = shorter >= 5 and form[: shorter - 1] == word[: shorter - 1]
    is_compound = len(word) >= 6 and form.endswith(word)
    return max(likeness, _OF_ONE_STEM) if begins_alike or is_compound else likeness


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
