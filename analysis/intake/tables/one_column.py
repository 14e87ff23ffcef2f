"""Rows that stand whole in one cell: a csv opened in a spreadsheet program, or one whose lines are quoted whole."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from analysis.intake.files import SheetGrid
from analysis.intake.files.delimited_text import Weigh, have_width, line_fields
from analysis.intake.issues import Finding
from analysis.intake.text import is_empty

SEPARATORS = ";,\t|"
_SEPARATOR = re.compile(f"[{SEPARATORS}]")
_FEWEST = 2
"""Of headers that a cell must hold to be a header row."""


@dataclass(frozen=True)
class _HeaderRow:
    """Its index, how many headers it has, and what separates them if they stand in one cell."""

    index: int
    width: int
    separators: str
    is_whole: bool


def with_parted_rows(grid: SheetGrid, weigh: Weigh, header_rows: int) -> SheetGrid:
    """The sheet with each row that stands in one cell parted, if it has as many fields as the header.

    ``weigh``: how many known headers rows hold; ``header_rows``: how many rows the header may be among.
    """
    rows = list(zip(*grid.columns, strict=True))
    whole = {index: text for index, row in enumerate(rows) if (text := _whole_row(row))}
    header = _header_row(rows[:header_rows], whole, weigh) if whole else None
    if not header:
        return grid
    fields_of: dict[int, list[str]] = {}
    for index in range(header.index, len(rows)):
        alternatives = (line_fields(whole[index], each) for each in header.separators) if index in whole else ()
        if fields := next((each for each in alternatives if have_width(each, header.width)), None):
            fields_of[index] = fields
    data = [index for index in range(header.index + 1, len(rows)) if not all(map(is_empty, rows[index]))]
    unparted = [index for index in data if index not in fields_of and _is_unparted(rows[index], index in whole, header)]
    is_table_lost = bool(unparted) if header.is_whole else len(unparted) == len(data) >= _FEWEST
    if not fields_of and not is_table_lost:
        return grid
    columns = list(zip_longest(*(fields_of.get(index, row) for index, row in enumerate(rows)), fillvalue=""))
    numbers = frozenset(grid.numbers[index] for index in fields_of)
    return replace(grid, columns=columns, in_one_cell=numbers, unparted=rows[unparted[0]][0] if is_table_lost else "")


def _whole_row(row: Sequence[Any]) -> str | None:
    """The text of a row's first cell, if it is the only one that is filled and holds a separator."""
    text = row[0]
    if not isinstance(text, str) or not _SEPARATOR.search(text) or not all(map(is_empty, row[1:])):
        return None
    return text


def _is_unparted(row: Sequence[Any], is_whole: bool, header: _HeaderRow) -> bool:
    """Whether a row is one that should have been parted: whole, or begun in a cell that holds the separator."""
    if is_whole or not header.is_whole:
        return is_whole
    return isinstance(row[0], str) and header.separators in row[0]


def _header_row(rows: Sequence[Sequence[Any]], whole: Mapping[int, str], weigh: Weigh) -> _HeaderRow | None:
    """The row that holds most known headers, as it is or parted; None if none holds two."""
    best, most = None, _FEWEST - 1
    for index, row in enumerate(rows):
        if (count := weigh([row])) > most:
            width = max(place for place, cell in enumerate(row, 1) if not is_empty(cell))
            best, most = _HeaderRow(index, width, SEPARATORS, False), count
        for separator in SEPARATORS if index in whole else "":
            fields = line_fields(whole[index], separator)
            if (count := weigh([fields])) > most:
                width = max(place for place, field in enumerate(fields, 1) if not is_empty(field))
                best, most = _HeaderRow(index, width, separator, True), count
    return best


def in_one_cell(findings: Sequence[Finding], grids: Mapping[tuple[int, int], SheetGrid]) -> list[Finding]:
    """The findings, those of rows that stand in one cell at that cell; ``grids``: by the order of the sheet."""
    rows = {(order, row) for order, grid in grids.items() for row in grid.in_one_cell}
    return [
        each._replace(number=grids[each.sheet.order].left) if (each.sheet.order, each.row) in rows else each
        for each in findings
    ]
