"""Small files for tests, written from rows: each sheet a list of dicts by header, or a list of rows of cells."""

import csv as text
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import odf.opendocument
import odf.table
import odf.text
import xlsxwriter
from openpyxl import Workbook, load_workbook
from xlwt import Workbook as XlsWorkbook

Rows = Sequence[Mapping[str, Any]] | Sequence[Sequence[Any]]


def grid(rows: Rows) -> list[list[Any]]:
    """Rows of cells, the headers first where the rows are dicts."""
    if not rows or not isinstance(rows[0], Mapping):
        return [list(row) for row in rows]
    headers = list(dict.fromkeys(header for row in rows for header in row))
    return [headers, *([row.get(header) for header in headers] for row in rows)]


def xlsx(sheets: Mapping[str, Rows] | None = None, /, **more: Rows) -> bytes:
    """A workbook with a sheet for each name: text as text, days as days; None and "" stay empty."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "d.m.yyyy"})
        for name, rows in {**(sheets or {}), **more}.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(grid(rows)):
                for column, cell in enumerate(cells):
                    if isinstance(cell, date):
                        sheet.write_datetime(row, column, cell, day)
                    elif isinstance(cell, str):
                        sheet.write_string(row, column, cell)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return file.getvalue()


def ods(sheets: Mapping[str, Rows] | None = None, /, **more: Rows) -> bytes:
    """An OpenDocument workbook of the same kind."""
    book = odf.opendocument.OpenDocumentSpreadsheet()
    for name, rows in {**(sheets or {}), **more}.items():
        table = odf.table.Table(name=name)
        for cells in grid(rows):
            row = odf.table.TableRow()
            for cell in cells:
                row.addElement(_ods_cell(cell))
            table.addElement(row)
        book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.write(file)
    return file.getvalue()


def _ods_cell(value: Any) -> odf.table.TableCell:
    if value is None or value == "":
        return odf.table.TableCell()
    if isinstance(value, date):
        return odf.table.TableCell(valuetype="date", datevalue=value.isoformat())
    if isinstance(value, int | float):
        return odf.table.TableCell(valuetype="float", value=str(value))
    cell = odf.table.TableCell(valuetype="string")
    for line in value.split("\n"):
        cell.addElement(odf.text.P(text=line))
    return cell


def csv(rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """A text file with separated values."""
    file = io.StringIO(newline="")
    text.writer(file, delimiter=delimiter).writerows(
        ["" if cell is None else cell for cell in row] for row in grid(rows)
    )
    return file.getvalue().encode(encoding)


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A zip with each part as ``change`` makes it from its name and bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


def edited(data: bytes) -> Workbook:
    """A workbook opened by openpyxl, to change what XlsxWriter does not write."""
    return load_workbook(io.BytesIO(data))


def saved(book: Workbook | XlsWorkbook) -> bytes:
    """The bytes of a workbook; formulas that openpyxl saves have no stored value."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
