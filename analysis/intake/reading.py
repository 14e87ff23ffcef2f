"""The whole check, in this process: bytes in, typed tables and issues out."""

import hashlib
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from types import MappingProxyType

from analysis.intake.cells.lexicon import EMPTY, NO_LEXICONS, Lexicons
from analysis.intake.check_result import CheckResult, FileRecord, TableResult, Upload
from analysis.intake.files.delimited_text import read_text
from analysis.intake.files.formats import LOCK_FILE, format_of, unknown_format
from analysis.intake.files.workbooks import workbook
from analysis.intake.issues import Finding, SheetAddress, to_issues
from analysis.intake.limits import Limits, Refusal
from analysis.intake.personal_data import mask_codes
from analysis.intake.tables.headers import header_count
from analysis.intake.tables.sheet_findings import book_findings
from analysis.intake.tables.sheets import SortedBook, TableSheet, sort_sheets
from analysis.intake.tables.table_reading import read_table
from analysis.schema import TABLES, Tables
from analysis.schema.kinds import Many, One
from analysis.words.language import HELSINKI

# Tables that others refer to come first, so that references know the upload's own rows.
ORDER = tuple(dict.fromkeys(("themes", "priorities", "regions", "clusters", "events", *TABLES)))
_TEXT_ENDINGS = frozenset({".csv", ".tsv", ".tab"})
_PERHAPS_TEXT = frozenset({".txt", ""})
log = logging.getLogger(__name__)


def read(
    uploads: Sequence[Upload], published: Tables, limits: Limits, now: datetime, stays: Tables | None = None
) -> CheckResult:
    """The tables of an upload, and refused files, errors and all else as issues. No input makes it raise.

    Themes, regions and the like are those of the upload and, for a table that it lacks, those that are published.

    uploads: the files.
    published: the tables of the current revision.
    limits: the bounds of the check.
    now: decides which days are unlikely.
    stays: tables whose rows stay beside those of the upload, if these are only added.
    """
    try:
        lexicons = Lexicons.of_published(published, stay=bool(stays))
        return examine(uploads, lexicons, limits, now, stays=Lexicons.of(stays or {}))
    except MemoryError:
        return refuse(uploads, "too-large")
    except Exception as error:
        log.error("%s", trace(error))
        return refuse(uploads, "unreadable-file")


def examine(
    uploads: Sequence[Upload],
    lexicons: Lexicons,
    limits: Limits,
    now: datetime,
    begin: Callable[[int], None] = lambda place: None,
    stays: Lexicons = NO_LEXICONS,
) -> CheckResult:
    """As `read`, but a fault of the program is raised.

    uploads: the files.
    lexicons: the words of the published tables, and their rows.
    limits: the bounds of the check.
    now: decides which days are unlikely.
    begin: called with the place of each file before it is opened, and with -1 before the tables are read.
    stays: the words of rows that stay beside the upload's.
    """
    files = _distinct_names(uploads)
    books: list[SortedBook] = []
    findings: list[Finding] = []
    refusals: list[Finding] = []
    for order, upload in enumerate(files):
        begin(order)
        try:
            books.append(open_book(upload, order, limits))
            findings += book_findings(books[-1])
        except Refusal as refusal:
            address = SheetAddress(upload.name, None, (order, -1))
            refusals.append(Finding(refusal.code, upload.name, "refused", sheet=address, variant=refusal.variant))
    if len(locks := [each for each in refusals if each.variant == LOCK_FILE]) < len(files):
        findings += [each._replace(code="ignored-file", severity="info", variant="") for each in locks]
        refusals = [each for each in refusals if each not in locks]
    if refusals:
        return _result({}, refusals, files)
    begin(-1)
    tables, in_tables = _read_tables(books, lexicons, stays, now.astimezone(HELSINKI).date())
    return _result(tables, [*findings, *in_tables], files, {book.order: book.book.origin for book in books})


def refuse(uploads: Sequence[Upload], code: str, place: int | None = None) -> CheckResult:
    """The result of a check that was given up: the file at ``place`` in the upload is refused, else the largest one."""
    files = _distinct_names(uploads)
    if place is None or not 0 <= place < len(files):
        place = max(range(len(files)), key=lambda each: len(files[each].data), default=None)
    if place is None:
        return _result({}, [], files)
    address = SheetAddress(files[place].name, None, (place, -1))
    return _result({}, [Finding(code, address.file, "refused", sheet=address)], files)


def _distinct_names(uploads: Sequence[Upload]) -> list[Upload]:
    """The files with names that tell them apart and hold no identity code."""
    files: list[Upload] = []
    for upload in uploads:
        name = mask_codes(upload.name)
        again = sum(other.name == upload.name for other in uploads[: len(files)])
        name = f"{name} ({again + 1})" if again else name
        files.append(upload if name == upload.name else replace(upload, name=name))
    return files


def open_book(upload: Upload, order: int, limits: Limits) -> SortedBook:
    """A file's sheets by what they are; ``order``: its place in the upload. Raises Refusal."""
    form = format_of(upload.name, upload.data, limits)
    if form != "text":
        return sort_sheets(workbook(upload.name, upload.data, form, limits), order)
    name = PurePath(upload.name)
    book = sort_sheets(read_text(upload.name, upload.data, header_count, limits), order, name.stem)
    if not book.sheets:
        # Text in which no table is found may be a letter or a damaged workbook.
        ending = name.suffix.casefold()
        several = any(len(grid.columns) > 1 for grid in book.book.grids)
        if ending not in _TEXT_ENDINGS and not (ending in _PERHAPS_TEXT and several):
            raise unknown_format(upload.name)
    return book


def _read_tables(
    books: Sequence[SortedBook], lexicons: Lexicons, stays: Lexicons, today: date
) -> tuple[dict[str, TableResult], list[Finding]]:
    """The tables of all files, and the findings in them; further sheets of a table are added to its first one."""
    tables: dict[str, TableResult] = {}
    findings: list[Finding] = []
    by_table: dict[str, list[TableSheet]] = {}
    referred: set[str | None] = set()
    for sheet in (sheet for book in books for sheet in book.sheets):
        by_table.setdefault(sheet.table.name, []).append(sheet)
        referred |= {each.kind.to for each in sheet.table.columns if isinstance(each.kind, One | Many)}
    for name in (name for name in ORDER if name in by_table):
        for address in (sheet.address for sheet in by_table[name][1:]):
            findings.append(Finding("ambiguous-sheet", address.sheet or "", "info", table=name, sheet=address))
        table, in_table = read_table(TABLES[name], by_table[name], lexicons, today)
        findings += in_table
        if table:
            tables[name] = table
            lexicons = _with_rows_of(table, lexicons, stays) if name in referred else lexicons
    return {name: tables[name] for name in TABLES if name in tables}, findings


def _with_rows_of(table: TableResult, lexicons: Lexicons, stays: Lexicons) -> Lexicons:
    """The lexicons with the words of a table's rows, of published rows instead of those with errors, and of rows that
    stay because the upload's are added to them."""
    name, own = table.table, Lexicons.of({table.table: table.frame})
    if not own.tables:
        return lexicons
    with_errors = lexicons.of_table(name).only({key for (key, *_) in table.keys_with_errors})
    other = stays.tables.get(name, EMPTY)
    other = other.only(other.names.keys() - set(table.frame[TABLES[name].key[0]]))
    words = own.of_table(name).beside(with_errors).beside(other)
    return replace(lexicons, tables={**lexicons.tables, name: words})


def _result(
    tables: dict[str, TableResult],
    findings: Sequence[Finding],
    files: Sequence[Upload],
    origins: Mapping[int, str | None] = MappingProxyType({}),
) -> CheckResult:
    """The result; a file that holds an identity code, or the user's name as lock files do, is not to be kept.

    ``origins``: by place in the upload.
    """
    not_kept = {("personal-data", "error"), ("ignored-file", "info")}
    secret = {each.sheet.order[0] for each in findings if (each.code, each.severity) in not_kept}
    records = tuple(
        FileRecord(
            file.name, hashlib.sha256(file.data).hexdigest(), len(file.data), order not in secret, origins.get(order)
        )
        for order, file in enumerate(files)
    )
    return CheckResult(tables, *to_issues(findings), records)


def trace(error: BaseException) -> str:
    """Where the program failed, without the error's message: that may hold what is in a cell."""
    frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
    return f"{type(error).__name__} while reading an upload\n{''.join(frames)}"
