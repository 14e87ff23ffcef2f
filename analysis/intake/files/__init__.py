"""Files to grids of cells: formats, csv, workbooks and their marks; here the grids themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Cell = tuple[int, int]
"""Row and column of a cell, both from 1, as the sheet counts them."""
Span = tuple[int, int]
"""First and last of a run of rows or columns."""


@dataclass(frozen=True)
class Marks:
    """The parts of an xlsx, xlsm or ods sheet beside the values of its cells.

    ``links``: the address behind a cell. ``errors``: a formula's error ("#REF!"), or a formula that has no stored value
    ("=A1+B1"). ``hidden_rows``, ``hidden_columns``: numbers of rows, spans of columns. ``struck``: the cells whose font
    is struck through. ``totals_rows``: the rows that an Excel table has below its data.
    """

    links: Mapping[Cell, str] = field(default_factory=dict)
    errors: Mapping[Cell, str] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[Span, ...] = ()
    struck: frozenset[Cell] = frozenset()
    totals_rows: frozenset[int] = frozenset()


Area = tuple[int, int]
"""How far a sheet's cells reach: its last row and column; both 0 if that is not known."""


class CellBlock(NamedTuple):
    """Cells of one value: the first row and column, each with the one after the last, from 1."""

    rows: Span
    columns: Span
    value: Any


@dataclass(frozen=True)
class BookMarks:
    """Of a workbook by sheet name the marks, the areas, and the blocks of cells whose values its reader loses;
    ``epoch_1904``: its serial days count from 1904; ``holds_identity_code``: such a code is in a part that is no cell.
    """

    marks: Mapping[str, Marks] = field(default_factory=dict)
    areas: Mapping[str, Area] = field(default_factory=dict)
    blocks: Mapping[str, Sequence[CellBlock]] = field(default_factory=dict)
    epoch_1904: bool = False
    holds_identity_code: bool = False


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
    part that is no cell (a comment, a text box, a property). ``leap_1900``: days before March 1900 count as in Excel,
    which has a 29 February 1900. ``origin``: the revision that the file says it is from."""

    file: str
    grids: tuple[SheetGrid, ...]
    epoch_1904: bool = False
    holds_identity_code: bool = False
    leap_1900: bool = True
    origin: str | None = None
