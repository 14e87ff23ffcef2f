"""Workbooks: xlsx, xlsm, xlsb, xls and ods, by python-calamine."""

import io
import tempfile
import warnings
from itertools import zip_longest
from typing import Any

from openpyxl import load_workbook
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from analysis.intake.files.formats import Format
from analysis.intake.files.grid import Marks, SheetBook, SheetGrid, grid
from analysis.intake.files.xlsx_package import XlsxPackage, comments_hold_code, package_of
from analysis.intake.limits import Limits, Refusal


def workbook(file: str, data: bytes, form: Format, limits: Limits) -> SheetBook:
    """The sheets of a workbook; Refused if it is damaged, locked or too large."""
    try:
        package = (
            package_of(data)
            if form == "xlsx"
            else XlsxPackage(holds_identity_code=form == "ods" and comments_hold_code(data))
        )
        opened = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = tuple(_grid(opened, data, sheet, package, limits) for sheet in opened.sheets_metadata)
    except (Refusal, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError as error:
        raise Refusal("password-protected") from error
    except CalamineError as error:
        raise Refusal(_reason(data, form)) from error
    except BaseException as error:
        # A panic of the reader is no Exception.
        raise Refusal("unreadable-file") from error
    return SheetBook(file, grids, package.epoch_1904, package.holds_identity_code)


def _reason(data: bytes, form: Format) -> str:
    """Why a workbook could not be opened: only of a file with the ending of its format does the reader say so."""
    with tempfile.NamedTemporaryFile(suffix=f".{form}") as file:
        file.write(data)
        file.flush()
        try:
            CalamineWorkbook.from_path(file.name).close()
        except (CalamineError, OSError) as error:
            return "too-large" if "limit exceeded" in str(error) else "unreadable-file"
    return "unreadable-file"


def _grid(
    opened: CalamineWorkbook, data: bytes, sheet: SheetMetadata, package: XlsxPackage, limits: Limits
) -> SheetGrid:
    """One sheet as a grid.

    opened: the workbook in the quick reader.
    data: its bytes, for the reader of sheets whose cells lie too far apart to be laid out.
    sheet: which sheet.
    package: the marks and areas of the sheets.
    limits: how many rows and columns are read.
    """
    hidden = sheet.visible != SheetVisibleEnum.Visible
    if sheet.typ != SheetTypeEnum.WorkSheet:
        return SheetGrid(sheet.name, hidden=hidden)
    marks = package.marks.get(sheet.name, Marks())
    rows, columns = package.areas.get(sheet.name, (0, 0))
    if rows * columns > limits.sheet_cells:
        return _sparse_grid(data, sheet.name, marks, columns=limits.columns, hidden=hidden)
    cells = opened.get_sheet_by_name(sheet.name)
    lines: list[list[Any]] = cells.to_python()
    if len(lines) > limits.sheet_rows and sum(any(cell != "" for cell in row) for row in lines) > limits.sheet_rows:
        raise Refusal("too-large")
    top, left = cells.start or (0, 0)
    return grid(sheet.name, lines, top + 1, left + 1, limits.columns, hidden=hidden, marks=marks)


def _sparse_grid(data: bytes, name: str, marks: Marks, *, columns: int, hidden: bool) -> SheetGrid:
    """The grid of one sheet of an xlsx with only the rows that hold something, read row by row.

    A stray cell in the last corner makes no large sheet.

    data: the bytes of the workbook.
    name: the sheet.
    marks, hidden: as the package has them.
    columns: how many are read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheet = book[name]
        sheet.reset_dimensions()
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        filled = {number: row for number, row in rows if any(value is not None for value in row)}
    finally:
        book.close()
    beyond = [
        number
        for row in filled.values()
        for number, value in enumerate(row[columns:], columns + 1)
        if value is not None
    ]
    lines = (["" if value is None else value for value in row[:columns]] for row in filled.values())
    cells = list(zip_longest(*lines, fillvalue=""))
    return SheetGrid(name, cells, list(filled), hidden=hidden, beyond=min(beyond, default=None), marks=marks)
