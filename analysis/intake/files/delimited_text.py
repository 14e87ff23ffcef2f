"""Text with separated values (csv): its encoding, its separator, what stands before its rows, its fields."""

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, zip_longest

from analysis.intake.files import QuotedField, SheetBook, SheetGrid
from analysis.intake.files.encodings import read_once_more, text_without_mark
from analysis.intake.files.formats import unknown_format
from analysis.intake.limits import Limits, Refusal
from analysis.intake.text import is_empty

DELIMITERS = ";,\t"
SAMPLE_ROWS = 20
"""The number of records by which the separator is decided."""
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SEPARATOR_LINE = re.compile('"?sep=([^"\r])"?[ \t;,]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
# SharePoint's schema of a list: JSON, or the same as a quoted field.
_SCHEMA = re.compile('("(?=ListSchema=)(?:[^"]|"")*+")|ListSchema=')
_LINE = re.compile("[^\r\n]*+")
_LINE_WITH_BREAK = re.compile("[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
_REST_OF_LINE = re.compile("[ \t;,]*+(?:\r\n|\r|\n)?")
_BREAK = re.compile("\r\n|\r|\n")
# With these begin letters, quotation marks and the byte order mark of UTF-8 that was read as another encoding.
_MISREAD = "Ã√├â‚Ôï"
_FORMULA_OF_TEXT = re.compile(' *+="((?:[^"]|"")*+)" *+')
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MARKUP = ("<", "{", "[")
_END = "\x00end\x00"
"""A record after the last one: within a field it says that a quotation mark is open to the end of the file."""

csv.field_size_limit(2**31 - 1)

Weigh = Callable[[Sequence[Sequence[str]]], int]
"""How many known headers the first rows of a sheet hold."""


def read_text(file: str, data: bytes, weigh: Weigh, limits: Limits) -> SheetBook:
    """The one sheet of a csv. Raises Refusal if the bytes are no text or there are too many rows.

    Records count as rows, blank ones too; a line ``sep=;`` does not, a line ``ListSchema=…`` does.

    file, data: its name and bytes.
    weigh: how many known headers rows hold.
    limits: how many rows and columns are read.
    """
    text = decode(data)
    line = _SEPARATOR_LINE.match(text)
    text, above = _without_schema(text[line.end() :] if line else text)
    if not line and not above and text.lstrip().startswith(_MARKUP):
        raise unknown_format(file)
    weights = {} if line else _weights(text, weigh)
    delimiter = line[1] if line else max(DELIMITERS, key=weights.__getitem__)
    rows, quoted = _records(text, delimiter)
    head = text[:100_000]
    # Noise has more control characters than stray ones.
    if len(_CONTROL.findall(head)) > 2 + len(head) // 1000 and not weigh(rows[:SAMPLE_ROWS]):
        raise unknown_format(file)
    if len(rows) > limits.sheet_rows and sum(map(any, rows)) > limits.sheet_rows:
        raise Refusal("too-large")
    beyond = None
    if max(map(len, rows), default=0) > limits.columns:
        more = (place for row in rows for place, cell in enumerate(row[limits.columns :], limits.columns + 1) if cell)
        beyond = min(more, default=None)
        rows = [row[: limits.columns] for row in rows]
    columns = list(zip_longest(*rows, fillvalue=""))
    numbers = range(above + 1, above + len(rows) + 1)
    if above:
        quoted = tuple(replace(each, row=each.row + above) for each in quoted)
    return SheetBook(file, (SheetGrid(file, columns, numbers, beyond=beyond, delimiter=delimiter, quoted=quoted),))


def decode(data: bytes) -> str:
    """The text of a file, in the encoding that its mark, its zeros or its words say."""
    text = _decoded(data)
    if any(sign in text for sign in _MISREAD):
        text = read_once_more(text)
    return text.removeprefix("\ufeff")


def _decoded(data: bytes) -> str:
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    data = data.removeprefix(mark)
    head = data[:1000]
    for other, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if not mark and zeros.count(0) > len(zeros) // 2:
            encoding = other
    if encoding != "utf-8":
        return data.decode(encoding, "replace")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return text_without_mark(data)


def _without_schema(text: str) -> tuple[str, int]:
    """The text behind the schema that SharePoint puts before a list, and how many rows that takes for itself."""
    opening = _SCHEMA.match(text)
    if not opening:
        return text, 0
    try:
        end = opening.end() if opening[1] else json.JSONDecoder().raw_decode(text, opening.end())[1]
    except (ValueError, RecursionError):
        line = _LINE.match(text)
        end = line.end() if line else len(text)
    rest = _REST_OF_LINE.match(text, end)
    end = rest.end() if rest else end
    return text[end:], len(_BREAK.findall(text[:end]))


def _weights(text: str, weigh: Weigh) -> dict[str, tuple[int, int]]:
    """By separator: how many known headers it gives in the first records, and how many columns."""
    weights: dict[str, tuple[int, int]] = {}
    for delimiter in DELIMITERS:
        # Line by line: a file object would copy the whole text each time.
        lines = (line[0] for line in _LINE_WITH_BREAK.finditer(text))
        head = list(islice(csv.reader(lines, delimiter=delimiter), SAMPLE_ROWS))
        weights[delimiter] = weigh(head), sum(len(row) - 1 for row in head)
    return weights


def _records(text: str, delimiter: str) -> tuple[list[list[str]], tuple[QuotedField, ...]]:
    """The records, and their quoted fields that run over several lines."""
    reader = csv.reader(chain(io.StringIO(text, newline=""), (_END,)), delimiter=delimiter)
    rows = list(reader)
    is_single_lined = reader.line_num == len(rows)
    is_open = rows[-1] != [_END]
    if is_open:
        rows[-1][-1] = rows[-1][-1].removesuffix(_END)
    else:
        rows.pop()
    quoted: tuple[QuotedField, ...] = ()
    if not is_single_lined:
        quoted = tuple(_quoted_fields(rows, list(io.StringIO(text, newline="")), is_open=is_open))
    if "=" in text and '="' in text:
        rows = [[_plain_field(cell) if '="' in cell else cell for cell in row] for row in rows]
    return rows, quoted


def _quoted_fields(rows: Sequence[Sequence[str]], lines: Sequence[str], *, is_open: bool) -> Iterator[QuotedField]:
    """The quoted fields of more than one line, and the last one if it is open at the end of the file.

    rows, lines: the records, and the lines of the file.
    is_open: whether the last field of the last record is open.
    """
    end = 0
    for number, row in enumerate(rows, 1):
        text = "|".join(row)
        end += 1
        opens = is_open and number == len(rows)
        if opens or "\n" in text or "\r" in text:
            for column, field in enumerate(row, 1):
                to_the_end = opens and column == len(row)
                if to_the_end or "\n" in field or "\r" in field:
                    own = _BREAK.split(field)
                    end += len(own) - 1
                    last = lines[end - 1].rstrip("\r\n") if end <= len(lines) else ""
                    yield QuotedField(number, column, tuple(own), last, to_the_end)


def line_fields(line: str, delimiter: str) -> list[str]:
    """The fields of one line, none if it is several."""
    rows = list(csv.reader(io.StringIO(line, newline=""), delimiter=delimiter))
    return [_plain_field(field) for field in rows[0]] if len(rows) == 1 else []


def have_width(fields: Sequence[str], width: int) -> bool:
    """Whether fields are as many as a header has, which are two at least; empty ones at the end do not matter."""
    return 1 < width <= len(fields) and all(map(is_empty, fields[width:]))


def _plain_field(field: str) -> str:
    """The text of a field that is a formula for that text, ``="07"``; any other field as it is."""
    formula = _FORMULA_OF_TEXT.fullmatch(field)
    return formula[1].replace('""', '"') if formula else field
