"""Lexicons: the words by which the rows of a table are called, and which of them a misspelt word likely means."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd
from rapidfuzz import fuzz, process

from analysis.intake.text import all_comparable, comparable
from analysis.schema import TABLES, Tables
from analysis.schema.aliases import REGION_ALIASES, SEVEN, SHORT_THEMES

NAMES = ("name_fi", "name_en", "name_sv")
# By which columns a row may be named besides its key. Events go by id alone: the same name comes back year after year.
NAMED_BY: dict[str, tuple[str, ...]] = {
    **{"regions": NAMES, "themes": NAMES, "priorities": NAMES},
    **{"clusters": ("name",), "events": ()},
}

# Tuned on the words in tests/intake/cells/test_likely_words.py: lower, and words that mean nothing get a meaning.
ENOUGH = 74.0
AHEAD = 5.0
"""By so much the best meaning must lead over the next one."""
_OF_ONE_STEM = 84.0
_SHORTENED = 100.0
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
    """The words of one table: ``keys`` by folded word (`comparable`), ``names`` by key, and ``spellings``, what a
    person would write in Finnish, by folded word."""

    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)

    def key(self, word: str) -> str | None:
        """The key that a word means as it is in a cell, None if it is not in the lexicon.

        A key just as it is comes first: "cl-1-1" and "cl-11" are alike only when they are folded.
        """
        return word if word in self.names else self.keys.get(comparable(word))

    def beside(self, other: "Lexicon") -> "Lexicon":
        """The words of both; if one word means two things, it means here what it means in this one."""
        return Lexicon(
            {**other.keys, **self.keys}, {**other.names, **self.names}, {**other.spellings, **self.spellings}
        )

    def only(self, keys: Set[str]) -> "Lexicon":
        """The words that mean one of these keys."""
        words = {word: key for word, key in self.keys.items() if key in keys}
        names = {key: name for key, name in self.names.items() if key in keys}
        return Lexicon(words, names, {word: self.spellings[word] for word in words if word in self.spellings})


EMPTY = Lexicon()


@dataclass(frozen=True)
class Lexicons:
    """The lexicon of each table that has one, by table name. Can be pickled; nobody changes it in place.

    Regions are always the seven, by official names and aliases, and by what their sheet calls them if there is one.
    """

    tables: Mapping[str, Lexicon] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables) -> "Lexicons":
        """The lexicons of these tables; a table that is absent or empty has none."""
        return cls({name: _lexicon_of(name, tables[name]) for name in NAMED_BY if name in tables and len(tables[name])})

    def over(self, other: "Lexicons") -> "Lexicons":
        """These lexicons, and those of the other for tables that have none here."""
        return Lexicons({**other.tables, **self.tables})

    def of_table(self, name: str) -> Lexicon:
        """The lexicon of a table, an empty one if it has none; that of the seven regions is always there."""
        return self.tables.get(name, THE_SEVEN if name == "regions" else EMPTY)


NO_LEXICONS = Lexicons()


class _Entry(NamedTuple):
    """A word as it is written, the key that it means, and how the row is called in Finnish."""

    word: str
    key: str
    spelling: str


def _lexicon(entries: list[_Entry], names: Mapping[str, str]) -> Lexicon:
    """The lexicon of a table; if a word is there twice, the first counts."""
    last_first = [each for each in reversed(entries) if each.word]
    folded = all_comparable([each.word for each in last_first])
    keys = {word: each.key for word, each in zip(folded, last_first, strict=True)}
    return Lexicon(keys, dict(names), {word: each.spelling for word, each in zip(folded, last_first, strict=True)})


def _lexicon_of(table: str, frame: pd.DataFrame) -> Lexicon:
    """Declared words before keys before names: what is official means the same whatever a sheet says.

    For a key that is nearly right a person would write the row's name, but of an event its key.
    """
    columns = (*TABLES[table].key, TABLES[table].label, *NAMED_BY[table])
    cells = [frame[column].astype(object).where(frame[column].notna(), "").tolist() for column in columns]
    rows = [(key, name or key, words) for key, name, *words in zip(*cells, strict=True) if key]
    if table == "regions":
        sheet = [_Entry(word, key, SEVEN[key].fi) for key, _, words in rows if key in SEVEN for word in words]
        return _lexicon([*_SEVEN_ENTRIES, *sheet], _SEVEN_NAMES)
    short = {key: SHORT_THEMES[key] for key, *_ in rows if table == "themes" and key in SHORT_THEMES}
    declared = [_Entry(word, key, names.fi) for key, names in short.items() for word in names]
    keys = [
        _Entry(key, key, short[key].fi if key in short else key if table == "events" else name) for key, name, _ in rows
    ]
    named = [_Entry(word, key, name) for key, name, words in rows for word in words]
    return _lexicon([*declared, *keys, *named], {key: name for key, name, _ in reversed(rows)})


_SEVEN_NAMES = {key: names.fi for key, names in SEVEN.items()}
_SEVEN_ENTRIES = [
    _Entry(word, key, names.fi) for key, names in SEVEN.items() for word in (key, *names, *REGION_ALIASES[key])
]
THE_SEVEN = _lexicon(_SEVEN_ENTRIES, _SEVEN_NAMES)


def likely_word(word: str, spellings: Mapping[str, str]) -> str | None:
    """What the word of a lexicon that is nearest to ``word`` means; None if none is near or two are as near.

    ``spellings`` maps folded words to what a person would write for them. It is only ever a suggestion.
    """
    if len(word) > LONGEST:
        return None
    best: dict[str, float] = {}
    for score, name in _scores(word, spellings):
        best[name] = max(best.get(name, 0.0), score)
    ranked = sorted(((score, name) for name, score in best.items()), reverse=True)[:2]
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= AHEAD else None


def _scores(word: str, spellings: Mapping[str, str]) -> Iterator[tuple[float, str]]:
    """Likeness and spelling of the words that are worth a look.

    The word is compared folded as it is, without what is put around a name, and without a case ending; also as one
    whose first part is cut short: "P-Savo", "Pohj. Savo".
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
                yield _SHORTENED, name


def _likeness(form: str, word: str, ratio: float) -> float:
    """0–100: how much of both is the same in order; more if one begins with the other's greater part, or is a
    compound of it ("aamuseminaari").

    If only marks over letters are left out ("Etela-Savo") the likeness is nearly whole.
    """
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
