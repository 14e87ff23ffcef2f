"""Workbooks: xlsx, xlsm, xlsb, xls and ods, by python-calamine."""

import io
import tempfile
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from analysis.intake.formats import Format
from analysis.intake.grid import Book, Grid, Marks, grid
from analysis.intake.limits import Limits, Refused
from analysis.intake.package import Area, Package, comments_hold_code, package_of
from analysis.intake.sparse import sparse_grid

_NO_AREA = Area(0, 0)


def workbook(file: str, data: bytes, form: Format, limits: Limits) -> Book:
    """The sheets of a workbook; Refused where it is damaged, locked or too large."""
    try:
        package = package_of(data) if form == "xlsx" else Package(secrets=form == "ods" and comments_hold_code(data))
        opened = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = tuple(_grid(opened, data, sheet, package, limits) for sheet in opened.sheets_metadata)
    except (Refused, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError as error:
        raise Refused("password-protected") from error
    except CalamineError as error:
        raise Refused(_reason(data, form)) from error
    except BaseException as error:
        # A panic of the reader is no Exception.
        raise Refused("unreadable-file") from error
    return Book(file, grids, package.epoch_1904, package.secrets)


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


def _grid(opened: CalamineWorkbook, data: bytes, sheet: SheetMetadata, package: Package, limits: Limits) -> Grid:
    hidden = sheet.visible != SheetVisibleEnum.Visible
    if sheet.typ != SheetTypeEnum.WorkSheet:
        return Grid(sheet.name, hidden=hidden)
    marks = package.marks.get(sheet.name, Marks())
    if package.areas.get(sheet.name, _NO_AREA).cells > limits.sheet_cells:
        read = sparse_grid(data, sheet.name, marks, columns=limits.columns, hidden=hidden)
    else:
        cells = opened.get_sheet_by_name(sheet.name)
        rows: list[list[Any]] = cells.to_python()
        top, left = cells.start or (0, 0)
        _count(rows, limits)
        read = grid(sheet.name, rows, top + 1, left + 1, limits.columns, hidden=hidden, marks=marks)
    return read


def _count(rows: list[list[Any]], limits: Limits) -> None:
    if len(rows) > limits.sheet_rows and sum(any(cell != "" for cell in row) for row in rows) > limits.sheet_rows:
        raise Refused("too-large")
