"""A chart's table, or rows, as the cells of a sheet: numbers are numbers, full days are days, text stays text."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.charts.chart import Field
from analysis.exports.values import HEADER_STYLE, LONGEST_LINK, Cells, SheetCell, cell_writer
from analysis.schema.kinds import Day
from analysis.words import Translator


def field_cells(frame: pd.DataFrame, fields: Sequence[Field], words: Translator) -> Cells:
    """The header in row 0 and the rows below it; what is missing has no cell."""
    placed: dict[tuple[int, int], SheetCell] = {}
    for at, field in enumerate(fields):
        placed[0, at] = SheetCell(field.label, HEADER_STYLE)
        links = frame[field.link].tolist() if field.link else [None] * len(frame)
        for row, (value, link) in enumerate(zip(frame[field.name].tolist(), links, strict=True), start=1):
            if isinstance(value, tuple | list):
                cell = SheetCell("; ".join(map(str, value)), "prose")
            elif pd.isna(value):
                continue
            else:
                cell = _field_cell(value, field.kind, words)
            linked = isinstance(link, str) and len(link) <= LONGEST_LINK
            placed[row, at] = SheetCell(cell.value, "link", link) if linked else cell
    return placed


def _field_cell(value: Any, kind: str, words: Translator) -> SheetCell:
    """The cell of a known value of a field's kind."""
    match kind:
        case "number":
            return number_cell(value)
        case "year":
            return SheetCell(int(value), "year")
        case "day":
            return day_cell(value, words)
        case _:
            return SheetCell(str(value), "prose")


def number_cell(value: float) -> SheetCell:
    """A number as a cell, whole or with its decimals."""
    whole = float(value).is_integer()
    return SheetCell(int(value) if whole else float(value), "number" if whole else "decimal")


def day_cell(value: str, words: Translator) -> SheetCell:
    """A full day is a date of Excel; a month or a year is written as on the page."""
    written = cell_writer(Day(), words, {})(value)
    return written._replace(value=words.day(value)) if isinstance(written.value, str) else written
