"""Which known word was likely meant by one that is not known: misspelt, inflected, cut short or put among others."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from analysis.intake.cells.text import comparable

ENOUGH = 74.0
AHEAD = 5.0
"""By so much the best meaning must lead over the next one."""

# Finnish case endings, with the vowel or consonant before them, and what is put around a name.
_ENDING = re.compile("(?:(?:i|e)?(?:ss|st|ll|lt|n)[aä]|(?:i|e)?lle|ksi|[aeiouyäö]n|n|t[aä]|s)$")
_AROUND = re.compile(
    r"\b(?:maakun\w*|liit\w*|alue\w*|seu\w*|läänin?|region\w*|landskap\w*|county|council|province|förbund\w*|area|"
    r"teema\w*|theme\w*|temat?|klusteri\w*|of|the|in|i)\b|[.,!?()\[\]\"'*:]"
)


def likely_word(word: str, written: Mapping[str, str]) -> str | None:
    """What the known word that is nearest to ``word`` stands for; None where none is near or two are as near.

    ``written`` maps the folded known words to what a person would write for them.
    """
    forms = _forms(word)
    best: dict[str, float] = {}
    for known, name in written.items():
        score = max((_likeness(form, known) for form in forms), default=0.0)
        best[name] = max(best.get(name, 0.0), score)
    ranked = sorted(((score, name) for name, score in best.items()), reverse=True)[:2]
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= AHEAD else None


def _forms(word: str) -> set[str]:
    """The word folded as it is, without what stands around a name, and without a case ending."""
    bare = comparable(_AROUND.sub(" ", word.casefold()))
    forms = {comparable(word), bare, _ENDING.sub("", bare)}
    return {form for form in forms if len(form) > 1}


def _likeness(form: str, known: str) -> float:
    """0–100: how much of both is the same in order; more where one begins with the other's greater part."""
    likeness = fuzz.ratio(form, known)
    shorter = min(len(form), len(known))
    if shorter >= 5 and form[: shorter - 1] == known[: shorter - 1]:
        likeness = max(likeness, 84.0)
    return likeness
