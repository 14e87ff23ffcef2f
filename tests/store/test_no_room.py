"""A disk that is full or cannot be written to while a revision is published: nothing of it stands, all before does."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from analysis.store import Store, Unavailable, Verification, verify_store
from tests.databases import Postgres
from tests.disks import Disk
from tests.store.rows import NOON, answers, publish, tables, upload

LARGE = upload("suuri.csv", os.urandom(6_000_000))


@contextmanager
def space(postgres: Postgres, disk: Disk) -> Iterator[str]:
    """The name of a place for tables of PostgreSQL on the disk."""
    place = disk.folder / "tables"
    place.mkdir()
    owner = postgres.folder.stat()
    os.chown(place, owner.st_uid, owner.st_gid)
    postgres.run(f"CREATE TABLESPACE small LOCATION '{place}'")
    yield "small"
    postgres.run("DROP TABLESPACE small")


def large(store: Store) -> None:
    """Publish what is larger than the disk."""
    store.publish(tables("b"), files=[LARGE], author="Aino", note="", now=NOON, parent="1")


def stands(url: str) -> None:
    """The first revision is whole and published, nothing else is there, and the next one can be published."""
    store = Store.open(url)
    assert [each.id for each in store.revisions()] == ["1"]
    assert list(store.tables("1")["events"]["id"]) == ["a"]
    assert [each.what for each in store.journal.newest_entries(9)] == ["publish"]
    assert verify_store(store.engine) == Verification(1, ())
    assert publish(store, "c", parent="1").id == "2"
    store.close()


def test_on_a_full_disk_nothing_is_published_and_what_was_is_shown(disk: Disk):
    url = f"sqlite:///{disk.folder / 'store.sqlite'}"
    first = Store.open(url)
    publish(first, "a")
    first.close()
    if disk.mounted:
        store = Store.open(url)
        with disk.full(), pytest.raises(Unavailable) as told:
            assert store.current() and list(store.tables("1")["events"]["id"]) == ["a"]
            publish(store, "b", parent="1")
        assert (told.value.reason, answers(store)) == ("full", True)
        store.close()
    with disk.full(), pytest.raises(Unavailable) as told:
        large(Store.open(url))
    assert told.value.reason == "full"
    stands(url)


def test_a_revision_larger_than_the_disk_is_not_published_by_halves(disk: Disk):
    url = f"sqlite:///{disk.folder / 'store.sqlite'}"
    store = Store.open(url)
    publish(store, "a")
    if not disk.mounted:
        store.close()
        event.listen(store.engine, "connect", lambda connection, record: connection.execute("PRAGMA max_page_count=80"))
    with pytest.raises(Unavailable) as told:
        large(store)
    assert (told.value.reason, [each.id for each in store.revisions()]) == ("full", ["1"])
    store.close()
    stands(url)


def test_where_nothing_can_be_written_nothing_is_published(disk: Disk):
    url = f"sqlite:///{disk.folder / 'store.sqlite'}"
    store = Store.open(url)
    publish(store, "a")
    store.close()
    with disk.read_only(), pytest.raises(Unavailable) as told:
        publish(Store.open(url), "b", parent="1")
    assert told.value.reason == "read_only"
    stands(url)


def test_a_folder_that_cannot_be_written_to_is_told_so(disk: Disk):
    if not disk.mounted:
        pytest.skip("no file system of its own can be mounted here")
    with disk.read_only(), pytest.raises(Unavailable) as told:
        Store.open(f"sqlite:///{disk.folder / 'neu' / 'store.sqlite'}")
    assert told.value.reason == "read_only"


def test_a_full_disk_under_postgresql_publishes_nothing(database: str, postgres: Postgres, disk: Disk):
    if not disk.mounted:
        pytest.skip("no file system of its own can be mounted here")
    store = Store.open(database)
    publish(store, "a")
    with space(postgres, disk) as name:
        schema = database.rpartition("search_path%3D")[2]
        postgres.run(f"ALTER TABLE {schema}.content SET TABLESPACE {name}")
        with pytest.raises(Unavailable) as told:
            large(store)
        assert (told.value.reason, store.current() and store.current().id) == ("full", "1")
        postgres.run(f"ALTER TABLE {schema}.content SET TABLESPACE pg_default")
    store.close()
    stands(database)


def test_a_postgresql_that_takes_no_writing_publishes_nothing(database: str, postgres: Postgres):
    store = Store.open(database)
    publish(store, "a")
    store.close()
    closed = Store.open(f"{database}%20-cdefault_transaction_read_only%3Don")
    with pytest.raises(Unavailable) as told:
        publish(closed, "b", parent="1")
    assert (told.value.reason, closed.current() and closed.current().id) == ("read_only", "1")
    closed.close()
    stands(database)
