"""The files of an upload: opened by what they are, their sheets placed, and what is to be said of file and sheet."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from analysis.intake import strays
from analysis.intake.checked import FileSeen, Upload
from analysis.intake.delimited import text_file
from analysis.intake.formats import format_of, unknown
from analysis.intake.found import Found, Where
from analysis.intake.grid import Book
from analysis.intake.headers import weight
from analysis.intake.hidden import hidden
from analysis.intake.limits import Limits
from analysis.intake.personal import MASK, masked
from analysis.intake.sheets import Placed, candidates, placed
from analysis.intake.workbooks import workbook

_TEXT_ENDINGS = frozenset({".csv", ".tsv", ".tab"})
_PERHAPS_TEXT = frozenset({".txt", ""})


def named(uploads: Sequence[Upload]) -> list[Upload]:
    """The files with names that tell them apart and hold no identity code."""
    files: list[Upload] = []
    for upload in uploads:
        name = masked(upload.name)
        again = sum(other.name == upload.name for other in uploads[: len(files)])
        files.append(replace(upload, name=f"{name} ({again + 1})" if again else name))
    return files


def opened(upload: Upload, order: int, limits: Limits) -> Placed:
    """A file's sheets by what they are; Refused where the file is not taken."""
    form = format_of(upload.name, upload.data, limits)
    if form != "text":
        return placed(workbook(upload.name, upload.data, form, limits), order)
    book = text_file(upload.name, upload.data, weight, limits)
    place = placed(book, order, PurePath(upload.name).stem)
    if not place.sheets and not _is_values(book):
        raise unknown(upload.name)
    return place


def _is_values(book: Book) -> bool:
    """Whether text in which no table is found may be a csv at all, and not a letter or a damaged workbook."""
    ending = PurePath(book.file).suffix.casefold()
    several = any(len(grid.columns) > 1 for grid in book.grids)
    return ending in _TEXT_ENDINGS or (ending in _PERHAPS_TEXT and several)


def of_book(place: Placed) -> Iterator[Found]:
    """What is to be said of a file and of its sheets, but for the tables in them."""
    file = Where(place.book.file, None, (place.order, -1))
    if not place.sheets:
        likely = [candidates(tables, where.sheet or "") for where, _, tables in place.others]
        suggestion = next(filter(None, likely), None)
        yield Found("no-known-sheet", "error", file, value=place.book.file, suggestion=suggestion)
    for where, grid, tables in place.others:
        if place.sheets:
            suggestion = candidates(tables, grid.name)
            yield Found("extra-sheet", "info", where, value=grid.name, suggestion=suggestion)
        yield from hidden(where, grid)
        yield from strays.in_whole(where, grid)
    for sheet in place.sheets:
        yield from hidden(sheet.where, sheet.grid, sheet)
    if place.book.secrets or MASK in place.book.file:
        yield Found("personal-data", "error", file, value=MASK)
    for where in (*(sheet.where for sheet in place.sheets), *(where for where, *_ in place.others)):
        if where.sheet and MASK in where.sheet and where.sheet != place.book.file:
            yield Found("personal-data", "error", where, value=where.sheet)


def refusal(code: str, upload: Upload, order: int) -> Found:
    """The finding that a file is not taken."""
    return Found(code, "refused", Where(upload.name, None, (order, -1)), value=upload.name)


def seen(files: Sequence[Upload], found: Sequence[Found]) -> Iterator[FileSeen]:
    """What is said of each file; one that holds an identity code is not to be kept."""
    secret = {each.where.order[0] for each in found if each.code == "personal-data" and each.severity == "error"}
    for order, file in enumerate(files):
        digest = hashlib.sha256(file.data).hexdigest()
        yield FileSeen(file.name, digest, len(file.data), order not in secret)
