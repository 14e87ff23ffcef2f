"""The annotated copy of a file: a coordinator's own workbook, or a new one of the same cells, with comments."""

import io
import re
import warnings
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from analysis.intake.annotated_copy.annotation import AnnotatedCopy, AnnotationSpec, IssueText, Reason
from analysis.intake.annotated_copy.issue_list import FILLS, list_only, put_text, workbook_bytes, write
from analysis.intake.annotated_copy.losses import lists_of, reason_for_loss, with_lists
from analysis.intake.check_result import Upload
from analysis.intake.files import SheetBook
from analysis.intake.files.formats import format_of
from analysis.intake.files.usual_package import with_usual_names
from analysis.intake.limits import Limits, Refusal
from analysis.intake.personal_data import mask_codes
from analysis.intake.reading import open_book
from analysis.intake.text import display_text

AUTHOR = "Klusteripulssi"
_WIDTH, _LINE = 320, 18
"""Of a comment, in pixels."""
_LETTERS = 46
"""About how many fit into a line of one."""
_INVALID_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_WIDEST = 60
_FORMATS: Sequence[tuple[type, str]] = ((date, "d.m.yyyy"), (time, "h:mm:ss"), (timedelta, "[h]:mm:ss"))


def annotate_workbook(upload: Upload, spec: AnnotationSpec, limits: Limits) -> AnnotatedCopy:
    """The file with its faulty cells coloured and commented, a list of all issues before its sheets.

    An xlsx is the coordinator's own workbook, if openpyxl writes again all that is in it; of other formats it is a new
    workbook of the same cells, or else the list alone. Raises MemoryError if the file is too large for the worker.
    """
    try:
        form = format_of(upload.name, upload.data, limits)
        data = with_usual_names(upload.data) if form == "xlsx" else upload.data
        reason: Reason = reason_for_loss(data) if form == "xlsx" else "rebuilt"
        if reason in ("macros", "parts"):
            return list_only(spec, reason)
        if reason == "rebuilt":
            book, sheets = _new_workbook(open_book(upload, 0, limits).book)
        else:
            book, sheets = _own_workbook(data)
        _write_keys(sheets, spec)
        _annotate_cells(sheets, spec)
        write(book, spec, reason, sheets)
        copy = AnnotatedCopy(workbook_bytes(book), reason)
        return copy if reason else replace(copy, data=with_lists(copy.data, lists_of(data)))
    except Refusal:
        return list_only(spec, "refused")
    except MemoryError:
        raise
    except Exception:
        return list_only(spec, "unreadable")


def _own_workbook(data: bytes) -> tuple[Workbook, dict[str, Worksheet]]:
    with warnings.catch_warnings():
        # It warns of what it leaves out; a workbook without a named style loses nothing.
        warnings.simplefilter("error", UserWarning)
        warnings.filterwarnings("ignore", "Workbook contains no default style")
        # Put back by with_lists.
        warnings.filterwarnings("ignore", "Data Validation extension is not supported")
        book = load_workbook(io.BytesIO(data), rich_text=True)
    return book, {mask_codes(sheet.title): sheet for sheet in book.worksheets}


def _cell(sheet: Worksheet, place: str) -> Cell:
    """The cell at an address, of merged ones the first."""
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        return next(sheet.cell(area.min_row, area.min_col) for area in sheet.merged_cells if place in area)
    return cell


def _write_keys(sheets: dict[str, Worksheet], spec: AnnotationSpec) -> None:
    """Write the keys that were made into their cells, unless these are merged with others."""
    for (name, place), key in spec.keys.items():
        if name in sheets and not isinstance(cell := sheets[name][place], MergedCell):
            put_text(cell, key)


def _annotate_cells(sheets: dict[str, Worksheet], spec: AnnotationSpec) -> None:
    """Colour each cell that has issues, and put these after the comment that it has."""
    by_cell: dict[tuple[str, str], list[IssueText]] = {}
    for issue in spec.issues:
        if issue.cell and issue.sheet in sheets:
            by_cell.setdefault((issue.sheet, issue.cell), []).append(issue)
    for (name, place), issues in by_cell.items():
        cell = _cell(sheets[name], place)
        cell.fill = FILLS[issues[0].severity]
        texts = [cell.comment.text] if cell.comment else []
        for each in issues:
            meaning = f"→ {each.suggestion}" if each.suggestion else ""
            texts.append(f"{each.label}: {' '.join(filter(None, (each.text, meaning)))}")
        text = "\n\n".join(texts)
        lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
        cell.comment = Comment(text, AUTHOR, height=24 + _LINE * lines, width=_WIDTH)


def _new_workbook(book: SheetBook) -> tuple[Workbook, dict[str, Worksheet]]:
    """The same values at the same addresses in a new workbook, and its sheets by the names that the check gave them."""
    copy = Workbook()
    copy.remove(copy.worksheets[0])
    sheets = {}
    for grid in book.grids:
        title = _INVALID_IN_NAME.sub(" ", grid.name).strip("' ")[:_LONGEST_NAME] or "1"
        sheet = sheets[mask_codes(grid.name)] = copy.create_sheet(title)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        for number, column in enumerate(grid.columns, grid.left):
            width = 0
            for row, value in zip(grid.numbers, column, strict=True):
                if value not in ("", None):
                    _fill_cell(sheet.cell(row, number), value)
                    width = max(width, len(display_text(value)))
            if width:
                sheet.column_dimensions[get_column_letter(number)].width = max(9, min(width + 2, _WIDEST))
    return copy, sheets


def _fill_cell(cell: Cell, value: Any) -> None:
    """Write a value with the number format of its type."""
    if isinstance(value, str):
        put_text(cell, value)
        return
    cell.value = value
    cell.number_format = next((form for kind, form in _FORMATS if isinstance(value, kind)), cell.number_format)
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        cell.number_format += " h:mm"
