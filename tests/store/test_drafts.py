"""Drafts: as they were uploaded until they are published or discarded, and erased with the revision they copy."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from analysis.store import (
    Draft,
    Fault,
    Store,
    UnknownDraft,
    UnknownRevision,
    read_backup,
    verify_store,
    write_backup,
)
from tests.store.rows import NOON, publish, tables, upload
from tests.store.test_withdraw import SECRET, stored_bytes

__all__ = ["stored_bytes"]

FILES = [upload("a.csv", b"id;name\n1;\xe4\n"), upload("a.csv", bytes(range(256))), upload("b.csv", b"")]
CHOICES = {"add": True, "conflicts": [["events", ["ä"], None, "mine", None]]}


def draft(store: Store, *files: Any, **options: Any) -> Draft:
    values = {"author": "Aino", "note": "Kevät", "now": NOON, "copies": (), "choices": CHOICES} | options
    return store.drafts.add(files or FILES, **values)


def entries(store: Store) -> list[tuple[str, str, str | None, str]]:
    return [(each.who, each.what, each.revision, each.detail) for each in store.journal.newest_entries(9)]


def test_a_draft_is_there_byte_for_byte_after_a_restart(store: Store, url: str):
    made = draft(store)
    store.close()
    again = Store.open(url)
    assert again.drafts.get(made.id) == made
    assert (made.author, made.note, made.created, made.choices) == ("Aino", "Kevät", NOON, CHOICES)
    assert made.files == tuple(file for file, _ in FILES)
    assert again.drafts.contents(made.id) == [data for _, data in FILES]
    assert (again.current(), again.revisions()) == (None, [])
    again.close()


def test_the_newest_comes_first(store: Store):
    first, second = draft(store), draft(store, now=NOON + timedelta(hours=1))
    assert store.drafts.all() == [second, first]


def test_ids_are_long_unlike_each_other_and_read_the_same_in_addresses_and_terminals(store: Store):
    ids = {draft(store).id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(id) == 16 and id.isascii() and id.isalnum() and id == id.lower() for id in ids)


@pytest.mark.parametrize("id", ["", "x", "%", "1' OR '1'='1", "ä" * 99])
def test_what_is_no_draft_is_unknown(store: Store, id: str):
    draft(store)
    for act in (store.drafts.get, store.drafts.contents, lambda id: store.drafts.discard(id, NOON)):
        with pytest.raises(UnknownDraft):
            act(id)


def test_discarding_deletes_it_and_is_in_the_audit(store: Store):
    made = draft(store)
    store.drafts.discard(made.id, NOON, author="Eero")
    assert store.drafts.all() == []
    assert entries(store) == [("Eero", "discard", None, made.id), ("Aino", "draft", None, made.id)]
    with pytest.raises(UnknownDraft):
        store.drafts.contents(made.id)


def test_publishing_deletes_it_and_the_audit_has_both_names(store: Store):
    made = draft(store)
    store.publish(tables("a"), author="Eero", note="", now=NOON, parent=None, draft=made)
    assert store.drafts.all() == []
    assert entries(store)[0] == ("Eero", "publish", "1", "Aino")
    with pytest.raises(UnknownDraft):
        store.publish(tables("a", "b"), author="Eero", note="", now=NOON, parent="1", draft=made)
    assert [each.id for each in store.revisions()] == ["1"]


def test_of_two_who_publish_it_at_once_one_wins(store: Store, url: str):
    made = draft(store)

    def act(name: str) -> str:
        other = Store.open(url)
        try:
            return other.publish(tables("a"), author=name, note="", now=NOON, parent=None, draft=made).id
        except UnknownDraft:
            return "unknown"
        finally:
            other.close()

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(act, "abcd")) == ["1", "unknown", "unknown", "unknown"]


def test_withdrawing_erases_drafts_with_rows_or_files_of_the_revision_and_no_other(
    store: Store, stored_bytes: Callable[[], bytes]
):
    # PostgreSQL packs what can be packed.
    secret = upload("kopio.xlsx", SECRET.encode() + Random(1).randbytes(9000))
    store.publish(tables("a"), files=[upload("c.csv", b"c")], author="", note="", now=NOON, parent=None)
    publish(store, "a", "b", parent="1")
    of_rows, of_file = draft(store, secret, copies=("1",)), draft(store, upload("d.csv", b"c"))
    other = draft(store, upload("e.csv", b"e"), copies=("2",))
    assert SECRET.encode() in stored_bytes()
    assert {each.id for each in store.drafts.copies_of("1")} == {of_rows.id, of_file.id}
    store.withdraw("1", NOON, author="Eero")
    assert store.drafts.all() == [other]
    assert SECRET.encode() not in stored_bytes()
    assert {each for each in entries(store) if each[1] == "discard"} == {
        ("Eero", "discard", None, of_rows.id),
        ("Eero", "discard", None, of_file.id),
    }


def test_no_draft_with_rows_of_a_withdrawn_revision_is_taken(store: Store):
    publish(store, "a")
    store.withdraw("1", NOON)
    with pytest.raises(UnknownRevision):
        draft(store, copies=("1",))
    assert store.drafts.all() == []


def test_a_backup_has_drafts(store: Store, tmp_path: Path):
    publish(store, "a")
    made = draft(store)
    write_backup(store.engine, tmp_path / "backup.sqlite")
    other = Store.open(f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    read_backup(tmp_path / "backup.sqlite", other.engine)
    assert other.drafts.all() == [made]
    assert other.drafts.contents(made.id) == [data for _, data in FILES]
    other.close()


def test_a_draft_that_is_not_what_was_uploaded_is_a_fault(store: Store):
    made = draft(store)
    assert verify_store(store.engine).faults == ()
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE draft_file SET data = :data WHERE place = 1"), {"data": b"x"})
    assert verify_store(store.engine).faults == (Fault(None, "draft", f"{made.id} a.csv", "changed"),)
