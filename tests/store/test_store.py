"""Revisions are added and read, never changed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from analysis.schema import TABLES
from analysis.store import Conflict, Revision, Store, StoredFile, Unavailable, UnknownRevision
from tests.store.rows import NOON, answers, publish, tables, upload


def test_nothing_is_published_in_a_new_store(store: Store):
    assert (store.current(), store.revisions(), answers(store)) == (None, [], True)


def test_a_revision_says_all_that_was_published(store: Store):
    files = [upload("toiminta.xlsx", b"PK\x00\xff"), upload("tarinat.csv", b"id;otsikko")]
    made = store.publish(tables("a", "b"), files=files, author="Aino", note="Kevään tapahtumat", now=NOON, parent=None)
    expected = Revision(
        id="1",
        published=NOON,
        author="Aino",
        note="Kevään tapahtumat",
        parent=None,
        rows={name: 2 if name == "events" else 0 for name in TABLES},
        files=(files[0][0], files[1][0]),
    )
    assert made == store.current() == store.revision("1") == expected
    assert store.revisions() == [expected]


def test_times_come_back_aware_and_in_utc(store: Store):
    summer = datetime(2026, 6, 24, 15, 30, tzinfo=timezone(timedelta(hours=3)))
    made = store.publish(tables(), author="", note="", now=summer, parent=None)
    assert made.published == summer
    assert (made.published.tzinfo, made.published.hour) == (UTC, 12)


def test_tables_come_back_as_they_were_published(store: Store):
    publish(store, "a", "b")
    found = store.tables("1")
    assert list(found) == list(TABLES)
    for name, frame in tables("a", "b").items():
        assert_frame_equal(found[name], frame, check_exact=True)


def test_a_file_comes_back_byte_for_byte(store: Store):
    file, data = upload("x.xls", bytes(range(256)) * 5000)
    store.publish(tables(), files=[(file, data)], author="", note="", now=NOON, parent=None)
    assert store.file("1", file.sha256) == data


def test_of_a_file_that_may_not_be_kept_name_and_hash_stay(store: Store):
    file = StoredFile("henkilöt.xlsx", "ab" * 32, 12)
    made = store.publish(tables(), files=[(file, None)], author="", note="", now=NOON, parent=None)
    assert made.files == (replace(file, has_content=False),)
    with pytest.raises(UnknownRevision):
        store.file("1", file.sha256)


def test_the_same_file_twice_is_kept_under_both_names(store: Store):
    files = [upload("a.csv", b"id"), upload("b.csv", b"id")]
    assert [each.name for each in publish_files(store, files).files] == ["a.csv", "b.csv"]
    assert store.file("1", files[0][0].sha256) == b"id"


def publish_files(store: Store, files: list[tuple[StoredFile, bytes]]) -> Revision:
    return store.publish(tables(), files=files, author="", note="", now=NOON, parent=None)


def test_ids_count_up_and_the_newest_is_current(store: Store):
    publish(store, "a")
    publish(store, "a", "b", parent="1")
    assert [(each.id, each.parent, each.rows["events"]) for each in store.revisions()] == [
        ("2", "1", 2),
        ("1", None, 1),
    ]
    assert [len(store.tables(id)["events"]) for id in ("1", "2")] == [1, 2]


@pytest.mark.parametrize("parent", [None, "2", "x"])
def test_a_parent_that_is_not_current_is_a_conflict_and_changes_nothing(store: Store, parent: str | None):
    publish(store, "a")
    with pytest.raises(Conflict) as caught:
        publish(store, "b", parent=parent)
    assert caught.value.args[0] == "1"
    assert [each.id for each in store.revisions()] == ["1"]


def test_a_conflict_in_an_empty_store_says_that_nothing_stands(store: Store):
    with pytest.raises(Conflict) as caught:
        publish(store, "a", parent="1")
    assert caught.value.args[0] is None


def test_a_restored_revision_names_what_it_restores(store: Store):
    publish(store, "a")
    publish(store, "a", "b", parent="1")
    made = store.publish(store.tables("1"), author="Aino", note="", now=NOON, parent="2", restores="1")
    assert (made.id, made.parent, made.restores, made.files) == ("3", "2", "1", ())
    assert_frame_equal(store.tables("3")["events"], store.tables("1")["events"])


@pytest.mark.parametrize("id", ["2", "0", "01", "-1", "", "x", "1.0", "²", "9" * 30])
def test_an_id_that_is_none_is_unknown(store: Store, id: str):
    publish(store, "a")
    for ask in (store.revision, store.tables, lambda id: store.file(id, "ab"), lambda id: store.withdraw(id, NOON)):
        with pytest.raises(UnknownRevision):
            ask(id)


def test_tables_of_a_revision_are_read_once_and_shared(store: Store):
    publish(store, "a")
    assert store.tables("1") is store.tables("1")


def test_all_stands_after_the_store_is_opened_anew(store: Store, url: str):
    publish(store, "a", note="ensimmäinen")
    again = Store.open(url)
    assert again.revisions() == store.revisions()
    assert_frame_equal(again.tables("1")["events"], store.tables("1")["events"])
    again.close()


def test_a_store_is_found_only_where_there_is_one(url: str):
    assert Store.open_existing(url) is None
    Store.open(url).close()
    found = Store.open_existing(url)
    assert found is not None and found.current() is None
    found.close()


def test_looking_for_a_store_makes_no_file(tmp_path: Path):
    assert Store.open_existing(f"sqlite:///{tmp_path / 'a' / 'b.sqlite'}") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["nonsense", "nonesuch://x/y", "sqlite:////proc/none/store.sqlite"])
def test_an_address_that_leads_nowhere_is_unavailable(address: str):
    with pytest.raises(Unavailable):
        Store.open(address)


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path):
    path = tmp_path / "store.sqlite"
    path.write_bytes(b"not a database " * 400)
    with pytest.raises(Unavailable):
        Store.open(f"sqlite:///{path}")
    assert path.read_bytes() == b"not a database " * 400
