"""Seven coordinators, each in a process of her own: a copy of the workbook, edits in it, an upload."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from openpyxl import load_workbook

from analysis.changes.conflict import Side
from analysis.exports import Provenance, data_workbook
from analysis.intake import CheckResult, Limits, Upload
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.reading import examine
from analysis.publishing import Outcome, preview, publish, publish_at_once
from analysis.schema import TABLES, Tables, all_tables, typed_frame
from analysis.schema.aliases import SEVEN
from analysis.store import Store
from analysis.words import translator
from tests.publishing.coordinator import NOW

PROCESSES = get_context("forkserver")
"""Processes that are forked from one which has loaded all that they need."""
PROCESSES.set_forkserver_preload(["tests.publishing.councils"])
SHARED = "yhteinen"
"""The owner of the joint events."""
PEOPLE = "Osallistujat"
Edit = tuple[str, str, Any]
"""A cell and what is written into it: the key of its row, its header, the value."""


class SameProcess:
    """Checks uploads in the process of the coordinator, who has it to herself."""

    def check(
        self,
        uploads: Sequence[Upload],
        published: Tables,
        now: datetime,
        stays: Tables | None = None,
        words: Tables | None = None,
    ) -> CheckResult:
        lexicons = Lexicons.of_published(published, words, bool(stays))
        return examine(uploads, lexicons, Limits(), now, stays=Lexicons.of(stays or {}))


@dataclass(frozen=True)
class Turn:
    """What came of an upload: its status in the end, the revision, and the conflicts that she was told of by cell, with
    her value and the one that was published."""

    status: str
    revision: str | None
    conflicts: tuple[tuple[str, str, str | None, str | None], ...] = ()


def key_of(owner: str, number: int) -> str:
    """The key of an event of a region, or of a joint one."""
    return f"{owner}-{number:02}"


def first_tables(number: int) -> Tables:
    """So many events of each region, and as many joint ones."""
    owners = {**{id: (id,) for id in SEVEN}, SHARED: tuple(SEVEN)}
    rows = [(key_of(owner, n), regions) for owner, regions in owners.items() for n in range(number)]
    columns = {
        "id": [key for key, _ in rows],
        "name": [f"Tapahtuma {key}" for key, _ in rows],
        "starts": ["2024-05-06"] * len(rows),
        "kind": ["seminar"] * len(rows),
        "regions": [regions for _, regions in rows],
        "participants": [1] * len(rows),
    }
    return all_tables({"events": typed_frame(TABLES["events"], columns)}, TABLES)


def copy_of_current(url: str) -> bytes:
    """The workbook of what is published, as it is given out."""
    store = Store.open(url)
    current = store.current()
    assert current
    data = data_workbook(store.tables(current.id), translator("fi"), origin=Provenance(revision=current.id))
    store.close()
    return data


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The workbook with cells written over, as somebody does in a spreadsheet program; a new key is a new row."""
    book = load_workbook(io.BytesIO(data))
    sheet = book["Tapahtumat"]
    headers = {cell.value: cell.column for cell in sheet[1]}
    rows = {cell.value: cell.row for cell in sheet["A"]}
    for key, header, value in edits:
        rows.setdefault(key, len(rows) + 1)
        sheet.cell(rows[key], 1, key)
        sheet.cell(rows[key], headers[header], value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def take_turn(url: str, name: str, data: bytes, side: Side) -> Turn:
    """Upload a copy and publish it at once; where others changed the same cell, look, let one side win, and publish.

    url: of the store; name: of the coordinator; data: her copy; side: the one that wins in each conflict she sees.
    """
    store, checker, uploads = Store.open(url), SameProcess(), [Upload("kopio.xlsx", data)]
    said: dict[str, Any] = {"note": "", "author": name, "now": NOW}
    outcome = publish_at_once(uploads, store, checker, **said)
    conflicts = _told(outcome)
    while outcome.status in ("needs-confirmation", "conflict"):
        seen = preview(uploads, store, checker, NOW)
        conflicts += [each for each in _told(publish(seen, store, **said)) if each not in conflicts]
        outcome = publish(seen.settle({each.place: side for each in seen.plan.conflicts}), store, **said)
    store.close()
    return Turn(outcome.status, outcome.revision.id if outcome.revision else None, tuple(conflicts))


def _told(outcome: Outcome) -> list[tuple[str, str, str | None, str | None]]:
    issues = [each for each in outcome.issues if each.code == "conflict"]
    return [(each.table or "", each.cell or "", each.value, each.suggestion) for each in issues]


def merge_on_and_on(url: str, number: int, told: Connection) -> None:
    """Publish until killed: each time a copy, beside whose edit another one was published after it was taken.

    url: of the store.
    number: of the events of each region.
    told: gets for each revision its id, the key of the event that it edits, and its new number of participants.
    """
    store, checker = Store.open(url), SameProcess()
    while True:
        current = store.current()
        assert current
        base = int(current.id)
        edits = [(key_of(owner, base % number), PEOPLE, base + more) for owner, more in (("18", 100), ("19", 200))]
        copies = [edited(copy_of_current(url), [each]) for each in edits]
        told.send((current.id, "", 0))
        for (key, _, value), data in zip(edits, copies, strict=True):
            uploads = [Upload("kopio.xlsx", data)]
            outcome = publish_at_once(uploads, store, checker, note="", author=key, now=NOW)
            assert outcome.status == "published" and outcome.revision
            told.send((outcome.revision.id, key, value))


def participants(store: Store, id: str) -> Mapping[str, int]:
    """The participants of each event of a revision, by key."""
    frame = store.tables(id)["events"]
    return dict(zip(frame["id"], frame["participants"].astype(int), strict=True))
