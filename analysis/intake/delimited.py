"""Text files with separated values: encodings, separators, line breaks within quotes."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Sequence
from itertools import islice, zip_longest

from analysis.intake.formats import unknown
from analysis.intake.grid import Book, Grid
from analysis.intake.limits import Limits, Refused

DELIMITERS = ";,\t"
LOOKED_AT = 20
"""So many records decide which separator it is."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEPARATOR_LINE = re.compile('"?sep=(.)"?[ \t;,]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MARKUP = ("<", "{", "[")

csv.field_size_limit(2**31 - 1)

Weigh = Callable[[Sequence[Sequence[str]]], int]
"""How many known headers the first rows of a sheet hold."""


def text_file(file: str, data: bytes, weigh: Weigh, limits: Limits) -> Book:
    """The one sheet of a csv; Refused where the bytes are no text or there are too many rows.

    Records count as rows, blank ones too; a line ``sep=;`` does not. The separator is the one by which most headers
    are known, and most columns appear.
    """
    text = decoded(data)
    said = _SEPARATOR_LINE.match(text)
    if said:
        text = text[said.end() :]
    elif text.lstrip().startswith(_MARKUP):
        raise unknown(file)
    rows = _records(text, said[1] if said else _delimiter(text, weigh))
    if _is_noise(text) and not weigh(rows[:LOOKED_AT]):
        raise unknown(file)
    if len(rows) > limits.sheet_rows and sum(map(any, rows)) > limits.sheet_rows:
        raise Refused("too-large")
    return Book(file, (_grid(file, rows, limits),))


def _grid(file: str, rows: list[list[str]], limits: Limits) -> Grid:
    width = max(map(len, rows), default=0)
    beyond = None
    if width > limits.columns:
        filled = (place for row in rows for place, cell in enumerate(row[limits.columns :], limits.columns + 1) if cell)
        beyond = min(filled, default=None)
        rows = [row[: limits.columns] for row in rows]
    return Grid(file, list(zip_longest(*rows, fillvalue="")), range(1, len(rows) + 1), beyond=beyond)


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    head = data[:1000]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > len(zeros) // 2:
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_noise(text: str) -> bool:
    """Whether text holds more control characters than stray ones."""
    head = text[:100_000]
    return len(_CONTROL.findall(head)) > 2 + len(head) // 1000


def _records(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _delimiter(text: str, weigh: Weigh) -> str:
    def weight(delimiter: str) -> tuple[int, int]:
        head = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), LOOKED_AT))
        return weigh(head), sum(len(row) - 1 for row in head)

    return max(DELIMITERS, key=weight)
