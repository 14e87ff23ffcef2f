"""Letters of one byte each that were read in another encoding: cp850 or Mac Roman as Windows-1252, or the other way.

A word is broken if a sign that is no letter stands in it, or a capital after small letters; what is put in must make a
word of letters whose case is plain. Quotation marks around words, and between them where spaces lack, break none.
"""

import re
from collections.abc import Mapping

from analysis.intake.letters.known_words import LETTERS, LOST, with_lost_letters
from analysis.intake.letters.misread_utf8 import windows_1252

# The sign that shows by the letter that was meant, for each pair of encodings.
_LETTER_BY_SIGN: tuple[Mapping[str, str], ...] = (
    {windows_1252(letter.encode("cp850")): letter for letter in LETTERS},
    {windows_1252(letter.encode("mac_roman")): letter for letter in LETTERS},
    {letter.encode("cp1252").decode("cp850"): letter for letter in LETTERS},
    {letter.encode("cp1252").decode("mac_roman"): letter for letter in LETTERS},
)
_CONTROLS = {code: sign for code in range(0x80, 0xA0) if (sign := windows_1252(bytes((code,)))) != chr(code)}
# Signs that stand in no word; … does, where a space lacks.
_NO_LETTERS = "„”†™€‰ˆƒ÷≈┼\x80\x84\x86\x8a\x8c\x8e\x94\x99\x9a"
_CAPITALS = "ŠŒÂ"
_AT_END = "„\x84"
_OPENING = "“”\x93\x94"
_CLOSING = re.compile("([”\x94“\x93])")
_LETTER = r"[^\W\d_]"
_PARTS = "".join(sorted({*_NO_LETTERS, LOST, *(sign for signs in _LETTER_BY_SIGN for sign in signs)}))
_WORD = re.compile(rf"(?:{_LETTER}|[“\x93{re.escape(_PARTS)}])+")
_SHORTEST = 4

PATTERNS = {
    **{sign: re.compile(rf"{sign}(?=\w)(?<=\w{sign})") for sign in _NO_LETTERS},
    **{sign: re.compile(rf"{sign}(?=[a-zäöå])(?<=[a-zäöå]{sign})") for sign in _CAPITALS},
    **{sign: re.compile(rf"{sign}(?<=\w{sign})") for sign in _AT_END},
    LOST: re.compile(LOST),
}
"""By sign: what finds it where it may break a word; the sign comes first, since so the search is quick."""


def mend_misread_bytes(text: str) -> str:
    """The text with the letters that were meant; words that are sound, or that cannot be mended, as they are."""
    pieces: list[str] = []
    end, is_quoted = 0, False
    for match in _WORD.finditer(text):
        inner = match[0].lstrip(f"{_NO_LETTERS}“")
        start = match[0][: len(match[0]) - len(inner)]
        is_quoted = is_quoted or any(sign in _OPENING for sign in start)
        # A second mark, within the word or at its end, closes the first one.
        marks = _CLOSING.findall(inner)
        is_pair = bool(marks) and (is_quoted or "“" in marks or (len(marks) == 2 and inner.endswith(marks[1])))
        words = _CLOSING.split(inner) if is_pair else [inner]
        pieces += [text[end : match.start()], start, *map(_mended_word, words)]
        is_quoted = is_quoted and not marks
        end = match.end()
    return "".join([*pieces, text[end:]])


def _mended_word(word: str) -> str:
    """One word, without signs before it, as it should be."""
    if LOST in word:
        return with_lost_letters(word)
    shown = word.translate(_CONTROLS)
    if len(word) >= _SHORTEST and _is_broken(shown):
        for letters in _LETTER_BY_SIGN:
            mended = "".join(letters.get(sign, sign) for sign in shown)
            if mended.isalpha() and not _is_broken(mended) and _fits(shown, mended):
                return mended
    return word


def _is_broken(word: str) -> bool:
    return any(_breaks(word, place) for place in range(1, len(word)))


def _breaks(word: str, place: int) -> bool:
    """Whether the sign at a place, not the first, can be no sound part of a word."""
    sign, before, after = word[place], word[place - 1], word[place + 1 : place + 2]
    if sign in _CAPITALS:
        return before.islower() and after.islower()
    return sign in _NO_LETTERS if after else sign in _AT_END


def _fits(shown: str, mended: str) -> bool:
    """Whether each letter that was put in has the case of its neighbours; the first may be a capital."""
    for place, (sign, letter) in enumerate(zip(shown, mended, strict=True)):
        if sign != letter:
            before, after = mended[max(place - 1, 0) : place], mended[place + 1 : place + 2]
            if letter.isupper() and (before.islower() or (before and after.islower())):
                return False
            if letter.islower() and (after.isupper() or (before.isupper() and place > 1)):
                return False
    return True
