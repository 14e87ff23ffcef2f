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
from openpyxl.worksheet.worksheet import Worksheet

from analysis.intake.annotated_copy.annotation_spec import AnnotatedCopy, AnnotationSpec, IssueText, Reason, by_cell
from analysis.intake.annotated_copy.issue_list import FILLS, list_only, put_text, workbook_bytes, write
from analysis.intake.annotated_copy.losses import lists_of, reason_for_loss, with_lists
from analysis.intake.check_result import Upload
from analysis.intake.files.formats import format_of
from analysis.intake.files.grid import SheetBook, SheetGrid
from analysis.intake.limits import Limits, Refusal
from analysis.intake.personal_data import mask_codes
from analysis.intake.reading import open_book
from analysis.intake.text import display_text

AUTHOR = "Klusteripulssi"
_WIDTH, _LINE = 320, 18
"""Of a comment, in pixels."""
_LETTERS = 46
"""About how many fit into a line of one."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_WIDEST = 60
_FORMATS: Sequence[tuple[type, str]] = ((date, "d.m.yyyy"), (time, "h:mm:ss"), (timedelta, "[h]:mm:ss"))


def annotate_workbook(upload: Upload, spec: AnnotationSpec, limits: Limits) -> AnnotatedCopy:
    """The file with its faulty cells coloured and commented, a list of all issues before its sheets.

    An xlsx is her own workbook, if openpyxl writes again all that is in it; of other formats it is a new workbook of
    the same cells. If neither can be, the list alone. MemoryError if the file is too large for the worker.
    """
    try:
        form = format_of(upload.name, upload.data, limits)
        reason: Reason = reason_for_loss(upload.data) if form == "xlsx" else "rebuilt"
        if reason in ("macros", "parts"):
            return list_only(spec, reason)
        if reason == "rebuilt":
            book, sheets = _rebuilt(open_book(upload, 0, limits).book)
        else:
            book, sheets = _own(upload.data)
        copy = _annotated(book, sheets, spec, reason)
        return copy if reason else replace(copy, data=with_lists(copy.data, lists_of(upload.data)))
    except Refusal:
        return list_only(spec, "refused")
    except MemoryError:
        raise
    except Exception:
        return list_only(spec, "unreadable")


def _own(data: bytes) -> tuple[Workbook, dict[str, Worksheet]]:
    with warnings.catch_warnings():
        # What it warns of it would leave out; a workbook without a named style loses nothing.
        warnings.simplefilter("error", UserWarning)
        warnings.filterwarnings("ignore", "Workbook contains no default style")
        # Put back by with_lists.
        warnings.filterwarnings("ignore", "Data Validation extension is not supported")
        book = load_workbook(io.BytesIO(data), rich_text=True)
    return book, {mask_codes(sheet.title): sheet for sheet in book.worksheets}


def _annotated(book: Workbook, sheets: dict[str, Worksheet], spec: AnnotationSpec, reason: Reason) -> AnnotatedCopy:
    for (name, cell), issues in by_cell(spec.issues).items():
        if name in sheets:
            _mark(sheets[name], cell, issues)
    write(book, spec, reason, sheets)
    return AnnotatedCopy(workbook_bytes(book), reason)


def _mark(sheet: Worksheet, place: str, issues: list[IssueText]) -> None:
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        cell = next(sheet.cell(area.min_row, area.min_col) for area in sheet.merged_cells if place in area)
    cell.fill = FILLS[issues[0].severity]
    before = [cell.comment.text] if cell.comment else []
    texts = [" ".join(filter(None, (each.text, each.suggestion and f"→ {each.suggestion}"))) for each in issues]
    labelled = [f"{each.label}: {text}" for each, text in zip(issues, texts, strict=True)]
    text = "\n\n".join([*before, *labelled])
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, height=24 + _LINE * lines, width=_WIDTH)


def _rebuilt(book: SheetBook) -> tuple[Workbook, dict[str, Worksheet]]:
    """The same values at the same addresses in a new workbook, and its sheets by the names that the check gave them."""
    copy = Workbook()
    copy.remove(copy.worksheets[0])
    sheets = {}
    for grid in book.grids:
        title = _FORBIDDEN.sub(" ", grid.name).strip("' ")[:_LONGEST_NAME] or "1"
        sheet = sheets[mask_codes(grid.name)] = copy.create_sheet(title)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        _fill_sheet(sheet, grid)
    return copy, sheets


def _fill_sheet(sheet: Worksheet, grid: SheetGrid) -> None:
    for number, column in enumerate(grid.columns, grid.left):
        width = 0
        for row, value in zip(grid.numbers, column, strict=True):
            if value not in ("", None):
                cell = _fill_cell(sheet.cell(row, number), value)
                width = max(width, len(display_text(value)))
                sheet.column_dimensions[cell.column_letter].width = max(9, min(width + 2, _WIDEST))


def _fill_cell(cell: Cell, value: Any) -> Cell:
    if isinstance(value, str):
        return put_text(cell, value)
    cell.value = value
    cell.number_format = next((form for kind, form in _FORMATS if isinstance(value, kind)), cell.number_format)
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        cell.number_format += " h:mm"
    return cell
