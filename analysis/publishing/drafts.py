"""Drafts: an upload that is stored first and published later, by its author or by a second person."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from analysis.changes.conflict import Settlement
from analysis.intake import Checker, Upload
from analysis.publishing.draft_choices import (
    draft_choices,
    draft_origins,
    settled_conflicts,
    settlement_of,
)
from analysis.publishing.merge import keys
from analysis.publishing.origin import Origin, Said
from analysis.publishing.plan import NOT_SETTLED
from analysis.publishing.preview import Preview, preview
from analysis.publishing.publish import (
    LONGEST_AUTHOR,
    LONGEST_NOTE,
    MOST_ATTEMPTS,
    Outcome,
    Status,
    obstacle,
    one_line,
    outcome_of,
    publish,
)
from analysis.publishing.region_rights import EVERYWHERE, Regions
from analysis.schema import TABLES
from analysis.store import Draft, Store, StoredFile, Unavailable


def add_draft(
    preview: Preview,
    store: Store,
    *,
    note: str,
    author: str,
    now: datetime,
    hold_back: bool = False,
    confirm: bool = False,
    settlement: Settlement = NOT_SETTLED,
    is_direct: bool = False,
) -> Outcome:
    """Store an upload that was previewed as a draft; its status is "draft", "unchanged" or what prevents it.

    preview, store: the upload, and where; note, author, now: of the draft, time aware, author empty if nobody is named;
    hold_back: the sound rows are to be published although there are errors; confirm: an estimated origin is confirmed;
    settlement: of conflicts, of which any may be open; is_direct: it was to be published, which a second person has to
    do: the status is "needs-review", and nothing is stored if nobody is named as its author, whom nobody could be told
    from.
    """
    plan = preview.plan
    status = _obstacle(preview, hold_back) or ("needs-review" if is_direct and not author.strip() else None)
    if status:
        return outcome_of(status, store.current(), preview)
    origins = draft_origins(preview.sources, preview.base, confirm)
    conflicts = [*settled_conflicts(plan.conflicts, settlement)]
    draft = store.drafts.add(
        [
            (StoredFile(each.name, each.sha256, each.size), upload.data)
            for each, upload in zip(plan.check.files, preview.uploads, strict=True)
            if each.keep
        ],
        author=one_line(author, LONGEST_AUTHOR),
        note=one_line(note, LONGEST_NOTE),
        now=now,
        copies=_copies(preview, store, {each.revision for each in origins.values() if each.revision}),
        choices=draft_choices(
            add=preview.add, hold_back=hold_back, origins=origins, conflicts=conflicts, changes=plan.changes
        ),
    )
    return outcome_of("needs-review" if is_direct else "draft", store.current(), preview, draft.id)


def preview_draft(
    draft: Draft,
    store: Store,
    checker: Checker,
    now: datetime,
    workbook: Path | None = None,
    said: Said = None,
    settlement: Settlement = NOT_SETTLED,
    regions: Regions = EVERYWHERE,
) -> Preview:
    """What publishing a draft would change now, with the conflicts settled that its author has settled.

    UnknownDraft if it is there no more.

    draft, store: the draft, and where it is; checker, now, workbook: as in `preview`; said: of the origin of its files,
    None for what they stood on when it was made; settlement: of conflicts, in the place of the author's if it has any;
    regions: those whose rows the publisher may change.
    """
    contents = store.drafts.contents(draft.id)
    uploads = [Upload(file.name, data) for file, data in zip(draft.files, contents, strict=True)]
    add, by_file = draft.choices["add"], draft.choices["origins"].items()
    origins = {name: Origin(revision, source) for name, (revision, source) in by_file}
    said = origins if said is None else said
    latest = preview(uploads, store, checker, now, add, workbook, said, regions=regions)
    settlement = settlement or settlement_of(draft.choices, latest.plan.conflicts)
    return latest.settle(settlement) if settlement else latest


def publish_draft(
    id: str,
    store: Store,
    checker: Checker,
    *,
    author: str,
    now: datetime,
    note: str = "",
    confirm: bool = False,
    settlement: Settlement = NOT_SETTLED,
    workbook: Path | None = None,
    reviewer: str | None = None,
) -> Outcome:
    """Publish a draft on top of what is published now. UnknownDraft if there is none, or somebody was faster.

    id, store, checker, workbook, settlement: as of `preview_draft`; author, now: of the revision, time aware; note: of
    the revision, empty for the draft's own; confirm: risks are confirmed; reviewer: where a second person's yes is
    needed, the person who says it (empty: nobody is named), else None. Unavailable ("busy") if others go on publishing.
    """
    for _ in range(MOST_ATTEMPTS):
        draft = store.drafts.get(id)
        latest = preview_draft(draft, store, checker, now, workbook, settlement=settlement)
        if reviewer is not None and not is_second_person(draft.author, reviewer):
            return outcome_of("needs-review", store.current(), latest, id)
        options: dict[str, Any] = {"author": author, "now": now, "confirm": confirm, "draft": draft}
        note, hold_back = note or draft.note, draft.choices["hold_back"]
        outcome = publish(latest, store, note=note, hold_back=hold_back, **options)
        if outcome.status != "conflict":
            return outcome
    raise Unavailable(f"{MOST_ATTEMPTS} attempts", "busy")


def is_second_person(author: str, reviewer: str) -> bool:
    """Whether both are named and are not the same person; the form of letters, their case and spaces do not count."""
    first, second = ("".join(unicodedata.normalize("NFKC", each).casefold().split()) for each in (author, reviewer))
    return bool(first and second) and first != second


def holds_identity_code(preview: Preview) -> bool:
    """Whether a file holds a personal identity code, so that its bytes may not be stored."""
    return any((severity, code) == ("error", "personal-data") for severity, code, *_ in preview.plan.check.tally)


def _obstacle(preview: Preview, hold_back: bool) -> Status | None:
    """Why an upload becomes no draft: "refused", "issues" or "unchanged"."""
    if holds_identity_code(preview):
        return "refused"
    changes_nothing = not preview.plan.changes and not preview.plan.open
    return obstacle(preview, hold_back) or ("unchanged" if changes_nothing else None)


def _copies(preview: Preview, store: Store, revisions: Iterable[str]) -> list[str]:
    """Those of the revisions of which rows are in the files too, as far as these could be read."""
    results = preview.plan.check.tables
    if not all(each.publishable for each in results.values()):
        return sorted(revisions, key=int)
    found = {name: {*keys(TABLES[name], each.frame), *each.keys_with_errors} for name, each in results.items()}
    return [
        id
        for id in sorted(revisions, key=int)
        if any(not found[name].isdisjoint(keys(TABLES[name], store.tables(id)[name])) for name in found)
    ]
