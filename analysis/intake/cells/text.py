"""Text as it is kept: one way to write a character, no invisible ones, no stray spaces. Blank cells, words compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from analysis.intake.cells.cell import Note, Reading

BLANK = frozenset({"", "-", "–", "—", "n/a", "ei tiedossa", "ei tietoa"})
TOO_LONG = 2000

# Excel writes a carriage return as _x000D_ (ECMA-376, ST_Xstring). The rest has no shape of its own: control
# characters, soft hyphen, zero-width characters, marks of direction, the byte order mark, characters XML forbids.
_GONE = re.compile(
    "_x000[dD]_|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(" ?(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]) ?")
_EMPTY_LINES = re.compile("\n{3,}")
_JOINS = dict.fromkeys(map(ord, " \n-_\u2010\u2011\u2012–—\u2212"))


def folded(text: str) -> str:
    """The text in NFC without what cannot be seen, spaces single and trimmed, line breaks as ``\\n``."""
    if text.isprintable() and "  " not in text and "_x000" not in text:
        return unicodedata.normalize("NFC", text).strip(" ")
    text = _GONE.sub("", text)
    text = _EMPTY_LINES.sub("\n\n", _BREAKS.sub("\n", _SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text).strip(" \n")


def needs_folding(texts: Sequence[str]) -> bool:
    """Whether any of many texts may change by folding: one look at all of them together."""
    joined = f"|{'|'.join(texts)}|"
    return (
        not joined.isprintable()
        or any(mark in joined for mark in ("  ", "| ", " |", "_x000"))
        or not unicodedata.is_normalized("NFC", joined)
    )


def is_blank(text: str) -> bool:
    """Whether folded text stands for an empty cell."""
    return len(text) < 12 and text.casefold() in BLANK


def comparable(text: str) -> str:
    """The form in which words are compared: without case, spaces, hyphens and underscores.

    Letters keep their marks: "Etela-Savo" is not "Etelä-Savo", only likely to mean it.
    """
    return unicodedata.normalize("NFC", text).casefold().translate(_JOINS)


def all_comparable(texts: Sequence[str]) -> list[str]:
    """`comparable` of many texts, folded already, at once."""
    return comparable("\0".join(texts)).split("\0") if texts else []


def shown(value: Any) -> str:
    """A cell's value as a person sees it in a Finnish Excel: 18, 12,5, 1.3.2023, 12:30, TOSI."""
    match value:
        case None:
            return ""
        case str():
            return folded(value)
        case bool():
            return "TOSI" if value else "EPÄTOSI"
        case int() | float():
            return _number(value)
        case date():
            return f"{value.day}.{value.month}.{value.year}"
        case time():
            return _clock(value.hour, value.minute, value.second)
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return _clock(*divmod(minutes, 60), seconds)
        case _:
            return folded(str(value))


def _number(value: float) -> str:
    if value == value and abs(value) < 1e15 and value == int(value):
        return str(int(value))
    return repr(value).removesuffix(".0").replace(".", ",")


def _clock(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


@dataclass(frozen=True)
class TextReader:
    """Reads text. In prose (``long``) line breaks stay; elsewhere they become spaces, for a name is one line."""

    long: bool = False

    def read(self, value: Any) -> Reading:
        """The text, with a note where it is over 2,000 characters."""
        text = shown(value)
        if not self.long and "\n" in text:
            text = " ".join(text.split("\n"))
        return Reading(text, (Note("text-too-long", text),) if len(text) > TOO_LONG else ())

    def likely(self, note: Note) -> str | None:
        """Nothing: text may say anything."""
        return None
