"""UTF-8 that was read as another encoding: a letter has become two or three signs that no language writes in a row."""

import re
from collections.abc import Mapping

# What UTF-8 breaks in sheets here: Western European letters and signs, Ž and š, punctuation, €, and what those become
# themselves. Œ and Š are not among them: they are broken into Å before an apostrophe or a space, and Å is a word.
_SIGNS = "".join(map(chr, range(0xA0, 0x100))) + "ŽžšŸœ˜‘’‚“”„–—…•€™†‡‰‹›\ufeff"
_CONTROLS = "\x81\x8d\x8f\x90\x9d"
_READ_AS = ("latin-1", "cp437", "cp850", "mac_roman")
_TIMES = 3
"""How many times over it may have been read wrongly."""


def windows_1252(data: bytes) -> str:
    """Bytes as programs read Windows-1252: the five that it does not define are control characters."""
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _sign_by_series() -> Mapping[str, str]:
    """The sign that was meant by the series that is shown for it, the likeliest misreading first."""
    windows = {windows_1252(sign.encode()): sign for sign in _SIGNS + _CONTROLS}
    others = {sign.encode().decode(read_as): sign for read_as in _READ_AS for sign in _SIGNS}
    return windows | {series: sign for series, sign in others.items() if series not in windows}


_SIGN_BY_SERIES = _sign_by_series()


def _pattern(first: str) -> re.Pattern[str]:
    """Finds the series that begin with one sign: a pattern that begins with a plain sign is quick."""
    rest = {series[1:] for series in _SIGN_BY_SERIES if series[0] == first}
    pairs = "".join(re.escape(sign) for sign in sorted(rest) if len(sign) == 1)
    longer = (re.escape(signs) for signs in sorted(rest) if len(signs) > 1)
    return re.compile(f"{re.escape(first)}(?:{'|'.join([*longer, *([f'[{pairs}]'] if pairs else [])])})")


PATTERNS = {first: _pattern(first) for first in dict.fromkeys(series[0] for series in _SIGN_BY_SERIES)}
"""By the first sign of a series: what finds it."""


def without_misread_utf8(text: str) -> tuple[str, int]:
    """The text without such series, and how many there were."""
    count = 0
    for first, pattern in PATTERNS.items():
        if first in text:
            text, number = pattern.subn("", text)
            count += number
    return text, count


def mend_misread_utf8(text: str) -> str:
    """The text with the signs that were meant; all else as it is."""
    for _ in range(_TIMES):
        before = text
        for first, pattern in PATTERNS.items():
            if first in text:
                text = pattern.sub(lambda series: _SIGN_BY_SERIES[series[0]], text)
        if text == before:
            break
    return text
