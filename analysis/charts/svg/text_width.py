"""Width of text where no browser measures it: by classes of letters, so that no text is cut.

Widths are those of DejaVu Sans, the widest font that a reader is likely to have instead of Source Sans. Where a page
brings its font along, `in_own_font` makes them those of Source Sans.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from analysis.charts.look import SIZE
from analysis.words.language import NO_BREAK

CLASSES = {0.3: "ijlI'’", 0.41: "ftrJ .,:;!()[]/|-·" + NO_BREAK, 0.84: "+−<>=#~&", 1.0: "mMwW%@—…"}
EMS = {letter: em for em, letters in CLASSES.items() for letter in letters}
SMALL, CAPITAL = 0.64, 0.79
"""The widths of small letters and digits, and of all others, that are in no class."""
FULL = "\u2e80"
"""From here on letters are as wide as they are high."""
BOLD = 1.14
OWN_FONT = 0.86
"""How wide Source Sans is beside DejaVu Sans, with a little space."""
AFTER = r" |(?<=-)(?=\w)"
"""Places where a line may end: at a space, after a hyphen."""


_font: ContextVar[float] = ContextVar("font", default=1.0)


@contextmanager
def in_own_font(own: bool) -> Iterator[None]:
    """Within the block texts are as wide as in the page's own font, if it is ``own``."""
    token = _font.set(OWN_FONT if own else 1.0)
    try:
        yield
    finally:
        _font.reset(token)


def text_width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """The greatest width of a line of text, in pixels."""
    ems = 0.0
    for letter in text:
        em = EMS.get(letter)
        if em is None:
            em = 1.0 if letter >= FULL else SMALL if letter.islower() or letter.isdigit() else CAPITAL
        ems += em
    return ems * size * (BOLD if bold else 1) * _font.get()


def wrap_text(text: str, pixels: float, size: float = SIZE, *, bold: bool = False) -> list[str]:
    """Text in lines no wider than ``pixels``, at least one; a wider word is broken, at a hyphen if it has one.

    No line begins or ends with the slash of "13 / 31" or within a number.
    """
    lines = [""]
    for word in (
        piece for each in keep_fractions_together(text).split(" ") for piece in _pieces(each, pixels, size, bold)
    ):
        longer = f"{lines[-1]} {word}".lstrip()
        if text_width(longer, size, bold=bold) <= pixels:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line] or [""]


def keep_fractions_together(text: str) -> str:
    """The text with no-break spaces beside the slashes of "13 / 31"."""
    return text.replace(" / ", f"{NO_BREAK}/{NO_BREAK}")


def shorten_text(text: str, pixels: float, size: float = SIZE, *, bold: bool = False) -> str:
    """As much of a line as fits into ``pixels``, with an ellipsis if that is not all."""
    if text_width(text, size, bold=bold) <= pixels:
        return text
    fits = (text[:end] for end in range(len(text), 0, -1) if text_width(text[:end] + "…", size, bold=bold) <= pixels)
    return next(fits, "").rstrip() + "…"


def widest_word(words: Iterable[str]) -> float:
    """Width of the widest word of texts in pixels; a hyphen ends a word."""
    return max((text_width(word) for text in words for word in re.split(AFTER, text)), default=0)


def _pieces(word: str, pixels: float, size: float, bold: bool) -> Iterator[str]:
    if text_width(word, size, bold=bold) > pixels and len(parts := re.split(AFTER, word)) > 1:
        yield from (piece for part in parts for piece in _pieces(part, pixels, size, bold))
        return
    start = 0
    for end in range(1, len(word)):
        if text_width(word[start : end + 1], size, bold=bold) > pixels:
            yield word[start:end]
            start = end
    yield word[start:]
