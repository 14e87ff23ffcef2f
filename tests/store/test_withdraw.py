"""What is withdrawn is gone from the store's files; its line stays."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from analysis.cache import cached_on
from analysis.store import Store, UnknownRevision, verify_store
from tests.store.rows import NOON, publish, tables, upload

LATER = NOON + timedelta(days=1)
SECRET = "Salainen-tapahtuma-7QX"


@pytest.fixture
def stored_bytes(url: str, request: pytest.FixtureRequest) -> Callable[[], bytes]:
    """All bytes of the database's files."""
    if url.startswith("sqlite"):
        folder = Path(str(make_url(url).database)).parent
        return lambda: b"".join(each.read_bytes() for each in sorted(folder.iterdir()))
    return request.getfixturevalue("postgres").on_disk


@pytest.fixture
def secret(store: Store) -> Store:
    """Three revisions, the second of which holds the secret: in a file and in an id that Parquet does not pack."""
    publish(store, "a")
    file = upload(f"{SECRET}.csv", f"id\n{SECRET}\n".encode() * 3000)
    store.publish(tables(SECRET), files=[file], author="Aino", note="", now=NOON, parent="1")
    publish(store, "a", "b", parent="2")
    return store


def test_no_cell_stays_in_the_files(secret: Store, stored_bytes: Callable[[], bytes]):
    assert SECRET.encode() in stored_bytes()
    secret.tables("2")
    secret.withdraw("2", LATER)
    assert SECRET.encode() not in stored_bytes()
    assert len(secret.tables("3")["events"]) == 2


def test_no_word_form_stays(store: Store, stored_bytes: Callable[[], bytes]):
    publish(store, "a")
    store.publish(tables("b"), author="", note="", now=NOON, parent="1", word_forms=SECRET.encode())
    publish(store, "c", parent="2")
    assert store.word_forms("2") == SECRET.encode() in stored_bytes() and store.word_forms("1") == b""
    store.withdraw("2", LATER)
    assert store.word_forms("2") == b"" and SECRET.encode() not in stored_bytes()


def test_no_cell_stays_while_another_server_has_the_store_open(
    secret: Store, url: str, stored_bytes: Callable[[], bytes]
):
    other = Store.open(url)
    other.tables("2")
    secret.withdraw("2", LATER)
    assert SECRET.encode() not in stored_bytes()
    with pytest.raises(UnknownRevision):
        other.tables("2")
    other.close()


def test_a_dated_line_stays(secret: Store):
    before = secret.revision("2")
    made = secret.withdraw("2", LATER)
    assert made == secret.revision("2") == replace(before, rows={}, files=(), withdrawn=LATER)
    assert [each.id for each in secret.revisions()] == ["3", "2", "1"]
    assert verify_store(secret.engine).faults == ()


def test_its_tables_and_files_are_unknown_from_then_on(secret: Store):
    hash = secret.revision("2").files[0].sha256
    secret.tables("2")
    secret.withdraw("2", LATER)
    with pytest.raises(UnknownRevision):
        secret.tables("2")
    with pytest.raises(UnknownRevision):
        secret.file("2", hash)


def test_the_one_before_is_current_again(secret: Store):
    secret.withdraw("3", LATER)
    assert secret.current() == secret.revision("2")
    secret.withdraw("2", LATER)
    assert secret.current() == secret.revision("1")
    secret.withdraw("1", LATER)
    assert secret.current() is None


def test_another_one_that_is_withdrawn_leaves_the_current_one(secret: Store):
    secret.withdraw("2", LATER)
    assert secret.current() == secret.revision("3")


def test_the_next_one_takes_a_new_number(secret: Store):
    secret.withdraw("3", LATER)
    assert publish(secret, "c", parent="2").id == "4"


def test_withdrawing_again_keeps_the_first_date(secret: Store):
    secret.withdraw("2", LATER)
    assert secret.withdraw("2", LATER + timedelta(days=1)).withdrawn == LATER


def test_the_other_revisions_with_the_same_rows_or_files_are_named(store: Store):
    publish(store, "a")
    publish(store, "a", "b", parent="1")
    store.publish(store.tables("1"), author="", note="", now=NOON, parent="2", restores="1")
    publish(store, "c", parent="3")
    assert [store.revisions_sharing(id) for id in ("1", "2", "3", "4")] == [["3"], [], ["1"], []]
    store.withdraw("1", LATER)
    assert [store.revisions_sharing(id) for id in ("1", "3")] == [[], []]


def test_the_only_revision_is_withdrawn_and_a_new_one_begins_again(store: Store):
    publish(store, "a")
    store.withdraw("1", LATER)
    assert (store.current(), publish(store, "b").id) == (None, "2")


def test_withdrawing_in_one_process_empties_the_memory_of_another(secret: Store, url: str):
    other = Store.open(url)
    gone = {id: weakref.ref(other.tables(id)) for id in ("2", "3")}
    held = other.tables("3")
    cached_on(held, "compared", lambda: [other.tables("2")])
    other.cache.get("2", "counts", lambda: "of the withdrawn")
    secret.withdraw("2", LATER)
    assert len(other.cache) == 3
    assert other.current() == secret.revision("3")
    gc.collect()
    assert (gone["2"](), gone["3"](), len(other.cache)) == (None, held, 1)
    other.close()


def test_withdrawing_frees_the_tables_at_once(secret: Store):
    gone = weakref.ref(secret.tables("2"))
    cached_on(secret.tables("2"), "k", lambda: [secret.tables("2")])
    gc.disable()
    try:
        secret.withdraw("2", LATER)
        assert gone() is None
    finally:
        gc.enable()
