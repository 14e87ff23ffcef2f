"""The sheet that lists the issues of a file, alone or before the sheets of a workbook."""

import io
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from analysis.intake.annotated_copy.annotation import HEADERS, AnnotatedCopy, AnnotationSpec, Reason
from analysis.schema import Severity
from analysis.schema.tables import ORIGIN_PROPERTY

_RED, _YELLOW, _BLUE = (PatternFill("solid", fgColor=color) for color in ("FFFFC7CE", "FFFFEB9C", "FFDDEBF7"))
FILLS: Mapping[Severity, PatternFill] = {
    **dict.fromkeys(("refused", "error"), _RED),
    **dict.fromkeys(("warning", "confirm"), _YELLOW),
    "info": _BLUE,
}
_WIDTHS = (12, 22, 10, 30, 80, 28)
_HEAD, _LINK, _TITLE = Font(bold=True), Font(color="FF0B5CAD", underline="single"), Font(bold=True, size=14)
_HEAD_FILL = PatternFill("solid", fgColor="FFE9ECF0")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
LONGEST = 32_767
"""The most characters that a cell takes."""


def list_only(spec: AnnotationSpec, reason: Reason) -> AnnotatedCopy:
    """The list as a workbook of its own, with the reason why it is no more."""
    book = Workbook()
    write(book, spec, reason, {})
    del book["Sheet"]
    return AnnotatedCopy(workbook_bytes(book), reason)


def write(book: Workbook, spec: AnnotationSpec, reason: Reason, sheets: Mapping[str, Worksheet]) -> None:
    """Put the list before the other sheets; ``sheets``: those whose cells can be linked to, by name in the issues."""
    listing = book.create_sheet(spec.sheet, 0)
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        listing.column_dimensions[letter].width = width
    put_text(listing.cell(1, 1), spec.title).font = _TITLE
    above = [text for text in (spec.hint if sheets else "", spec.reasons.get(reason, ""), spec.more) if text]
    for row, text in enumerate(above, 2):
        put_text(listing.cell(row, 1), text)
    _rows(listing, spec, len(above) + 3, sheets)
    if spec.origin:
        properties = [each for each in book.custom_doc_props if each.name != ORIGIN_PROPERTY]
        book.custom_doc_props.props = [*properties, StringProperty(name=ORIGIN_PROPERTY, value=spec.origin)]
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is listing


def _rows(listing: Worksheet, spec: AnnotationSpec, top: int, sheets: Mapping[str, Worksheet]) -> None:
    """Write the headers at row ``top``, and the issues below."""
    if not spec.issues:
        return
    for column, text in enumerate(spec.headers, 1):
        head = put_text(listing.cell(top, column), text)
        head.font, head.fill = _HEAD, _HEAD_FILL
    for row, issue in enumerate(spec.issues, top + 1):
        texts = (issue.label, issue.sheet, issue.cell, issue.value, issue.text, issue.suggestion)
        for column, text in enumerate(texts, 1):
            put_text(listing.cell(row, column), text).alignment = _WRAPPED
        listing.cell(row, 1).fill = FILLS[issue.severity]
        if issue.cell and issue.sheet in sheets:
            place = f"{quote_sheetname(sheets[issue.sheet].title)}!{issue.cell}"
            link = listing.cell(row, HEADERS.index("cell") + 1)
            link.hyperlink = Hyperlink(ref=link.coordinate, location=place, display=issue.cell)
            link.font = _LINK
    listing.freeze_panes = listing.cell(top + 1, 1)
    listing.auto_filter.ref = f"A{top}:{get_column_letter(len(HEADERS))}{top + len(spec.issues)}"


def put_text(cell: Cell, text: str) -> Cell:
    """Write text that stays text, whatever it begins with."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST]
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def workbook_bytes(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
