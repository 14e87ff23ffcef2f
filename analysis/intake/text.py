"""Text of cells: its normal form, blank cells, formula errors, the form in which words are compared."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from typing import Any
from urllib.parse import unquote

BLANK = frozenset(
    {
        *("", "-", "–", "—", "n/a", "ei tiedossa", "ei tietoa"),
        # What programs write for nothing: pandas, JavaScript, JSON, R, pivot tables, and text of a formula.
        *("nan", "nat", "null", "none", "na", "undefined", "(tyhjä)", "(blank)", "(tom)", "#n/a", '=""'),
    }
)
LONGEST_BLANK = max(map(len, BLANK))
TOO_LONG = 2000
WIDEST = 200
"""A longer value is cut in a finding."""

# Excel writes a carriage return as _x000D_ (ECMA-376, ST_Xstring). The rest has no shape of its own: control
# characters, soft hyphen, zero-width characters, marks of direction, the byte order mark, characters XML forbids.
_INVISIBLE = re.compile(
    "_x000[dD]_|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(" ?(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]) ?")
_EMPTY_LINES = re.compile("\n{3,}")
_JSON_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")
_MOST_DECODINGS = 3
_JOINS = dict.fromkeys(map(ord, " \n-_\u2010\u2011\u2012–—\u2212"))
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012–\u2212"), "-")

# Microsoft's names of the errors in English, Finnish and Swedish Excel, and LibreOffice's "Err:502"; "#N/A" as text
# is a blank cell.
_ENGLISH = (
    "REF! DIV/0! NAME? NULL! NUM! VALUE! SPILL! CALC! FIELD! BLOCKED! UNKNOWN! CONNECT! BUSY! PYTHON! GETTING_DATA"
)
_FINNISH = "VIITTAUS! PUUTTUU! PUUTTUU JAKO/0! NIMI? TYHJÄ! LUKU! ARVO! LEVIÄ! LASKE! KENTTÄ! TUNTEMATON!"
_SWEDISH = "REFERENS! SAKNAS! SAKNAS DIVISION/0! NAMN? SKÄRNING! OGILTIGT! VÄRDEFEL! SPILL! KALK! FÄLT! OKÄNT!"
_ERRORS = frozenset(f"#{name}".casefold() for name in f"{_ENGLISH} {_FINNISH} {_SWEDISH}".split())
_OTHER_ERROR = re.compile("#{3,}|err:[0-9]{3}", re.IGNORECASE)


def normalize(text: str) -> str:
    """The text in NFC without invisible characters, spaces single and trimmed, line breaks as ``\\n``."""
    if "  " not in text and "_x000" not in text:
        if text.isprintable():
            return unicodedata.normalize("NFC", text).strip(" ")
        # Lines that are sound are read as often as a list or a description has several.
        lines = text.replace("\n", "")
        if lines.isprintable() and "\n\n\n" not in text and " \n" not in text and "\n " not in text:
            return unicodedata.normalize("NFC", text).strip(" \n")
    text = _INVISIBLE.sub("", text)
    text = _EMPTY_LINES.sub("\n\n", _BREAKS.sub("\n", _SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text).strip(" \n")


def is_blank(text: str) -> bool:
    """Whether normalized text means an empty cell."""
    return len(text) <= LONGEST_BLANK and text.casefold() in BLANK


def is_empty(cell: Any) -> bool:
    """Whether a cell, of whatever type, holds nothing or means an empty one; a number that is none (NaN) does."""
    return is_blank(normalize(cell)) if isinstance(cell, str) else cell is None or cell != cell


def odd_texts(texts: Sequence[str], *more: Callable[[str], bool]) -> set[str]:
    """Those of many texts that are blank, too long, not normalized or a formula error, or of which ``more`` is true.

    All others are their own values. Each check is made on all texts joined by bars, and only one that is positive is
    repeated text by text, between bars: a column of ten thousand sound names costs a millisecond.
    """
    lengths = set(map(len, texts))
    all_texts = f"|{'|'.join(filter(None, texts) if 0 in lengths else texts)}|"
    positive = [check for check in (*_ODD, *more) if check(all_texts)]
    odd = {text for text in texts if len(text) > TOO_LONG} if max(lengths, default=0) > TOO_LONG else set()
    if min(lengths, default=TOO_LONG) <= LONGEST_BLANK and not BLANK.isdisjoint(map(str.casefold, texts)):
        odd |= {text for text in set(texts) if is_blank(text)}
    if positive:
        odd |= {text for text in set(texts) if any(check(f"|{text}|") for check in positive)}
    return odd


# Each is true if a text, between bars, may be one of those. Not printable are control, format and separator characters
# but the plain space: line breaks, no-break spaces, soft hyphens … Looking for one sign first is much faster, and so is
# looking once for two spaces where the bars are spaces too.
_ODD: tuple[Callable[[str], bool], ...] = (
    lambda text: not text.isprintable(),
    lambda text: " " in text and "  " in text.replace("|", " "),
    lambda text: ("_" in text and "_x000" in text) or ("#" in text and "|#" in text) or "|Err:" in text,
    lambda text: not unicodedata.is_normalized("NFC", text),
)


def comparable(text: str) -> str:
    """The form in which words are compared: without case, spaces, hyphens and underscores; letters keep their marks."""
    return unicodedata.normalize("NFC", text).casefold().translate(_JOINS)


def key_form(key: str) -> str:
    """The form in which keys are compared: keys that differ in case or in the kind of hyphen alone are one key."""
    folded = key.casefold()
    return folded if folded.isascii() else folded.translate(_HYPHENS)


def key_forms(keys: Iterable[str]) -> list[str]:
    """The forms of many keys, all at once: that is faster than one by one."""
    keys = list(keys)
    joined = "\0".join(keys)
    forms = key_form(joined)
    return keys if forms == joined else forms.split("\0")


def decode_escapes(text: str) -> str:
    """The text with what addresses (``%40``, also encoded twice) and JSON (``\\u0040``) write in place of letters."""
    rounds = _MOST_DECODINGS if "%" in text else 0
    while rounds and (plain := unquote(text)) != text:
        text, rounds = plain, rounds - 1
    return _JSON_LETTER.sub(lambda code: chr(int(code[1], 16)), text) if "\\" in text and "\\u" in text else text


def display_text(value: Any) -> str:
    """A cell's value as a person sees it in a Finnish Excel: 18, 12,5, 1.3.2023, 12:30, TOSI."""
    match value:
        case None:
            return ""
        case bool():
            return "TOSI" if value else "EPÄTOSI"
        case int() | float():
            # No spreadsheet program shows a difference of a billionth.
            if abs(value) < 1e15 and abs(value - round(value)) < 1e-9:
                return str(round(value))
            return repr(value).removesuffix(".0").replace(".", ",").replace("e", "E")
        case date():
            return f"{value.day}.{value.month}.{value.year}"
        case time():
            hours, minutes, seconds = value.hour, value.minute, value.second
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            hours, minutes = divmod(minutes, 60)
        case _:
            return normalize(str(value))
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def cut(text: str) -> str:
    """The text as it stands in a finding: of a long one only the beginning."""
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def is_excel_error(text: str) -> bool:
    """Whether normalized text is only a formula error, or the ### of a column too narrow for its number."""
    if text[:1] not in "#Ee":
        return False
    return text.casefold() in _ERRORS or _OTHER_ERROR.fullmatch(text) is not None
