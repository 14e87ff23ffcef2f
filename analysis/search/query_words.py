"""The words of a query, and which words of an index answer each: itself, a lemma, a part, a beginning, a mistake."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from analysis.search.endings import stems, without_ending
from analysis.search.letters import fold, words_of
from analysis.search.search_index import SearchIndex
from analysis.search.word_forms import LONGEST, SHORTEST_PART, lemmas, look_up

LONGEST_QUERY, MOST_WORDS = 400, 12
"""Signs of a query that are read, and words that are looked for; the rest is left out."""
SMALL_WORDS = frozenset(
    (
        *("ja", "tai", "on", "ei", "et", "en", "että", "kun", "jos", "niin", "mikä", "mitä", "miten", "kuinka"),
        *("missä", "mistä", "kuka", "ovat", "oli", "se", "sen", "ne", "joka", "jotka"),
        *("and", "or", "the", "an", "of", "in"),
        *("for", "to", "with", "by", "from", "at", "is", "are", "was", "how", "what", "where", "who", "that", "this"),
        *("och", "eller", "på", "av", "för", "med", "till", "ett", "den", "det", "de", "som", "är", "hur", "vad"),
        *("var", "att", "om", "inte", "från"),
    )
)
"""Words without a meaning of their own: they do not have to be found."""
SAME, LEMMA, PART, COMPOUND, MISTAKE, WITHIN = 1.0, 0.95, 0.7, 0.8, 0.6, 0.5
"""How much a word of an index counts that answers in this way."""
BEGINNING, END, MIDDLE = 4, 5, 7
"""Letters that a query has at least to be found at the beginning, the end, in the middle of a longer word."""
GUESS = 2
"""Letters that a lemma has to have besides, for it may be wrong."""
DOTS = {"a": "aäå", "o": "oö"}
SHORTEST_STEM, LONGEST_ENDING = 5, 3
"""Letters of a stem, and of what may follow it in another form of the word."""
MOST_MEANT = 5
"""Words that a mistaken one may be, of those that are equally near."""
MOST_SPELLINGS = 81
"""Spellings with dots and rings that are looked up of a word that was typed without."""


@dataclass(frozen=True, eq=False)
class WordAnswer:
    """How much each word of an index (its place in the forms) counts as an answer to one word of a query.

    ``together``: the parts of a compound, of which a row has to have all.
    """

    worth: Mapping[int, float]
    together: tuple[Mapping[int, float], ...] = ()


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query that have a meaning, each once; all its words if none has."""
    words = tuple(dict.fromkeys(words_of(query[:LONGEST_QUERY])))
    with_meaning = tuple(each for each in words if each not in SMALL_WORDS and (len(each) > 1 or each.isdecimal()))
    return (with_meaning or words)[:MOST_WORDS]


def answers(index: SearchIndex, word: str) -> Iterator[WordAnswer]:
    """What answers one word of a query, the best way first; the next is wanted only if no row has the one before.

    The word itself and its lemmas; nominatives whose case it may be; words of its stem; the parts of a compound; longer
    words that hold it; words that it may be with a few mistakes. Digits have to be right.
    """
    own, forms = fold(word), _forms(word)
    yield WordAnswer(_exact(index, own, {own, *forms}))
    if not own.isalpha() or len(own) > LONGEST:
        return
    yield WordAnswer(_exact(index, "", without_ending(own)))
    yield WordAnswer(_same_stem(index, own))
    yield WordAnswer({}, _compound(index, own, forms))
    yield WordAnswer(_within(index, own, forms))
    yield WordAnswer(_mistaken(index, word, forms))


def _forms(word: str) -> list[str]:
    """The folded lemmas of a word of a query, and what it is as a compound; also if it was typed without dots."""
    known = look_up(word)
    if lemmas(word) or fold(word) != word or not word.isalpha():
        return list(known.whole)
    spellings = islice(product(*(DOTS.get(each, each) for each in word)), 1, MOST_SPELLINGS)
    every_dot = "".join(DOTS.get(each, each)[-1 if each == "o" else 0] for each in word).replace("a", "ä")
    dotted = dict.fromkeys((every_dot, *map("".join, spellings)))
    return [*known.whole, *(fold(lemma) for each in dotted for lemma in lemmas(each))]


def _exact(index: SearchIndex, own: str, forms: Iterable[str]) -> dict[int, float]:
    """Words that are one of the forms, have it as a lemma, or as a part; ``own`` is the form as it was typed."""
    worth: dict[int, float] = {}
    for place in index.forms.places(forms).tolist():
        same = SAME if index.forms[place] == own else LEMMA
        near = [(PART * same, index.parts), (LEMMA * same, index.wholes)]
        for value, words in near:
            worth |= {each: max(value, worth.get(each, 0.0)) for each in words.of(place).tolist()}
        worth[place] = max(same, worth.get(place, 0.0))
    return {place: value for place, value in worth.items() if index.stands(place)}


def _compound(index: SearchIndex, own: str, forms: Iterable[str]) -> tuple[dict[int, float], ...]:
    """What the parts of a compound answer if every part of it does, the fewest parts first; else nothing."""
    for form in dict.fromkeys((own, *forms)):
        for parts in _partings(form):
            found = [_exact(index, each, {each, *without_ending(each), *_first_part(each)}) for each in parts]
            if all(found):
                return tuple({place: COMPOUND * each for place, each in part.items()} for part in found)
    return ()


def _partings(form: str) -> Iterator[tuple[str, ...]]:
    """The ways to part a word in two, the longest first part first."""
    for place in range(len(form) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        yield form[:place], form[place:]


def _first_part(part: str) -> set[str]:
    """The nominatives of what may stand first in a compound: ``johtamis``, ``nätverks``."""
    return {part[:-1] + "nen", part[:-1]} if part.endswith("s") and len(part) > SHORTEST_PART else set()


def _same_stem(index: SearchIndex, own: str) -> dict[int, float]:
    """Words that begin as this one does without its ending, and have a short ending themselves."""
    worth: dict[int, float] = {}
    for stem in stems(own):
        if len(stem) >= SHORTEST_STEM:
            places = index.forms.containing(f"\n{stem}").tolist()
            worth |= {each: LEMMA for each in places if len(index.forms[each]) - len(stem) <= LONGEST_ENDING}
    return _with_words(index, worth)


def _within(index: SearchIndex, own: str, forms: Iterable[str]) -> dict[int, float]:
    """Longer words that hold a form, at their beginning or, if it is long enough, at their end or anywhere."""
    worth: dict[int, float] = {}
    for form in dict.fromkeys((own, *forms)):
        longer = 0 if form == own else GUESS
        patterns = ((BEGINNING + longer, f"\n{form}"), (END + longer, f"{form}\n"), (MIDDLE + longer, form))
        for least, pattern in patterns:
            if len(form) >= least:
                worth |= dict.fromkeys(index.forms.containing(pattern).tolist(), WITHIN)
    return _with_words(index, worth)


def _mistaken(index: SearchIndex, word: str, forms: Iterable[str]) -> dict[int, float]:
    """Words that a few mistakes make of a form, those with the fewest; fewer are forgiven in a word of a dictionary."""
    known = bool(lemmas(word))
    best: dict[int, int] = {}
    for form in dict.fromkeys((fold(word), *forms, *without_ending(fold(word)))):
        most = mistakes(form) - known
        if most > 0:
            near = index.forms.near(form, most)
            best |= {place: min(number, best.get(place, number)) for place, number in near.items()}
    least = min(best.values(), default=0)
    meant = [index.forms[place] for place, number in best.items() if number == least][:MOST_MEANT]
    worth: dict[int, float] = {}
    for each in meant:
        worth |= _exact(index, each, {each, *_forms(each)})
    return {place: value * MISTAKE / least for place, value in worth.items()}


def mistakes(word: str) -> int:
    """How many mistakes are forgiven in a word: none in a short one."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def _with_words(index: SearchIndex, worth: Mapping[int, float]) -> dict[int, float]:
    """Words that stand somewhere, also those of which one of the forms is a lemma or a part."""
    every = dict(worth)
    for place, value in worth.items():
        for words in (index.wholes, index.parts):
            every |= {each: max(value, every.get(each, 0.0)) for each in words.of(place).tolist()}
    return {place: value for place, value in every.items() if index.stands(place)}
