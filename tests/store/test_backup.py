"""A backup is one file that holds all revisions, and comes back into an empty store of either kind."""

from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import create_engine, text

from analysis.store import (
    AuditEntry,
    BadBackup,
    Store,
    StoreNotEmpty,
    Unavailable,
    read_backup,
    verify_store,
    write_backup,
)
from tests.store.rows import NOON, publish, tables, upload


@pytest.fixture(params=("sqlite", "postgresql"))
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path):
    """The address of another empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"
    else:
        with request.getfixturevalue("postgres").database() as address:
            yield address


def filled(store: Store) -> Store:
    """Three revisions: one with a file that is no text, one that is withdrawn, one that restores the first."""
    store.publish(
        tables("a"), files=[upload("a.xls", bytes(range(256)))], author="Åke", note="é", now=NOON, parent=None
    )
    publish(store, "a", "b", parent="1")
    store.publish(store.tables("1"), author="Aino", note="", now=NOON, parent="2", restores="1")
    store.withdraw("2", NOON)
    return store


def test_all_comes_back_into_an_empty_store_of_either_kind(store: Store, elsewhere: str, tmp_path: Path):
    filled(store)
    assert write_backup(store.engine, tmp_path / "backup.sqlite") == 3
    other = Store.open(elsewhere)
    assert read_backup(tmp_path / "backup.sqlite", other.engine) == 3
    assert other.revisions() == store.revisions()
    assert other.file("1", other.revision("1").files[0].sha256) == bytes(range(256))
    assert_frame_equal(other.tables("3")["events"], store.tables("3")["events"], check_exact=True)
    assert verify_store(other.engine) == verify_store(store.engine)
    assert [each.what for each in other.journal.newest_entries(9)] == [
        each.what for each in store.journal.newest_entries(9)
    ]
    assert publish(other, "c", parent="3").id == "4"
    other.journal.add(AuditEntry(NOON, "Aino", "refused"))
    other.close()


def test_a_backup_is_itself_a_store(store: Store, tmp_path: Path):
    write_backup(filled(store).engine, tmp_path / "backup.sqlite")
    backup = Store.open(f"sqlite:///{tmp_path / 'backup.sqlite'}")
    assert backup.revisions() == store.revisions()
    backup.close()


def test_a_backup_takes_the_place_of_no_other_file_and_leaves_none_behind(store: Store, tmp_path: Path):
    write_backup(filled(store).engine, tmp_path / "backup.sqlite")
    with pytest.raises(FileExistsError):
        write_backup(store.engine, tmp_path / "backup.sqlite")
    with pytest.raises(FileNotFoundError):
        write_backup(store.engine, tmp_path / "no folder" / "backup.sqlite")
    assert [each.name for each in tmp_path.glob("*backup*")] == ["backup.sqlite"]


def test_a_store_that_holds_revisions_takes_no_backup(store: Store, tmp_path: Path):
    publish(store, "a")
    write_backup(store.engine, tmp_path / "backup.sqlite")
    with pytest.raises(StoreNotEmpty):
        read_backup(tmp_path / "backup.sqlite", store.engine)
    assert [each.id for each in store.revisions()] == ["1"]


def foreign(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    engine.dispose()


def torn(path: Path) -> None:
    data = path.read_bytes()
    middle = len(data) // 2
    path.write_bytes(data[:middle] + bytes(each ^ 255 for each in data[middle : middle + 4096]) + data[middle + 4096 :])


SPOILT = {
    "damaged": torn,
    "foreign": lambda path: path.unlink() or foreign(path),
}


@pytest.mark.parametrize("reason", SPOILT)
def test_a_file_that_is_damaged_or_no_backup_is_refused_and_changes_nothing(reason: str, tmp_path: Path):
    store = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    write_backup(filled(store).engine, tmp_path / "backup.sqlite")
    SPOILT[reason](tmp_path / "backup.sqlite")
    empty = Store.open(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    with pytest.raises(BadBackup) as caught:
        read_backup(tmp_path / "backup.sqlite", empty.engine)
    assert caught.value.reason == reason
    assert empty.revisions() == []
    store.close()
    empty.close()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a letter", b"x" * 9000], ids=["empty", "letter", "text"])
def test_any_other_file_is_no_backup(content: bytes, tmp_path: Path):
    path = tmp_path / "letter.docx"
    path.write_bytes(content)
    empty = Store.open(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    with pytest.raises(BadBackup):
        read_backup(path, empty.engine)
    assert path.read_bytes() == content
    empty.close()


def test_the_database_of_another_program_is_refused_and_stays_as_it_is(tmp_path: Path):
    path = tmp_path / "invoices.sqlite"
    foreign(path)
    before = path.read_bytes()
    for open_it in (Store.open, Store.open_existing):
        with pytest.raises(Unavailable) as caught:
            open_it(f"sqlite:///{path}")
        assert caught.value.reason == "foreign"
    assert path.read_bytes() == before


def test_the_store_of_a_newer_program_is_refused(store: Store, url: str):
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unavailable) as caught:
        Store.open(url)
    assert caught.value.reason == "newer"


def test_tables_of_others_in_the_same_place_of_postgresql_are_left_alone(database: str):
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    assert Store.open_existing(database) is None
    Store.open(database).close()
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO invoices VALUES (1)"))
    engine.dispose()


def test_a_store_that_was_replaced_under_a_running_server_is_shown_as_it_is_now(store: Store):
    publish(store, "a")
    assert len(store.tables("1")["events"]) == 1
    with store.engine.begin() as connection:
        for each in ("content", "revision"):
            connection.execute(text(f"DELETE FROM {each}"))
    publish(store, "a", "b")
    assert len(store.tables("1")["events"]) == 2
