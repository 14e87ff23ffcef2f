"""A chart's table, or rows, as the cells of a sheet: numbers are numbers, full days are days, text stays text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.charts.chart import Field
from analysis.exports.values import HEAD, LONGEST_LINK, Cells, Written, writer
from analysis.schema.kinds import Day
from analysis.words import Words


def cells(frame: pd.DataFrame, fields: Sequence[Field], words: Words) -> Cells:
    """The header in row 0 and the rows below it; what is missing has no cell."""
    return dict(_placed(frame, fields, words))


def _placed(frame: pd.DataFrame, fields: Sequence[Field], words: Words) -> Iterator[tuple[tuple[int, int], Written]]:
    kinds: Mapping[str, Callable[[Any], Written]] = {
        "number": number_cell,
        "year": lambda value: Written(int(value), "year"),
        "day": lambda value: day_cell(value, words),
        "text": _text,
    }
    for at, field in enumerate(fields):
        yield (0, at), Written(field.label, HEAD)
        links = frame[field.link].tolist() if field.link else [None] * len(frame)
        for row, (value, link) in enumerate(zip(frame[field.name].tolist(), links, strict=True), start=1):
            if isinstance(value, tuple | list) or pd.notna(value):
                yield (row, at), _linked(kinds[field.kind](value), link)


def number_cell(value: float) -> Written:
    """A number as a cell, whole or with its decimals."""
    whole = float(value).is_integer()
    return Written(int(value) if whole else float(value), "number" if whole else "decimal")


def day_cell(value: str, words: Words) -> Written:
    """A full day is a date of Excel; a month or a year is written as on the page."""
    written = writer(Day(), words, {})(value)
    return written._replace(value=words.day(value)) if isinstance(written.value, str) else written


def _text(value: Any) -> Written:
    return Written("; ".join(map(str, value)) if isinstance(value, tuple | list) else str(value), "prose")


def _linked(cell: Written, link: Any) -> Written:
    if not isinstance(link, str) or len(link) > LONGEST_LINK:
        return cell
    return Written(cell.value, "link", link)
