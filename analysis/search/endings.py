"""Finnish case endings of nouns, for the words that no dictionary takes off right or knows at all.

Without dots, as words are compared. A nominative that this gives is a guess: it counts only if an index has it.
"""

PLURALS = (
    *("oiden", "oita", "oissa", "oista", "oihin", "oilla", "oilta", "oille", "oina", "oiksi", "oitten", "ojen", "oja"),
)
"""Endings of the plural behind which the nominative has an a: ``tarinoiden``, ``tarina``."""
PLURALS_OF_I = (
    *("eissa", "eista", "eihin", "eilla", "eilta", "eille", "eina", "eiksi", "eita", "eiden", "eja", "ejen", "ien"),
)
"""Endings of the plural behind which the nominative has an i or an e: ``seminaareissa``, ``seminaari``."""
CASES = (
    *("issa", "ista", "iin", "ihin", "illa", "ilta", "ille", "ina", "iksi", "ita", "iden", "itten", "ien", "jen", "ja"),
    *("ssa", "sta", "lla", "lta", "lle", "na", "ksi", "ta", "tta", "an", "en", "in", "on", "un", "yn", "seen", "hin"),
    *("n", "t", "a", "ia", "nsa", "kin"),
)
"""Endings that follow the nominative itself, or one that lacks its last vowel."""
STEMS = {
    **{"ksen": "s", "ksessa": "s", "ksesta": "s", "kseen": "s", "ksella": "s", "ksia": "s", "kset": "s", "sta": "s"},
    **{"uden": "us", "udessa": "us", "udesta": "us", "uteen": "us", "utta": "us", "udella": "us", "uksien": "us"},
    **{"sen": "nen", "sessa": "nen", "sesta": "nen", "seen": "nen", "sta": "nen", "set": "nen", "sia": "nen"},
    **{"sten": "nen", "sista": "nen", "sissa": "nen", "sella": "nen", "mis": "minen"},
}
"""Endings that take a part of the nominative with them, and that part."""
SHORTEST = 3
"""Letters of a nominative that is a guess."""
STRONG = {"d": "t", "v": "p"}
"""The strong grade of a stop, by its weak one; a doubled one is weak alone, and a k may be gone."""
VOWELS = "aeiouy"


def stems(word: str) -> frozenset[str]:
    """What is left of a folded word without each of the endings that it may have."""
    return frozenset(word[: -len(each)] for each in (*PLURALS, *PLURALS_OF_I, *CASES) if word.endswith(each))


def without_ending(word: str) -> frozenset[str]:
    """The nominatives that a folded word may be a form of; empty for a short one."""
    guesses = {word[: -len(each)] + "a" for each in PLURALS if word.endswith(each)}
    for each in PLURALS_OF_I:
        if word.endswith(each):
            guesses |= {word[: -len(each)] + letter for letter in "ie"}
    guesses |= {word[: -len(each)] + nominative for each, nominative in STEMS.items() if word.endswith(each)}
    for each in CASES:
        if word.endswith(each):
            stem = word[: -len(each)]
            guesses |= {stem, *(stem + letter for letter in "aiou")} if each[0] == "i" else {stem}
    guesses |= {strong for each in guesses for strong in _strong_grades(each)}
    return frozenset(each for each in guesses if len(each) >= SHORTEST) - {word}


def _strong_grades(stem: str) -> set[str]:
    """What a stem in the weak grade may be in the strong: ``laatumerki`` is ``laatumerkki``, ``hau`` is ``haku``."""
    before, last = stem[-2:-1], stem[-1:]
    if last not in VOWELS or not before:
        return set()
    if before in VOWELS:
        return {f"{stem[:-1]}k{last}"}
    strong = STRONG.get(before) or (before * 2 if before in "kpt" else "")
    return {stem[:-2] + strong + last} if strong else set()
