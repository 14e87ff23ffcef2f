"""Publishing an upload that was previewed, restoring a revision, and what others published meanwhile."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from analysis.changes import Changes, compare
from analysis.changes.conflict import Settlement
from analysis.intake import Checker, Upload
from analysis.publishing.origin import Said
from analysis.publishing.plan import NOT_SETTLED, Sources
from analysis.publishing.preview import Preview, preview
from analysis.publishing.region_rights import EVERYWHERE, Regions
from analysis.schema import TABLES, Issue, Tables, all_tables
from analysis.search_lookup import word_forms_of
from analysis.store import Conflict, Draft, Revision, Store, StoredFile, Unavailable, UnknownRevision

Status = Literal[
    "published", "unchanged", "issues", "needs-confirmation", "refused", "conflict", "draft", "needs-review"
]
LONGEST_NOTE, LONGEST_AUTHOR = 2000, 200
MOST_ATTEMPTS = 20
"""How often publishing begins again if others publish meanwhile; each attempt takes a few seconds at most."""


@dataclass(frozen=True)
class Meanwhile:
    """The revisions that others published meanwhile, oldest first, and what all of them changed together."""

    revisions: tuple[Revision, ...]
    changes: Changes


@dataclass(frozen=True)
class Outcome:
    """The outcome of publishing or restoring. ``revision``: the one that is published now, None if there is none.

    "issues": there are errors, and sound rows alone were not wanted; "conflict": somebody else published since the
    preview; "draft": stored as one; "needs-review": a second person has to publish it. ``draft``: the id of what was
    stored as a draft. ``issues``: all, errors first. ``meanwhile``: what others published during the check, None if
    nobody did. ``sources``: what an upload was put on; ``conflicts``: how many there were, settled ones too.
    """

    status: Status
    revision: Revision | None
    changes: Changes
    issues: tuple[Issue, ...] = ()
    meanwhile: Meanwhile | None = None
    sources: Sources | None = None
    conflicts: int = 0
    draft: str | None = None


def publish(
    preview: Preview,
    store: Store,
    *,
    note: str,
    author: str,
    now: datetime,
    hold_back: bool = False,
    add: bool | None = None,
    confirm: bool = False,
    draft: Draft | None = None,
) -> Outcome:
    """Publish an upload that was previewed. An upload that changes nothing makes no revision.

    preview, store: what is published, and where; note, author, now: of the revision, time aware; hold_back: publish the
    sound rows although there are errors; add: replaces the preview's choice unless None; confirm: risks are confirmed;
    draft: the one that the upload was, which ends with it: UnknownDraft if it is there no more.
    """
    preview = preview if add is None else replace(preview, add=add)
    plan, current = preview.plan, store.current()
    status = _status(preview, current, hold_back, confirm)
    if status == "published":
        pairs = zip(plan.check.files, preview.uploads, strict=True)
        files = [
            (StoredFile(each.name, each.sha256, each.size, each.keep), upload.data if each.keep else None)
            for each, upload in pairs
        ]
        try:
            line = {"now": now, "parent": preview.base, "files": files, "draft": draft}
            current = _add_revision(store, plan.tables, note, author, **line)
        except Conflict:
            status, current = "conflict", store.current()
    return outcome_of(status, current, preview)


def outcome_of(status: Status, current: Revision | None, preview: Preview, draft: str | None = None) -> Outcome:
    """The outcome of a previewed upload; ``current``: the published revision; ``draft``: the id of what was stored."""
    plan, sources = preview.plan, preview.sources
    issues, conflicts = plan.check.issues + plan.confirmations, len(plan.conflicts)
    return Outcome(status, current, plan.changes, issues, sources=sources, conflicts=conflicts, draft=draft)


def obstacle(preview: Preview, hold_back: bool) -> Status | None:
    """What in the files themselves prevents publishing: "refused", or "issues" unless sound rows alone are wanted."""
    checked = preview.plan.check
    has_sound_rows = any(each.publishable for each in checked.tables.values())
    if checked.status == "refused":
        return "refused"
    return "issues" if checked.status == "issues" and not (hold_back and has_sound_rows) else None


def _status(preview: Preview, current: Revision | None, hold_back: bool, confirm: bool) -> Status:
    """Whether the previewed upload can be published on top of the current revision ("published"), or why not."""
    plan = preview.plan
    if wrong := obstacle(preview, hold_back):
        return wrong
    if (current.id if current else None) != preview.base:
        return "conflict"
    if plan.open or (preview.sources.guess and not confirm):
        return "needs-confirmation"
    if not plan.changes:
        return "unchanged"
    return "needs-confirmation" if plan.confirmations and not confirm else "published"


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
    said: Said = None,
    settlement: Settlement = NOT_SETTLED,
    regions: Regions = EVERYWHERE,
) -> Outcome:
    """Check, compare and publish in one go; if somebody else publishes meanwhile, once more on top of that.

    uploads, store, checker, workbook, said, settlement, regions: as in `preview`; note, author, now, hold_back, add,
    confirm: as in `publish`. What others changed meanwhile in the rows of an upload without origin is changed again
    only with ``confirm``. Unavailable ("busy") if others go on.
    """
    first: Preview | None = None
    for _ in range(MOST_ATTEMPTS):
        latest = preview(uploads, store, checker, now, add, workbook, said, settlement, regions)
        first, plan = first or latest, latest.plan
        between = since(store, first.base) if latest.base != first.base else None
        others, ours = between.changes.tables if between else {}, plan.changes.tables
        overlap = any(others[name].keys & ours[name].keys for name in others.keys() & ours.keys())
        if overlap and not confirm and latest.sources.origin.source in ("estimate", "none"):
            # Publishing would undo, unseen, what others changed in the same rows.
            issues = plan.check.issues + plan.confirmations
            return Outcome("needs-confirmation", store.current(), plan.changes, issues, between, latest.sources)
        outcome = publish(latest, store, note=note, author=author, now=now, hold_back=hold_back, confirm=confirm)
        if outcome.status != "conflict":
            return replace(outcome, meanwhile=between)
    raise Unavailable(f"{MOST_ATTEMPTS} attempts", "busy")


def restore(store: Store, id: str, *, note: str, author: str, now: datetime) -> Outcome:
    """Publish an old revision once more; UnknownRevision if there is none, Unavailable ("busy") if others go on.

    store, id: the revision; note, author, now: of the new one, time aware.
    """
    tables = store.tables(id)
    for _ in range(MOST_ATTEMPTS):
        current = store.current()
        changes = compare(store.tables(current.id) if current else all_tables({}, TABLES), tables)
        if current and not changes:
            return Outcome("unchanged", current, changes)
        parent = current.id if current else None
        with suppress(Conflict):
            revision = _add_revision(store, tables, note, author, now=now, parent=parent, restores=id)
            return Outcome("published", revision, changes)
    raise Unavailable(f"{MOST_ATTEMPTS} attempts", "busy")


def ensure_first(
    store: Store, checker: Checker, workbook: Path, now: datetime, *, note: str, author: str = "Klusteripulssi"
) -> Revision | None:
    """The published revision; if the store never held one, the sound rows of the workbook are published first.

    checker, now: what checks it, and the time; note, author: of the revision. None if the workbook has no sound row, or
    if all that was published is withdrawn.
    """
    if store.revisions():
        return store.current()
    uploads = [Upload(workbook.name, workbook.read_bytes())]
    publish(preview(uploads, store, checker, now), store, note=note, author=author, now=now, hold_back=True)
    return store.current()


def since(store: Store, base: str | None) -> Meanwhile | None:
    """What was published after a revision (None: from the beginning); None if nothing was, or it was withdrawn."""
    later = [each for each in store.revisions() if not each.withdrawn and int(each.id) > int(base or 0)]
    if not later:
        return None
    try:
        before = store.tables(base) if base else all_tables({}, TABLES)
        return Meanwhile(tuple(reversed(later)), compare(before, store.tables(later[0].id)))
    except UnknownRevision:
        return None


def _add_revision(store: Store, tables: Tables, note: str, author: str, **line: Any) -> Revision:
    """Add a revision, its note and author each as one line, with the forms of its words for the search."""
    forms = word_forms_of(tables, store.word_forms(line["parent"] or ""))
    texts: dict[str, Any] = {"note": one_line(note, LONGEST_NOTE), "author": one_line(author, LONGEST_AUTHOR)}
    return store.publish(tables, **texts, word_forms=forms, **line)


def one_line(text: str, most: int) -> str:
    """A text in one line of at most so many signs, without control characters, which a terminal would obey."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())[:most].rstrip()
