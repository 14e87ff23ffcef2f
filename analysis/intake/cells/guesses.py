"""Which known word was likely meant by one that is not known: misspelt, inflected, cut short or put among others."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz, process

from analysis.intake.cells.text import comparable

# Tuned on the words in tests/intake/cells/test_guesses.py: lower, and words that mean nothing get a meaning.
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


def likely_word(word: str, written: Mapping[str, str]) -> str | None:
    """What the known word that is nearest to ``word`` stands for; None where none is near or two are as near.

    ``written`` maps the folded known words to what a person would write for them. It is only ever a suggestion.
    """
    if len(word) > LONGEST:
        return None
    best: dict[str, float] = {}
    for score, name in _scored(word, written):
        best[name] = max(best.get(name, 0.0), score)
    ranked = sorted(((score, name) for name, score in best.items()), reverse=True)[:2]
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= AHEAD else None


def _scored(word: str, written: Mapping[str, str]) -> Iterator[tuple[float, str]]:
    """The names of the words that are worth a look, with their likeness."""
    for form in _forms(word):
        near = process.extract(form, list(written), scorer=fuzz.ratio, limit=_CANDIDATES)
        yield from ((_likeness(form, known, ratio), written[known]) for known, ratio, _ in near)
    if match := _INITIAL.fullmatch(word.casefold()):
        yield from ((_SHORTENED, name) for known, name in written.items() if _shortens(match[1], match[2], known))


def _forms(word: str) -> set[str]:
    """The word folded as it is, without what stands around a name, and without a case ending."""
    bare = comparable(_AROUND.sub(" ", word.casefold()))
    forms = {comparable(word), bare, _ENDING.sub("", bare)}
    return {form for form in forms if len(form) > 1}


def _likeness(form: str, known: str, ratio: float) -> float:
    """0–100: how much of both is the same in order; more where one begins with the other's greater part, or is a
    compound of it ("aamuseminaari").

    Where only marks over letters are left out ("Etela-Savo") the likeness is nearly whole.
    """
    likeness = max(ratio, fuzz.ratio(_without_marks(form), _without_marks(known)) - 2.0)
    shorter, longer = sorted((len(form), len(known)))
    if longer > 2.5 * shorter:
        return likeness
    begins_alike = shorter >= 5 and form[: shorter - 1] == known[: shorter - 1]
    is_compound = len(known) >= 6 and form.endswith(known)
    return max(likeness, _OF_ONE_STEM) if begins_alike or is_compound else likeness


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _shortens(start: str, rest: str, known: str) -> bool:
    """Whether a word is known with its first part cut short: "P-Savo", "Pohj. Savo"."""
    return known.startswith(start) and known.endswith(rest) and len(known) > len(start) + len(rest) + 1
