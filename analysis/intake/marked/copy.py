"""Making the marked copy of a file, in a worker as every look into a file."""

import io
import warnings
from dataclasses import replace

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from analysis.intake.checked import Upload
from analysis.intake.formats import format_of
from analysis.intake.limits import Limits, Refused
from analysis.intake.marked.kept import lost
from analysis.intake.marked.listing import FILLS, alone, packed, write
from analysis.intake.marked.lists import lists_of, with_lists
from analysis.intake.marked.order import Marked, Order, Reason, Told, comments
from analysis.intake.marked.rebuilt import rebuilt
from analysis.intake.personal import masked
from analysis.intake.reading import open_book

AUTHOR = "Klusteripulssi"
_WIDTH, _LINE = 320, 18
"""Of a comment, in pixels."""
_LETTERS = 46
"""About how many stand in a line of one."""


def marked(upload: Upload, order: Order, limits: Limits) -> Marked:
    """The file with its faulty cells coloured and commented, a list of all issues before its sheets.

    An xlsx is her own workbook, where openpyxl writes again all that is in it; of other formats it is a new workbook of
    the same cells. Where neither can be, the list alone. MemoryError where the file is too large for the worker.
    """
    try:
        form = format_of(upload.name, upload.data, limits)
        reason: Reason = lost(upload.data) if form == "xlsx" else "rebuilt"
        if reason in ("macros", "parts"):
            return alone(order, reason)
        if reason == "rebuilt":
            book, sheets = rebuilt(open_book(upload, 0, limits).book)
        else:
            book, sheets = _own(upload.data)
        made = _marked(book, sheets, order, reason)
        return made if reason else replace(made, data=with_lists(made.data, lists_of(upload.data)))
    except Refused:
        return alone(order, "refused")
    except MemoryError:
        raise
    except Exception:
        return alone(order, "unreadable")


def _own(data: bytes) -> tuple[Workbook, dict[str, Worksheet]]:
    with warnings.catch_warnings():
        # What it warns of it would leave out; a workbook without a named style loses nothing.
        warnings.simplefilter("error", UserWarning)
        warnings.filterwarnings("ignore", "Workbook contains no default style")
        # Put back by with_lists.
        warnings.filterwarnings("ignore", "Data Validation extension is not supported")
        book = load_workbook(io.BytesIO(data), rich_text=True)
    return book, {masked(sheet.title): sheet for sheet in book.worksheets}


def _marked(book: Workbook, sheets: dict[str, Worksheet], order: Order, reason: Reason) -> Marked:
    for name, cell, told in comments(order.issues):
        if name in sheets:
            _mark(sheets[name], cell, told)
    write(book, order, reason, sheets)
    return Marked(packed(book), reason)


def _mark(sheet: Worksheet, place: str, told: list[Told]) -> None:
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        cell = next(sheet.cell(area.min_row, area.min_col) for area in sheet.merged_cells if place in area)
    cell.fill = FILLS[told[0].severity]
    before = [cell.comment.text] if cell.comment else []
    text = "\n\n".join([*before, *(_said(each) for each in told)])
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, height=24 + _LINE * lines, width=_WIDTH)


def _said(told: Told) -> str:
    return f"{told.label}: {' '.join(filter(None, (told.text, told.suggestion and f'→ {told.suggestion}')))}"
