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
from analysis.store import Conflict, Revision, Store, StoredFile, Unavailable

Status = Literal["published", "unchanged", "issues", "needs-confirmation", "refused", "conflict"]
MOST_ATTEMPTS = 20
"""How often publishing begins again if others publish meanwhile; each attempt takes a few seconds at most."""


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

    What came between is in ``meanwhile``; rows that it changed are not changed again without confirmation. Unavailable
    ("busy") if others publish all the time.
    """
    first: Preview | None = None
    for _ in range(MOST_ATTEMPTS):
        seen = preview(uploads, store, checker, now, add, workbook)
        first = first or seen
        between = since(store, first.base) if seen.base != first.base else None
        if between and between.meets(seen.changes) and not confirm:
            issues = seen.checked.issues + seen.confirmations
            return Outcome("needs-confirmation", store.current(), seen.changes, issues, between)
        outcome = publish(seen, store, note=note, author=author, now=now, hold_back=hold_back, confirm=confirm)
        if outcome.status != "conflict":
            return replace(outcome, meanwhile=between)
    raise Unavailable(f"{MOST_ATTEMPTS} attempts", "busy")


def restore(store: Store, id: str, *, note: str, author: str, now: datetime) -> Outcome:
    """Publish an old revision once more.

    UnknownRevision if there is none of that id or it was withdrawn; Unavailable ("busy") if others keep publishing.
    """
    tables = store.tables(id)
    for _ in range(MOST_ATTEMPTS):
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
    raise Unavailable(f"{MOST_ATTEMPTS} attempts", "busy")


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
