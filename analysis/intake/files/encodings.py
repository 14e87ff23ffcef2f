"""The encoding of a text file that does not say it: decided by the words that its bytes make in each."""

import re
from collections.abc import Iterator
from itertools import islice
from string import ascii_letters

from analysis.intake.letters.broken_letters import may_hold_broken_letters
from analysis.intake.letters.known_words import LETTERS, has_plain_case, known_words
from analysis.intake.letters.misread_utf8 import mend_misread_utf8, without_misread_utf8

_SINGLE_BYTE = ("cp1252", "cp850", "mac_roman")
_SAMPLE = 500
"""How many words with letters beyond ASCII are looked at."""
_RUN = re.compile(rb"[\x80-\xff][A-Za-z\x80-\xff]{0,40}+")
_BEFORE = 40
_PLAIN_LETTERS = ascii_letters.encode()
_KNOWN = 5
_SHORTEST = 2
_CORE = re.compile(r"[^\W\d_¹²³¼½¾](?:.*[^\W\d_¹²³¼½¾])?")
_CARONS = "šžŠŽ"
_COMMON = LETTERS + _CARONS
_LATIN = re.compile(f"[{_CARONS}À-ÖØ-öø-ÿ]")
_VOWELS = "aeiouyäöå"
_BACK_VOWELS = "aou"
# Bytes that are letters or € in ISO-8859-15 and rare signs in Windows-1252, where they are in a word or are money. An
# acute before a word may be a quotation mark, unless there is none behind one.
_RARE = b"\xa4\xa6\xa8\xb4\xb8"
_LATIN_9 = re.compile(
    rb"[\xa8\xb8](?=[a-z\xe0-\xff])(?<=[A-Za-z\xc0-\xff].)|[\xa6\xb4](?=[A-Z\xc0-\xde])(?<=[A-Z\xc0-\xde].)"
    rb"|[\xa6\xa8\xb8](?=[a-z\xe0-\xff]{3})(?<![A-Za-z\xc0-\xff].)|\xa4"
)
_FIRST_Z = re.compile(rb"\xb4(?=[a-z\xe0-\xff]{3})(?<![A-Za-z\xc0-\xff].)")
_ACUTE = re.compile(rb"\xb4(?![A-Z\xc0-\xde])(?<=[A-Za-z\xc0-\xff].)")
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")
# A byte that is foreign in UTF-8, as Windows-1252 has it; the first byte of a letter whose rest is lost means nothing.
_FOREIGN = {
    0xDC00 + byte: "\ufffd" if 0xC2 <= byte <= 0xC5 else bytes((byte,)).decode("cp1252", "replace")
    for byte in range(0x80, 0x100)
}
_BYTE_ORDER_MARK = "\ufeff"
_MISREAD_ALONE = 9
"""So many letters are misread for one that is sound, if a whole file is."""


def text_without_mark(data: bytes) -> str:
    """The text of bytes that are not all UTF-8: UTF-8 with foreign bytes in it, or an encoding of one byte a letter."""
    foreign = len(data) - len(data.decode("utf-8", "ignore").encode())
    beyond_ascii = len(data.translate(None, bytes(range(0x80))))
    # A letter is two bytes of UTF-8 or more.
    if beyond_ascii - foreign > 2 * foreign:
        return data.decode("utf-8", "surrogateescape").translate(_FOREIGN)
    words = list(dict.fromkeys(islice(_words(data), _SAMPLE)))
    encoding = max(_SINGLE_BYTE, key=lambda each: sum(_likeness(word.decode(each, "replace")) for word in words))
    return data.decode("iso-8859-15" if encoding == "cp1252" and _is_latin_9(data) else encoding, "replace")


def _is_latin_9(data: bytes) -> bool:
    """Whether € š ž Ž Š of ISO-8859-15 are in words, and nothing that only Windows-1252 has."""
    if not any(byte in data for byte in _RARE) or _WINDOWS_ONLY.search(data):
        return False
    return bool(_LATIN_9.search(data) or (_FIRST_Z.search(data) and not _ACUTE.search(data)))


def _words(data: bytes) -> Iterator[bytes]:
    """The words that are not all ASCII, with the signs beside and within them."""
    for run in _RUN.finditer(data):
        before = data[max(run.start() - _BEFORE, 0) : run.start()]
        yield before[len(before.rstrip(_PLAIN_LETTERS)) :] + run[0]


def _likeness(word: str) -> float:
    """How much a word is like one of Finnish or Swedish: above 0 it is, below 0 it is none."""
    core = _CORE.search(word)
    bare = core[0] if core else ""
    if bare.casefold() in known_words():
        return _KNOWN
    if may_hold_broken_letters(word):
        return -1
    if len(bare) < _SHORTEST:
        return 0 if bare.isascii() or bare in LETTERS else -0.5
    if not has_plain_case(bare) or not _LATIN.sub("", bare).isascii():
        return -1
    return sum(_weight(bare, place) for place, sign in enumerate(bare) if sign in _COMMON)


def _weight(word: str, place: int) -> float:
    """What a letter beyond ASCII says: one within a word most, since at its ends a quotation mark may stand."""
    if 0 < place < len(word) - 1:
        return 1
    if word[place] in _CARONS:
        return 0 if place else 0.5
    before = [sign for sign in word[:place].casefold() if sign in _VOWELS]
    # No Finnish word ends in ä or ö after a, o or u.
    return -0.5 if word[place] in "äö" and before and before[-1] in _BACK_VOWELS else 0.5


def read_once_more(text: str) -> str:
    """The text as it was before UTF-8 was decoded once too often, if that is so of all of it.

    Sound letters must be rare, and two letters at least be misread, or the byte order mark: else it is a matter of
    single cells.
    """
    rest, misread = without_misread_utf8(text)
    if misread <= _MISREAD_ALONE * sum(map(rest.count, LETTERS)):
        return text
    return mend_misread_utf8(text) if misread > 1 or mend_misread_utf8(text[:3]) == _BYTE_ORDER_MARK else text
