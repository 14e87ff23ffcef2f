"""Publishing: an upload that was previewed, and an old revision once more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from analysis.changes import Changes, compare
from analysis.intake import Checker, Upload
from analysis.publishing import said
from analysis.publishing.meanwhile import Meanwhile, since
from analysis.publishing.preview import Preview, preview
from analysis.schema import TABLES, Issue, whole_set
from analysis.store import Conflict, Revision, Store, StoredFile

Status = Literal["published", "unchanged", "issues", "needs-confirmation", "refused", "conflict"]


@dataclass(frozen=True)
class Outcome:
    """What became of it. ``revision``: the one that is published now, None where nothing is.

    "issues": there are errors, and what is sound was not asked for alone; "needs-confirmation": a second yes is wanted;
    "conflict": somebody else published since the preview, so look again. ``issues``: all, errors first. ``meanwhile``:
    what others published while an upload was checked, None where nobody did.
    """

    status: Status
    revision: Revision | None
    changes: Changes
    issues: tuple[Issue, ...] = ()
    meanwhile: Meanwhile | None = None


def publish(
    given: Preview,
    store: Store,
    *,
    note: str,
    author: str,
    now: datetime,
    hold_back: bool = False,
    add: bool | None = None,
    confirm: bool = False,
) -> Outcome:
    """Publish what was previewed; ``add`` is the choice made there where it is None.

    ``hold_back``: what is sound, although there are errors; ``confirm``: the second yes. An upload that changes nothing
    makes no revision.
    """
    given = given if add is None else given.choosing(add)
    current = store.current()
    issues = given.checked.issues + given.confirmations
    status = _hindrance(given, current, hold_back, confirm)
    if status is None:
        try:
            files = list(_files(given))
            parent = given.base
            by, why = said.author(author), said.note(note)
            made = store.publish(given.tables, files=files, author=by, note=why, now=now, parent=parent)
            return Outcome("published", made, given.changes, issues)
        except Conflict:
            status, current = "conflict", store.current()
    return Outcome(status, current, given.changes, issues)


def publish_at_once(
    uploads: Sequence[Upload],
    store: Store,
    checker: Checker,
    *,
    note: str,
    author: str,
    now: datetime,
    hold_back: bool = False,
    add: bool = False,
    confirm: bool = False,
    workbook: Path | None = None,
) -> Outcome:
    """Check, compare and publish in one go; where somebody else publishes meanwhile, once more upon that.

    What came between is told in ``meanwhile``; rows that it changed are not changed again without the second yes.
    """
    first: Preview | None = None
    while True:
        seen = preview(uploads, store, checker, now, add, workbook)
        first = first or seen
        between = since(store, first.base) if seen.base != first.base else None
        if between and between.meets(seen.changes) and not confirm:
            issues = seen.checked.issues + seen.confirmations
            return Outcome("needs-confirmation", store.current(), seen.changes, issues, between)
        outcome = publish(seen, store, note=note, author=author, now=now, hold_back=hold_back, confirm=confirm)
        if outcome.status != "conflict":
            return replace(outcome, meanwhile=between)


def restore(store: Store, id: str, *, note: str, author: str, now: datetime) -> Outcome:
    """Publish an old revision once more. UnknownRevision where there is none of that id, or it was withdrawn."""
    tables = store.tables(id)
    while True:
        current = store.current()
        changes = compare(store.tables(current.id) if current else whole_set({}, TABLES), tables)
        if current and not changes:
            return Outcome("unchanged", current, changes)
        try:
            parent = current.id if current else None
            by, why = said.author(author), said.note(note)
            made = store.publish(tables, author=by, note=why, now=now, parent=parent, restores=id)
            return Outcome("published", made, changes)
        except Conflict:
            continue


def ensure_first(
    store: Store, checker: Checker, workbook: Path, now: datetime, *, note: str, author: str = "Klusteripulssi"
) -> Revision | None:
    """The published revision; where the store never held one, what is sound of the workbook is published.

    None where nothing is published and the workbook brings nothing, and where all that was published is withdrawn.
    """
    if store.revisions():
        return store.current()
    uploads = [Upload(workbook.name, workbook.read_bytes())]
    publish(preview(uploads, store, checker, now), store, note=note, author=author, now=now, hold_back=True)
    return store.current()


def _hindrance(given: Preview, current: Revision | None, hold_back: bool, confirm: bool) -> Status | None:
    """Why nothing is published, None where nothing stands in the way."""
    sound = any(read.publishable for read in given.checked.tables.values())
    if given.checked.status == "refused":
        return "refused"
    if given.checked.status == "issues" and not (hold_back and sound):
        return "issues"
    if (current.id if current else None) != given.base:
        return "conflict"
    if not given.changes:
        return "unchanged"
    return "needs-confirmation" if given.confirmations and not confirm else None


def _files(given: Preview) -> Iterator[tuple[StoredFile, bytes | None]]:
    for seen, upload in zip(given.checked.files, given.uploads, strict=True):
        yield StoredFile(seen.name, seen.sha256, seen.size, seen.keep), upload.data if seen.keep else None
