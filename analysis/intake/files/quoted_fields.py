"""Quoted fields of a csv that run over several lines: a stray quotation mark makes one of what are rows."""

import re
from collections.abc import Iterator, Sequence

from analysis.intake.files import QuotedField

_BREAK = re.compile("\r\n|\r|\n")


def quoted_fields(rows: Sequence[Sequence[str]], lines: Sequence[str], *, is_open: bool) -> Iterator[QuotedField]:
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
