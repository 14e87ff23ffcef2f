"""Whether letters of a text are broken, and the text as it should be."""

from analysis.intake.letters import misread_bytes, misread_utf8

_PATTERNS = (*misread_utf8.PATTERNS.items(), *misread_bytes.PATTERNS.items())


def may_hold_broken_letters(text: str) -> bool:
    """Whether a text, or many joined, may hold broken letters: a quick look, right when it says no."""
    return any(sign in text and pattern.search(text) for sign, pattern in _PATTERNS)


def with_sound_letters(text: str) -> str:
    """The text as it should be: the same if it is sound, and what cannot be mended as it is."""
    if not may_hold_broken_letters(text):
        return text
    return misread_bytes.mend_misread_bytes(misread_utf8.mend_misread_utf8(text))
