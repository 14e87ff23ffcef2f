"""The example input of an issue code: `input.csv` beside it, or a small file described in `input.json`.

A description has ``file`` (its name) and one of ``text``, ``compound`` (names of the streams of a compound file) and
``sheets`` (rows of cells by sheet; a cell may be ``{"error": "#REF!"}`` or ``{"formula": "SUM(A1)"}``, which has no
stored value), and may have ``hidden`` (``sheets``, ``rows`` and ``columns`` by sheet), ``limits``, and ``beside``, the
descriptions of further files.
"""

import io
import json
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from analysis.intake import Limits, Upload

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def case_files(folder: Path) -> tuple[list[Upload], Limits]:
    """The files of a folder, and the limits under which they are checked."""
    text = folder / "input.csv"
    if text.exists():
        return [Upload("tapahtumat.csv", text.read_bytes())], Limits()
    described = json.loads((folder / "input.json").read_text(encoding="utf-8"))
    uploads = [Upload(each["file"], _bytes(each)) for each in (described, *described.get("beside", ()))]
    return uploads, Limits(**described.get("limits", {}))


def _bytes(described: dict[str, Any]) -> bytes:
    if "text" in described:
        return described["text"].encode()
    if "compound" in described:
        return COMPOUND + b"".join(name.encode("utf-16-le") + bytes(64) for name in described["compound"])
    return workbook(described["sheets"], described.get("hidden", {}))


def workbook(sheets: dict[str, list[list[Any]]], hidden: dict[str, Any]) -> bytes:
    """A workbook as openpyxl writes it: formulas without stored values."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([_cell(cell) for cell in row])
        sheet.sheet_state = "hidden" if name in hidden.get("sheets", ()) else "visible"
        for row in hidden.get("rows", {}).get(name, ()):
            sheet.row_dimensions[row].hidden = True
        for column in hidden.get("columns", {}).get(name, ()):
            sheet.column_dimensions[column].hidden = True
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(cell: Any) -> Any:
    if isinstance(cell, dict):
        return cell["error"] if "error" in cell else f"={cell['formula']}"
    return cell
