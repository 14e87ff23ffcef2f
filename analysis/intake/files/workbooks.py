"""Workbooks: xlsx, xlsm, xlsb, xls and ods, by python-calamine."""

import io
import tempfile
from collections.abc import Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from itertools import islice
from typing import Any

import python_calamine as calamine

from analysis.intake.files import BookMarks, CellBlock, Marks, SheetBook, SheetGrid
from analysis.intake.files.day_system import counts_from_1904
from analysis.intake.files.formats import Format
from analysis.intake.files.ods_package import ods_marks
from analysis.intake.files.usual_package import with_usual_names
from analysis.intake.files.workbook_property import workbook_property
from analysis.intake.files.xlsx_package import xlsx_marks
from analysis.intake.limits import Limits, Refusal

_ROWS_AT_ONCE = 250
_MOST_TEXTS = 1000
"""A column with more different texts is not taken for one that repeats them."""


def workbook(file: str, data: bytes, form: Format, limits: Limits) -> SheetBook:
    """The sheets of a workbook. Raises Refusal if it is damaged, locked or too large."""
    try:
        if form in ("xlsx", "xlsb"):
            data = with_usual_names(data)
        # It opens the workbook without Python, which meanwhile looks into the sheets.
        with ThreadPoolExecutor(1) as beside:
            opening = _begin_to_open(beside, data)
            package = _marks(data, form)
            reader = opening.result()
        grids = tuple(_grid(reader, data, sheet, package, limits) for sheet in reader.sheets_metadata)
    except (Refusal, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except calamine.PasswordError as error:
        raise Refusal("password-protected") from error
    except calamine.CalamineError as error:
        raise Refusal(_reason(data, form)) from error
    except BaseException as error:
        # A panic of the reader is no Exception.
        raise Refusal("unreadable-file") from error
    secret, origin = package.holds_identity_code, workbook_property(data, form)
    return SheetBook(file, grids, package.epoch_1904, secret, form != "ods", origin)


def _begin_to_open(beside: Executor, data: bytes) -> Future[calamine.CalamineWorkbook]:
    """Open a workbook in another thread; MemoryError if there is no room for one."""
    try:
        return beside.submit(calamine.CalamineWorkbook.from_filelike, io.BytesIO(data))
    except RuntimeError as error:
        raise MemoryError from error


def _marks(data: bytes, form: Format) -> BookMarks:
    """What a workbook says beside its cells, as far as its format is looked at."""
    match form:
        case "xlsx":
            return xlsx_marks(data)
        case "ods":
            return ods_marks(data)
    return BookMarks(epoch_1904=counts_from_1904(data, form))


def _reason(data: bytes, form: Format) -> str:
    """Why a workbook could not be opened: the reader gives the reason only of a file with the ending of its format."""
    with tempfile.NamedTemporaryFile(suffix=f".{form}") as file:
        file.write(data)
        file.flush()
        try:
            calamine.CalamineWorkbook.from_path(file.name).close()
        except (calamine.CalamineError, OSError) as error:
            return "too-large" if "limit exceeded" in str(error) else "unreadable-file"
    return "unreadable-file"


def _grid(
    reader: calamine.CalamineWorkbook, data: bytes, sheet: calamine.SheetMetadata, package: BookMarks, limits: Limits
) -> SheetGrid:
    """One sheet as a grid.

    reader: the workbook in the quick reader.
    data: its bytes, for the reader of sheets whose area is too large.
    sheet: name, type and visibility.
    package: the marks and areas of the sheets.
    limits: how many rows and columns are read.
    """
    hidden = sheet.visible != calamine.SheetVisibleEnum.Visible
    if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
        return SheetGrid(sheet.name, hidden=hidden)
    marks = package.marks.get(sheet.name, Marks())
    rows, columns = package.areas.get(sheet.name, (0, 0))
    if rows * columns > limits.sheet_cells:
        return _sparse_grid(data, sheet.name, marks, columns=limits.columns, hidden=hidden)
    cells = reader.get_sheet_by_name(sheet.name)
    try:
        columns_read = _columns(cells)
    except OverflowError:
        # A length of a thousand million days and more, which Python has no value for; openpyxl reads an error there.
        return _sparse_grid(data, sheet.name, marks, columns=limits.columns, hidden=hidden)
    lines = zip(*columns_read, strict=True)
    if cells.height > limits.sheet_rows and sum(any(cell != "" for cell in row) for row in lines) > limits.sheet_rows:
        raise Refusal("too-large")
    top, left = cells.start or (0, 0)
    all_columns = _with_blocks(columns_read, package.blocks.get(sheet.name, ()), top, left)
    count = max(limits.columns - left, 0)
    rest = enumerate(all_columns[count:], left + count + 1)
    beyond = next((number for number, column in rest if any(cell != "" for cell in column)), None)
    numbers = range(top + 1, top + 1 + cells.height)
    return SheetGrid(sheet.name, all_columns[:count], numbers, left + 1, hidden, beyond, marks)


def _columns(cells: calamine.CalamineSheet) -> list[list[Any]]:
    """The cells of a sheet by column. OverflowError if Python has no value for one.

    Some rows at a time, while they are in the processor's cache. Texts that a column repeats are one object each, which
    takes less memory, and less time whenever they are looked at.
    """
    columns: list[list[Any]] = [[] for _ in range(cells.width)]
    texts: list[dict[str, str]] = [{} for _ in columns]
    # Row by row the reader also gives the empty rows above the cells, but not the columns before them (0.9.1).
    rows = cells.iter_rows() if cells.start == (0, 0) else iter(cells.to_python())
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        for column, own, part in zip(columns, texts, zip(*some, strict=True), strict=True):
            repeats = len(own) < _MOST_TEXTS and set(map(type, part)) == {str}
            column.extend(map(own.setdefault, part, part) if repeats else part)
    return columns


def _with_blocks(columns: list[list[Any]], blocks: Sequence[CellBlock], top: int, left: int) -> list[list[Any]]:
    """The columns with other values in some blocks; ``top``, ``left``: how many rows and columns are before them."""
    for rows, numbers, value in blocks:
        for place in range(max(numbers[0] - 1 - left, 0), min(numbers[1] - 1 - left, len(columns))):
            column = columns[place]
            first, end = max(rows[0] - 1 - top, 0), min(rows[1] - 1 - top, len(column))
            column[first:end] = [value] * (end - first)
    return columns


def _sparse_grid(data: bytes, name: str, marks: Marks, *, columns: int, hidden: bool) -> SheetGrid:
    """As `sparse_grid`: few workbooks need it, and its reader takes as long to load as an ordinary check."""
    from analysis.intake.files.sparse_sheet import sparse_grid

    return sparse_grid(data, name, marks, columns=columns, hidden=hidden)
