"""Whoever only reads a store leaves its files as they are, whatever state they are in, and needs no right to write."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event, text

from analysis.settings import ROOT
from analysis.store import Store, Unavailable, Verification, verify_store, write_backup
from analysis.store.migrate import FOLDER
from tests.disks import Disk
from tests.store.rows import publish

NOBODY = 65534


def hashes(folder: Path) -> dict[str, str]:
    """The files of a folder, with a hash of each."""
    return {each.name: sha256(each.read_bytes()).hexdigest() for each in sorted(folder.iterdir())}


def verified(path: Path) -> Verification:
    store = Store.open_existing(f"sqlite:///{path}")
    assert store
    try:
        return verify_store(store.engine)
    finally:
        store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one revision that nobody has open."""
    path = tmp_path / "folder" / "store.sqlite"
    store = Store.open(f"sqlite:///{path}")
    publish(store, "a")
    store.close()
    return path


def after_a_kill(path: Path) -> None:
    """Publish a revision more in a process that is killed: it is in the log alone."""
    code = "import os, sys; from tests.store import rows; from analysis.store import Store;"
    code += "rows.publish(Store.open(sys.argv[1]), 'b', parent='1'); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, f"sqlite:///{path}"], cwd=ROOT, check=False)
    assert Path(f"{path}-wal").stat().st_size


@contextmanager
def ordinary_person() -> Iterator[None]:
    """Rights as an ordinary user has them; root may write anywhere."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_verifying_leaves_every_file_as_it_is(path: Path):
    before = hashes(path.parent)
    assert verified(path) == Verification(1, ())
    assert hashes(path.parent) == before


def test_verifying_a_backup_leaves_it_as_it_is(path: Path, tmp_path: Path):
    store = Store.open(f"sqlite:///{path}")
    backup = tmp_path / "backups" / "backup.sqlite"
    backup.parent.mkdir()
    write_backup(store.engine, backup)
    store.close()
    before = hashes(backup.parent)
    assert verified(backup) == Verification(1, ())
    assert hashes(backup.parent) == before


def test_verifying_after_a_kill_reads_the_log_and_leaves_it(path: Path):
    after_a_kill(path)
    before = hashes(path.parent)
    assert verified(path) == Verification(2, ())
    after = hashes(path.parent)
    assert before.pop("store.sqlite-shm") and after.pop("store.sqlite-shm")
    assert after == before
    Path(f"{path}-shm").unlink()
    assert verified(path) == Verification(2, ())
    assert hashes(path.parent) == before


def test_verifying_beside_a_server_sees_the_newest_and_disturbs_nothing(path: Path):
    server = Store.open(f"sqlite:///{path}")
    publish(server, "b", parent="1")
    assert verified(path) == Verification(2, ())
    assert publish(server, "c", parent="2").id == "3"
    assert verify_store(server.engine) == Verification(3, ())
    server.close()


@pytest.mark.parametrize("killed", [False, True], ids=["closed", "killed"])
def test_a_store_in_a_folder_that_cannot_be_written_to_is_sound(disk: Disk, path: Path, killed: bool):
    if not disk.mounted:
        pytest.skip("no file system of its own can be mounted here")
    if killed:
        after_a_kill(path)
    for each in path.parent.iterdir():
        shutil.copy(each, disk.folder)
    with disk.read_only():
        assert verified(disk.folder / path.name) == Verification(2 if killed else 1, ())


def test_a_file_that_may_not_be_read_is_not_called_damaged(disk: Disk, path: Path):
    shutil.copy(path, disk.folder / "store.sqlite")
    (disk.folder / "store.sqlite").chmod(0)
    with ordinary_person(), pytest.raises(Unavailable) as told:
        verified(disk.folder / "store.sqlite")
    assert told.value.reason == "unreadable"


def older(path: Path) -> None:
    """A store of the layout before drafts."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    engine.dispose()


def test_a_store_of_an_older_program_is_read_and_stays_one(tmp_path: Path):
    folder = tmp_path / "old"
    folder.mkdir()
    older(folder / "store.sqlite")
    before = hashes(folder)
    assert verified(folder / "store.sqlite") == Verification(0, ())
    assert hashes(folder) == before


def test_a_postgresql_of_an_older_program_is_named_and_stays_one(database: str):
    Store.open(database).close()
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    with pytest.raises(Unavailable) as told:
        Store.open_existing(database)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "0004"
    engine.dispose()
    assert told.value.reason == "older"


def test_who_reads_a_store_cannot_write_it(url: str):
    store = Store.open(url)
    publish(store, "a")
    store.close()
    reading = Store.open_existing(url)
    assert reading
    with pytest.raises(Unavailable) as told:
        publish(reading, "b", parent="1")
    assert (told.value.reason, [each.id for each in reading.revisions()]) == ("read_only", ["1"])
    reading.close()


def test_a_database_that_is_lost_while_it_is_verified_is_not_called_damaged(database: str):
    store = Store.open(database)
    publish(store, "a")

    def lose(connection, cursor, statement, parameters, context, executemany) -> None:
        if "FROM content" in statement:
            connection.connection.driver_connection.pgconn.finish()

    event.listen(store.engine, "before_cursor_execute", lose)
    with pytest.raises(Unavailable) as told:
        verify_store(store.engine)
    assert told.value.reason == "silent"
    event.remove(store.engine, "before_cursor_execute", lose)
    assert verify_store(store.engine) == Verification(1, ())
    store.close()
