"""Cells of words: choices, references, text, lists of regions, themes and priorities, and what separates a list."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from analysis.intake.cells import Reader, Reading
from analysis.intake.cells.lexicon import Lexicon, likely_word, likely_words
from analysis.intake.issues import Finding
from analysis.intake.text import TOO_LONG, comparable, display_text, is_blank, normalize
from analysis.schema.aliases import ALL_SEVEN, OTHER_REGIONS, SEVEN
from analysis.schema.kinds import Choice, Option

# What Excel shows in a cell that is true or false, in the three languages, for a choice of yes and no.
_TRUTH = {"yes": ("true", "tosi", "sant"), "no": ("false", "epätosi", "falskt")}

UNKNOWN = {"regions": "unknown-region", "themes": "unknown-theme", "priorities": "unknown-priority"}
"""The code of a word that the table of a reference or list lacks."""
_ALL = frozenset(map(comparable, ALL_SEVEN))
_ALL_OR_ALL_THEMES = _ALL.union(map(comparable, ("kaikki teemat", "all themes", "alla teman")))
_OTHERS = {comparable(word): names.fi for code, names in OTHER_REGIONS.items() for word in (code, *names)}

# SharePoint writes a list of looked-up rows as "19;#Lappi;#18;#Kainuu": the number before ";#" is the row's own id.
_ID = re.compile(r"(?:^|(?<=[;#|,\n])) *[0-9]+ *(?=;#)")
_LOOKED_UP = re.compile(r"\A[0-9]+ *;# *")
_ALWAYS = re.compile(" *(?:;#|[;\n]) *")
_MAYBE = re.compile(r"( *[,|] *|(?:^| )/(?: |$))")
_LINK = re.compile(r"(?:https?://|www\.)(?:(?!\|(?:https?://|www\.))\S)+", re.IGNORECASE)
_PIPE_IN_LINK = "\ue000"
_MOST_PIECES = 11
"""A known word, with the separators in it, has no more pieces."""


@dataclass(frozen=True)
class ChoiceReader:
    """Reads the values of a choice; ``options`` by `comparable` word."""

    options: Mapping[str, Option]

    @classmethod
    def of(cls, choice: Choice) -> "ChoiceReader":
        """The reader of a declared choice."""
        words = {
            comparable(word): option
            for option in reversed(choice.options)
            for word in (*_TRUTH.get(option.key, ()), *option.aliases, option.key, *option.names)
        }
        return cls(words)

    def read(self, value: Any) -> Reading:
        """The key of the option, or "bad-choice"; the number before ``;#`` is no part of it ("3;#seminaari")."""
        text = _LOOKED_UP.sub("", display_text(value))
        if not text:
            return Reading()
        option = self.options.get(comparable(text))
        return Reading(option.key) if option else Reading(findings=(Finding("bad-choice", text),))

    def likely(self, finding: Finding) -> str | None:
        """The option's Finnish name."""
        return likely_word(finding.value, {word: option.names.fi for word, option in self.options.items()})


@dataclass(frozen=True)
class ReferenceReader:
    """Reads a reference by key or by a name of the table's lexicon; ``to``: the table.

    ``kaikki`` instead of a region or a theme means the same as an empty cell. An unknown word is an error: a target
    of no place counts nowhere.
    """

    to: str
    lexicon: Lexicon

    def read(self, value: Any) -> Reading:
        """The key; nothing for the whole area; else "unknown-region" or the like, or "dangling-reference".

        The number before ``;#`` is the row's own id ("19;#Lappi"), unless all of it is a key.
        """
        whole = display_text(value)
        text = whole if self.lexicon.key(whole) else _LOOKED_UP.sub("", whole)
        if not text:
            return Reading()
        if self.to in ("regions", "themes") and comparable(text) in _ALL_OR_ALL_THEMES:
            return Reading(whole=True)
        if key := self.lexicon.key(text):
            return Reading(key)
        code = UNKNOWN.get(self.to)
        return Reading(findings=(Finding(code, text, "error") if code else Finding("dangling-reference", text),))

    def likely(self, finding: Finding) -> str | None:
        """The name of the row that is nearest, of an event its id."""
        text = finding.value
        if self.to == "regions":
            return likely_region(text, self.lexicon)
        if self.to == "events":
            keys = self._keys_by_name.get(comparable(text), [])
            return keys[0] if len(keys) == 1 else likely_word(text, self.lexicon.keys)
        return likely_word(text, self.lexicon.spellings)

    @cached_property
    def _keys_by_name(self) -> dict[str, list[str]]:
        keys: dict[str, list[str]] = {}
        for key, name in self.lexicon.names.items():
            keys.setdefault(comparable(name), []).append(key)
        return keys


@dataclass(frozen=True)
class TextReader(Reader):
    """Reads text. In prose (``long``) line breaks stay; elsewhere they become spaces, because a name is one line."""

    long: bool = False

    def read(self, value: Any) -> Reading:
        """The text, with a finding if it is over 2,000 characters."""
        text = value if isinstance(value, str) else display_text(value)
        if not self.long and "\n" in text:
            text = " ".join(filter(None, text.split("\n")))
        return Reading(text, (Finding("text-too-long", text),) if len(text) > TOO_LONG else ())


class TextListReader(Reader):
    """Reads lists of text."""

    def read(self, value: Any) -> Reading:
        """The words as a tuple, each once."""
        text = display_text(value)
        words = tuple(dict.fromkeys(list_items(text)))
        return Reading(words or None, (Finding("text-too-long", text),) if len(text) > TOO_LONG else ())


@dataclass(frozen=True)
class KnownListReader:
    """Reads lists of words of a lexicon; what is not in it is left out with a finding of ``code``."""

    lexicon: Lexicon
    code: str

    def read(self, value: Any) -> Reading:
        """The keys as a tuple, each once, and a finding for each other word."""
        words = list_items(display_text(value), lambda word: self.lexicon.key(word) is not None)
        keys = {word: self.lexicon.key(word) for word in words}
        unknown = tuple(Finding(self.code, word) for word, key in keys.items() if not key)
        return Reading(tuple(dict.fromkeys(key for key in keys.values() if key)) or None, unknown)

    def likely(self, finding: Finding) -> str | None:
        """The nearest word of the lexicon, or the words of it that the text is made of."""
        return likely_words(finding.value, self.lexicon.spellings)


@dataclass(frozen=True)
class RegionsReader:
    """Reads lists of regions: the seven by code, name or alias, or all at once.

    One of Finland's other regions beside at least one of the seven is left out with "outside-region". A word that is
    no region is "unknown-region", and so is the cell if none of the seven is left.
    """

    lexicon: Lexicon

    def read(self, value: Any) -> Reading:
        """The codes as a tuple in the order written, each once; ``kaikki`` gives the seven in their own order."""
        text = display_text(value)
        codes_of = {word: self._codes(word) for word in list_items(text, lambda word: self._codes(word) is not None)}
        codes = tuple(dict.fromkeys(code for codes in codes_of.values() for code in codes or ()))
        others = [word for word, codes in codes_of.items() if codes == ()]
        unknown = [word for word, codes in codes_of.items() if codes is None]
        findings = [Finding("unknown-region", word) for word in unknown]
        if codes:
            findings += [Finding("outside-region", word) for word in others]
        elif others and not unknown:
            findings = [Finding("unknown-region", text)]
        return Reading(codes or None, tuple(findings))

    def likely(self, finding: Finding) -> str | None:
        """The region's Finnish name."""
        return likely_region(finding.value, self.lexicon) if finding.code == "unknown-region" else None

    def _codes(self, word: str) -> tuple[str, ...] | None:
        """The codes of the seven that a word means, none for another region of Finland, None if it is no region."""
        form = comparable(word)
        if form in _ALL:
            return tuple(SEVEN)
        if code := self.lexicon.key(word):
            return (code,)
        return () if form in _OTHERS else None


def likely_region(text: str, lexicon: Lexicon) -> str | None:
    """The region, or regions, that an unknown text likely means; others of Finland's are candidates too."""
    if all(comparable(word) in _OTHERS for word in list_items(text, lambda word: comparable(word) in _OTHERS)):
        return None
    return likely_words(text, {**_OTHERS, **lexicon.spellings, **dict.fromkeys(_ALL, "kaikki")})


def list_items(text: str, is_word: Callable[[str], bool] = lambda word: False) -> list[str]:
    """The words of a list, separated by ``;``, ``;#``, ``|``, line break, ``,`` and `` / ``, without blank ones.

    A comma, slash or pipe inside a known word separates nothing, nor does a pipe in an address; of known words that
    begin alike the longest counts. A JSON list of texts is the list of these, whatever they contain.
    """
    items = _json_items(text)
    if items is None:
        if "|" in text:
            text = _LINK.sub(lambda link: link[0].replace("|", _PIPE_IN_LINK), text)
        parts = _ALWAYS.split(_ID.sub("", text) if ";#" in text else text)
        items = [word.replace(_PIPE_IN_LINK, "|") for part in parts for word in _words(part, is_word)]
    return [word for word in items if not is_blank(word)]


def _words(part: str, is_word: Callable[[str], bool]) -> list[str]:
    """The words between separators that may be part of a known word: as many joined as make one."""
    # Word, separator, word …
    pieces, start = _MAYBE.split(part), 0
    words: list[str] = []
    while start < len(pieces):
        ends = range(min(len(pieces), start + _MOST_PIECES), start, -2)
        end = next((end for end in ends if is_word("".join(pieces[start:end]).strip())), start + 1)
        words.append("".join(pieces[start:end]).strip())
        start = end + 1
    return words


def _json_items(text: str) -> list[str] | None:
    """The texts of a JSON list, None if the text is none or holds anything else but nulls."""
    if not (text.startswith("[") and text.endswith("]") and text[1:].lstrip()[:1] in tuple('"n]')):
        return None
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not all(item is None or isinstance(item, str) for item in items):
        return None
    return [normalize(item).replace("\n", " ") for item in items if item is not None]
