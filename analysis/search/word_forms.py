"""Word forms: the lemmas and parts of words in three languages, by simplemma's dictionaries and by endings."""

import json
import zlib
from collections.abc import Iterable, Mapping
from time import thread_time
from typing import NamedTuple

from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from analysis.schema import LANGUAGES
from analysis.search.letters import fold

LONGEST = 40
"""Letters of a word that is looked up; a longer one is compared as it is typed."""
SHORTEST_PART = 3
SECONDS = 10.0
"""Processor time in which the words of one revision are looked up at most; the others are compared as they are."""

_dictionary = DictionaryLookupStrategy(LOW_MEMORY_DICTIONARY_FACTORY)
_finnish = DefaultStrategy(low_memory=True)


class Forms(NamedTuple):
    """The folded forms of a word: ``whole`` its lemmas, ``parts`` those of what a compound consists of."""

    whole: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


WordForms = Mapping[str, Forms]
"""By word in small letters with its dots: its forms besides itself."""


def lemmas(word: str) -> list[str]:
    """The lemmas of a word in the languages whose dictionary has it, in small letters."""
    found = (_dictionary.get_lemma(word, each) for each in LANGUAGES)
    return list(dict.fromkeys(each.lower() for each in found if each))


def look_up(word: str) -> Forms:
    """The forms of one word in small letters; a compound that no dictionary has is parted where both parts are known.

    ``rahoitusaamuissa`` is whole ``rahoitusaamu``, and has the parts ``rahoitus`` and ``aamu``.
    """
    if len(word) > LONGEST or len(word) < SHORTEST_PART or not word.isalpha():
        return Forms()
    whole, parts = lemmas(word), list[str]()
    if not whole:
        for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            heads, tails = _as_first_part(word[:place]), lemmas(word[place:])
            if heads and tails:
                parts += heads + tails
                whole += [word[:place] + each for each in tails]
        guess = (_finnish.get_lemma(word, "fi") or word).lower()
        if not parts:
            # What only takes off the end of an unknown word may have taken off its second part.
            (parts if word.startswith(guess[:-1]) and len(word) - len(guess) >= SHORTEST_PART else whole).append(guess)
    own, first = fold(word), dict.fromkeys(map(fold, whole))
    rest = dict.fromkeys(map(fold, parts))
    return Forms(tuple(each for each in first if each != own), tuple(each for each in rest if each not in first))


def _as_first_part(part: str) -> list[str]:
    """The lemmas of what stands first in a compound: ``johtaminen`` of ``johtamis``, ``nätverk`` of ``nätverks``."""
    if found := lemmas(part):
        return found
    if part.endswith("s"):
        return lemmas(part[:-1] + "nen") or (lemmas(part[:-1]) if len(part) > SHORTEST_PART else [])
    return []


def look_up_all(words: Iterable[str], known: WordForms | None = None, seconds: float = SECONDS) -> dict[str, Forms]:
    """The forms of words, each looked up once; what has digits has none.

    - ``known``: forms that were looked up before, as those of the revision before this one.
    - ``seconds``: of processor time, after which no more are looked up.
    """
    ready, deadline, result = known or {}, thread_time() + seconds, dict[str, Forms]()
    for word in filter(str.isalpha, words):
        forms = ready.get(word)
        if forms is None and thread_time() < deadline:
            forms = look_up(word)
        if forms is not None:
            result[word] = forms
    return result


def to_bytes(forms: WordForms) -> bytes:
    """Word forms as they are stored."""
    lines = {word: [" ".join(each.whole), " ".join(each.parts)] for word, each in forms.items()}
    return zlib.compress(json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode())


def from_bytes(data: bytes) -> dict[str, Forms]:
    """Word forms that were stored; none if there is nothing, or nothing that can be read."""
    try:
        lines = json.loads(zlib.decompress(data))
        return {word: Forms(tuple(whole.split()), tuple(parts.split())) for word, (whole, parts) in lines.items()}
    except (zlib.error, ValueError, AttributeError, TypeError):
        return {}
