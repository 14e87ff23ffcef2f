"""Quoted fields of a csv that run over several lines: a stray quotation mark makes one of what are rows."""

import re
from collections.abc import Iterator, Sequence

from analysis.intake.files import QuotedField

_BREAK = re.compile("\r\n|\r|\n")


def quoted_fields(
    rows: Sequence[Sequence[str]], ends: Sequence[int], lines: Sequence[str], *, is_open: bool
) -> Iterator[QuotedField]:
    """The quoted fields of more than one line, and one that is open at the end of the file.

    rows, ends: the records, and the number of the last line of each.
    lines: the lines of the file.
    is_open: whether the last field of the last record is open.
    """
    start = 0
    for number, (row, end) in enumerate(zip(rows, ends, strict=True), 1):
        if end - start > 1 or (is_open and number == len(rows)):
            yield from _of_record(row, number, lines[start:end], is_open=is_open and number == len(rows))
        start = end


def _of_record(row: Sequence[str], number: int, lines: Sequence[str], *, is_open: bool) -> Iterator[QuotedField]:
    """Those of one record, each with its lines after the first; parameters as of `quoted_fields`."""
    start = 1
    for column, field in enumerate(row, 1):
        breaks = len(_BREAK.findall(field))
        to_the_end = is_open and column == len(row)
        if breaks or to_the_end:
            own = (line.rstrip("\r\n") for line in lines[start : start + breaks])
            yield QuotedField(number, column, tuple(own), to_the_end)
        start += breaks
