"""The file of a store that is deleted or replaced while it is open: nothing is called published that is not there."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.store import Store, Unavailable, verify_store
from tests.store.rows import NOON, publish


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is."""
    return tmp_path / "folder" / "store.sqlite"


@pytest.fixture
def running(path: Path):
    """An open store with one revision, as a server has it."""
    store = Store.open(f"sqlite:///{path}")
    publish(store, "a")
    yield store
    store.close()


def deleted(path: Path) -> None:
    path.unlink()


def deleted_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def moved_aside(path: Path) -> None:
    path.rename(path.with_name("aside.sqlite"))


def without_its_log(path: Path) -> None:
    path.with_name(f"{path.name}-wal").unlink()


def replaced_by_another_store(path: Path) -> None:
    other = Store.open(f"sqlite:///{path.parent / 'other.sqlite'}")
    publish(other, "z")
    other.close()
    (path.parent / "other.sqlite").replace(path)


@pytest.fixture(
    params=(deleted, deleted_with_its_folder, moved_aside, without_its_log, replaced_by_another_store),
    ids=lambda each: each.__name__,
)
def mishap(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    return request.param


def refused(action: Callable[[], object]) -> str:
    with pytest.raises(Unavailable) as told:
        action()
    return told.value.reason


def test_nothing_is_published_into_a_file_that_is_not_there(running: Store, path: Path, mishap: Callable[[Path], None]):
    mishap(path)
    before = sorted(path.parent.iterdir()) if path.parent.exists() else None
    writes = (
        lambda: publish(running, "b", parent="1"),
        lambda: running.withdraw("1", NOON),
        lambda: running.drafts.discard("none", NOON, ""),
        running.probe,
    )
    assert [refused(each) for each in writes] == ["replaced"] * len(writes)
    assert (sorted(path.parent.iterdir()) if path.parent.exists() else None) == before


def test_readers_go_on_with_what_was_published(running: Store, path: Path, mishap: Callable[[Path], None]):
    mishap(path)
    assert running.current() and list(running.tables("1")["events"]["id"]) == ["a"]


def test_no_new_connection_takes_another_file_for_the_store(running: Store, path: Path):
    replaced_by_another_store(path)
    running.engine.dispose()
    assert refused(running.current) == "replaced"
    path.unlink()
    assert (refused(running.current), path.exists()) == ("replaced", False)


def test_a_file_that_goes_while_a_revision_is_written_is_noticed(
    running: Store, path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("analysis.store.store.add_entry", lambda connection, entry: path.unlink())
    assert refused(lambda: publish(running, "b", parent="1")) == "replaced"


def test_a_store_that_is_put_back_is_written_to_again(running: Store, path: Path):
    moved_aside(path)
    assert refused(running.probe) == "replaced"
    path.with_name("aside.sqlite").rename(path)
    assert running.probe() == running.revision("1")
    assert publish(running, "b", parent="1").id == "2"
    assert verify_store(running.engine).faults == ()
