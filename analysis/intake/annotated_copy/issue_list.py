"""The issues of a file as text in one language, so that a worker needs no catalogue, and the sheet that lists them."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from analysis.intake.check_result import CheckResult
from analysis.schema import Issue, Severity
from analysis.schema.tables import ORIGIN_PROPERTY
from analysis.words import Translator, issue_text

Reason = Literal["", "rebuilt", "parts", "macros", "refused", "unreadable", "large"]
"""Why a copy is not the workbook itself: "rebuilt" is a new one of the same cells, all others are the list alone."""
REASONS: tuple[Reason, ...] = ("rebuilt", "parts", "macros", "refused", "unreadable", "large")
HEADERS = ("severity", "sheet", "cell", "value", "text", "suggestion")

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


@dataclass(frozen=True)
class IssueText:
    """One issue in words. ``sheet`` and ``cell`` are empty if it concerns more than a cell."""

    severity: Severity
    label: str
    sheet: str
    cell: str
    value: str
    text: str
    suggestion: str


@dataclass(frozen=True)
class AnnotationSpec:
    """The contents of a marked copy of one file: name, title and headers of the list's sheet, the issues, how many more
    there are, the texts for a copy that is the workbook and for one that is not; ``keys``: those that were made, by
    sheet and cell; ``origin``: the revision that the file was taken from, which the copy says too."""

    sheet: str
    title: str
    headers: tuple[str, ...]
    issues: tuple[IssueText, ...]
    more: str
    hint: str
    reasons: Mapping[Reason, str]
    keys: Mapping[tuple[str, str], str]
    origin: str | None = None


@dataclass(frozen=True)
class AnnotatedCopy:
    """A marked copy: the bytes of an xlsx, and why it is not the workbook itself, "" if it is."""

    data: bytes
    reason: Reason


def annotation_spec(
    result: CheckResult, file: str, words: Translator, issues: Iterable[Issue] = (), origin: str | None = None
) -> AnnotationSpec:
    """The contents of the annotated copy of one file of an upload.

    result: of its check; file: its name there; words: the language; issues: further ones, beside those of the check;
    origin: the revision that the file was taken from, None if only the file may know it.
    """
    origins = {each.name: each.origin for each in result.files}
    texts = tuple(
        IssueText(
            severity=issue.severity,
            label=words(f"issue.severity.{issue.severity}"),
            sheet=issue.sheet or "",
            cell=issue.cell or "",
            value=issue.value or "",
            text=issue_text(replace(issue, suggestion=None), words),
            suggestion=issue.suggestion or "",
        )
        for issue in (*result.issues, *issues)
        if issue.file == file
    )
    keys = [each for table in result.tables.values() for each in table.made_keys.items()]
    more = sum(result.counts.values()) - len(result.issues)
    return AnnotationSpec(
        sheet=words("marked.sheet"),
        title=words("marked.title" if texts else "marked.nothing", file=file),
        headers=tuple(words(f"marked.head.{each}") for each in HEADERS),
        issues=texts,
        more=words.plural("marked.more", more) if more > 0 else "",
        hint=words("marked.hint"),
        reasons={each: words(f"marked.reason.{each}") for each in REASONS},
        keys={(sheet, cell): key for (name, sheet, cell), key in keys if name == file},
        origin=origin or origins.get(file),
    )


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
