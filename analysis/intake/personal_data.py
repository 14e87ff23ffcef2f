"""Personal data in cells: identity codes, which hold a row back, and mail addresses and phone numbers."""

import re
from collections.abc import Iterable
from typing import Any

from stdnum.fi import hetu

from analysis.intake.text import decode_escapes, normalize

MASK = "******-****"

# Seven writings of a dash; capital and small letters; the signs of a century that the Digital and Population Data
# Services Agency has given since 2023 (B-F beside A, U-Y beside the hyphen).
_SIGNS = "-+A-FU-Ya-fu-y\u2010\u2011\u2012–—\u2212"
_MAYBE_CODE = re.compile(f"[0-9]{{6}}[{_SIGNS}][0-9]{{3}}[0-9A-Ya-y]")
_CODE = re.compile(rf"(?<![^\W_])[0-9]{{6}}[{_SIGNS}][0-9]{{3}}[0-9A-Ya-y](?![^\W_])")

# A space before the @ alone is a handle's ("seuraa @esimerkki.fi") unless a dot parts first and last name; a word with
# spaces on both sides is no capitalised name of an event at a place. A picture "kuva@2x.png" has no domain.
_MAIL = re.compile(
    r"(?<![\w.+-])(?:[\w.+-]{1,64}(?:@ ?| ?[(\[](?:at|ät)[)\]] ?)|[\w+-]{1,32}(?:\.[\w+-]{1,32}){1,4} @ ?"
    r"|(?-i:[a-zåäö][a-z0-9åäö_+-]{0,31} @ (?=[a-zåäö])))"
    r"[\w-]+(?:\.[\w-]+)*\.(?!(?:png|jpe?g|gif|svg|webp)\b)[^\W\d_][\w-]+",
    re.IGNORECASE,
)
_AT_SIGNS = str.maketrans("＠﹫", "@@")
# One set of characters at the start makes the search quick.
_MAYBE_PHONE = re.compile(
    r"[0+3](?:(?<!3)[0-9() -]{6}|(?<=3)58[ -](?:\(0\)[ -]?)?[1-9][0-9 -]{5}|(?<=3)58[45][0-9 -]{7})"
)
# After 358 without a sign before it there is a prefix that stands alone, or a mobile number: an easting beside a
# northing ("358401 6972345") is none, nor are years ("358 2023 2024").
_PHONE = re.compile(
    r"(?<![\w+./,:=#-])(?:\(?(?:(?:\+|00)[1-9]|0[1-9])[0-9]*+\)?+(?:[ -]?\(0\)[ -]?[0-9]++)?+"
    r"|358(?:[ -](?:\(0\)[ -]?)?+(?:4[0-9]|50|[1-9][0-9]?(?=[ -]))|(?:4[0-9]|50)(?=[ -]|[0-9]{6,8}(?![0-9])))[0-9]*+)"
    r"(?:[ -]\(?[0-9]++\)?+){0,6}"
    r"(?![\w/]|[.,-][0-9]| ?(?:€|%|eur))"
)
_TYPED_PHONE = re.compile("(?:358)?(?:4[0-9]|50)[0-9]{6,8}")
_LEAST_DIGITS, _MOST_DIGITS = 8, 15
_FINNISH = re.compile("358[0-9]{8,11}")
_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_BETWEEN_DIGITS = b"+() -"
_NUMBERS = bytes.maketrans(b"123456789" + _BETWEEN_DIGITS, b"0" * 14)
# What looks like a number to ring: a day with hyphens, hours before a year, a business id ("0123456-7").
_NO_PHONE = re.compile(r"[0-9]{1,2}[ -][0-9]{1,2}[ -](?:19|20)[0-9]{2}|[0-9]{7}-[0-9]")


def holds_code(text: str) -> bool:
    """Whether a text holds a personal identity code whose day exists and whose check character is right."""
    return mask_codes(text) != text


def mask_codes(text: str) -> str:
    """The text with every personal identity code masked, temporary ones (900-999) too; other text as it is.

    A code that is written in escapes, as in an address (``131052%2D308T``), is masked in the text without these.
    """
    masked = _CODE.sub(_mask, text) if _MAYBE_CODE.search(text) else text
    plain = decode_escapes(masked)
    if plain is masked:
        return masked
    # An escape may stand for a character that no file can hold.
    plain = normalize(plain)
    hidden = _CODE.sub(_mask, plain)
    return masked if hidden == plain else hidden


def _mask(code: re.Match[str]) -> str:
    """The mask of what looks like a code if it is one.

    The case of letters does not matter, nor which dash it is; 000 and 001 are never given (stdnum.fi.hetu).
    """
    return MASK if hetu.is_valid(code[0], allow_temporary=True) else code[0]


def any_code(values: Iterable[Any]) -> bool:
    """Whether any of many cells, of whatever type, holds a personal identity code, invisible characters aside."""
    return holds_code(normalize("\n".join(value for value in values if isinstance(value, str))))


def contacts(value: str | float, *, phones: bool = True) -> list[str]:
    """The mail addresses in a text, those with "(at)" among them, and its phone numbers.

    A phone number has a country code, or a Finnish area or mobile prefix, and 8 to 15 digits. A number is a mobile
    phone's if Excel may have stored it so: 0401234567, or +358401234567 without its sign. Escapes are decoded.
    """
    if not isinstance(value, str):
        digits = str(int(value)) if value == value and 0 < value < 1e15 and value == int(value) else ""
        return [digits] if _TYPED_PHONE.fullmatch(digits) else []
    text = decode_escapes(value)
    addresses = _MAIL.findall(text.translate(_AT_SIGNS)) if _may_hold_mail(text) else []
    if not phones or not _MAYBE_PHONE.search(text):
        return addresses
    return [*addresses, *(match.group().strip() for match in _PHONE.finditer(text) if _is_phone(match.group().strip()))]


def _is_phone(number: str) -> bool:
    """Whether digits, spaces and hyphens that look like a phone number have as many digits as one."""
    digits = re.sub("[^0-9]", "", number)
    if number.startswith("358") and not _FINNISH.fullmatch(digits):
        return False
    return _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS and not _NO_PHONE.fullmatch(number)


def may_hold_personal_data(text: str) -> bool:
    """Whether a text, or many joined, may hold personal data: a quick look, right when it says no.

    Runs of digits are looked for first in bytes of which all digits are the same one, ten times as fast as a pattern.
    """
    plain = decode_escapes(text)
    for each in (text,) if plain is text else (text, plain):
        rough = each.encode("latin-1", "replace")
        if (
            _may_hold_mail(each)
            or (b"000000" in rough.translate(_DIGITS) and _MAYBE_CODE.search(each))
            or (b"0000000" in rough.translate(_NUMBERS) and _may_hold_phone(each, rough))
        ):
            return True
    return False


def _may_hold_phone(text: str, rough: bytes) -> bool:
    """Whether a text may hold a phone number; ``rough``: the same in bytes, in which enough digits are looked for."""
    digits = rough.translate(_DIGITS, _BETWEEN_DIGITS)
    return b"0" * _LEAST_DIGITS in digits and _MAYBE_PHONE.search(text) is not None


def _may_hold_mail(text: str) -> bool:
    # One by one: this is asked of every text of a sheet, and a loop takes three times as long. One sign is found fast.
    with_brackets = ("(" in text and ("(at)" in text or "(ät)" in text)) or ("[" in text and "[at]" in text)
    return "@" in text or with_brackets or "＠" in text or "﹫" in text
