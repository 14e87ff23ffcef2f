"""A look at many texts at once: which of them must be read one by one, the others being kept as they stand."""

import unicodedata
from collections.abc import Callable, Sequence

from analysis.intake.cells.text import BLANK, TOO_LONG
from analysis.intake.personal import may_hold_some

_BAR = "|"


def odd_ones(texts: Sequence[str]) -> set[str]:
    """The texts that are blank, too long, to be folded, an error of a formula, or that may hold personal data.

    Each look is taken at all texts joined, and only one that finds something is repeated text by text: a column of ten
    thousand sound names costs some milliseconds.
    """
    joined = f"{_BAR}{_BAR.join(texts)}{_BAR}"
    looks = [look for look in _LOOKS if look(joined)]
    odd = {text for text in texts if _is_short_or_long(text)}
    if looks:
        odd |= {text for text in texts if any(look(f"{_BAR}{text}{_BAR}") for look in looks)}
    return odd


def _is_short_or_long(text: str) -> bool:
    length = len(text)
    return (length < 12 and text.casefold() in BLANK) or length > TOO_LONG


def _is_unprintable(text: str) -> bool:
    """Control, format and separator characters but the plain space: line breaks, no-break spaces, soft hyphens …"""
    return not text.isprintable()


def _has_loose_spaces(text: str) -> bool:
    return "  " in text or "| " in text or " |" in text


def _is_escaped_or_error(text: str) -> bool:
    return "_x000" in text or "|#" in text or "|Err:" in text


def _is_decomposed(text: str) -> bool:
    return not unicodedata.is_normalized("NFC", text)


_LOOKS: tuple[Callable[[str], bool], ...] = (
    _is_unprintable,
    _has_loose_spaces,
    _is_escaped_or_error,
    _is_decomposed,
    may_hold_some,
)
