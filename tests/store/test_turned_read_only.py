"""A folder that becomes read-only, and a disk that becomes full, under a running server: writes are refused in a
sentence, readers go on, and what was before stands."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from analysis.store import AuditEntry, Store, Unavailable, verify_store
from tests.disks import Disk
from tests.store.rows import NOON, publish
from tests.store.test_no_room import large
from tests.store.test_read_only import ordinary_person


@pytest.fixture
def folder(disk: Disk) -> Iterator[Path]:
    """A folder of an ordinary user's own."""
    disk.folder.chmod(0o777)
    with ordinary_person():
        folder = disk.folder / "store"
        folder.mkdir()
        yield folder
        folder.chmod(0o755)


def writes(store: Store) -> tuple[Callable[[], object], ...]:
    return (
        lambda: publish(store, "b", parent="1"),
        lambda: store.withdraw("1", NOON),
        lambda: store.journal.add(AuditEntry(NOON, "Aino", "refused")),
        lambda: store.drafts.discard("none", NOON, ""),
    )


def reasons(store: Store) -> set[str]:
    found = set()
    for write in writes(store):
        with pytest.raises(Unavailable) as told:
            write()
        found.add(told.value.reason)
    return found


def test_a_folder_that_becomes_read_only(folder: Path):
    url = f"sqlite:///{folder / 'store.sqlite'}"
    store = Store.open(url)
    publish(store, "a")
    for each in folder.iterdir():
        each.chmod(0o444)
    folder.chmod(0o555)
    # Connections that were open before may still write, as the system has it; new ones may not.
    store.engine.dispose()
    assert reasons(store) == {"read_only"}
    assert store.current() == store.revision("1")
    assert list(store.tables("1")["events"]["id"]) == ["a"]
    folder.chmod(0o755)
    for each in folder.iterdir():
        each.chmod(0o644)
    store.engine.dispose()
    assert publish(store, "b", parent="1").id == "2"
    assert verify_store(store.engine).faults == ()
    store.close()


def test_a_disk_that_becomes_full(disk: Disk):
    if not disk.mounted:
        pytest.skip("no file system of its own can be mounted here")
    store = Store.open(f"sqlite:///{disk.folder / 'store.sqlite'}")
    publish(store, "a")
    with disk.full():
        with pytest.raises(Unavailable) as told:
            large(store)
        assert told.value.reason == "full"
        assert store.current() == store.revision("1")
        assert list(store.tables("1")["events"]["id"]) == ["a"]
        assert store.probe()
    assert publish(store, "b", parent="1").id == "2"
    assert verify_store(store.engine).faults == ()
    store.close()
