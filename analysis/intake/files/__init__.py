"""Files to grids of cells: formats, csv, workbooks and their marks; here the grids themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Cell = tuple[int, int]
"""Row and column of a cell, both from 1, as the sheet counts them."""
Span = tuple[int, int]
"""First and last of a run of rows or columns."""


@dataclass(frozen=True)
class Marks:
    """The parts of an xlsx or xlsm sheet beside the values of its cells.

    ``links``: the address behind a cell. ``errors``: a formula's error ("#REF!"), or a formula that has no stored value
    ("=A1+B1"). ``hidden_rows``, ``hidden_columns``: numbers of rows, spans of columns.
    """

    links: Mapping[Cell, str] = field(default_factory=dict)
    errors: Mapping[Cell, str] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[Span, ...] = ()


@dataclass(frozen=True)
class QuotedField:
    """A quoted field of a csv that runs over several lines. ``row``, ``column``: the cell where it opened.

    ``lines``: the lines of its text; ``last``: the last one as the file has it, with what stands behind the field.
    ``is_open``: it is not closed before the end of the file.
    """

    row: int
    column: int
    lines: tuple[str, ...]
    last: str
    is_open: bool


@dataclass(frozen=True)
class SheetGrid:
    """One sheet. ``columns``: the cells of each column, all of one length, "" if empty, from column ``left`` on.

    ``numbers``: the sheet's own row number of each row. ``beyond``: the first filled column past the last that is read.
    Of a csv: its ``delimiter`` ("" of a workbook), and its ``quoted`` fields of several lines.
    ``in_one_cell``: the numbers of rows that stand whole in their first cell; ``unparted``: the first of them that does
    not part into as many cells as the header has, "" if there is none.
    """

    name: str
    columns: Sequence[Sequence[Any]] = ()
    numbers: Sequence[int] = ()
    left: int = 1
    hidden: bool = False
    beyond: int | None = None
    marks: Marks = field(default_factory=Marks)
    delimiter: str = ""
    quoted: tuple[QuotedField, ...] = ()
    in_one_cell: frozenset[int] = frozenset()
    unparted: str = ""


@dataclass(frozen=True)
class SheetBook:
    """A file's sheets in their order. ``epoch_1904``: its serial days count from 1904. ``holds_identity_code``: in a
    part that is no cell (a comment, a text box, a property)."""

    file: str
    grids: tuple[SheetGrid, ...]
    epoch_1904: bool = False
    holds_identity_code: bool = False
