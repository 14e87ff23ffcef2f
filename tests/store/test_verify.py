"""A store that was changed behind the program's back is found out."""

from pathlib import Path

import pytest
from sqlalchemy import delete, make_url, update

from analysis.store import Fault, Store, Unavailable, Verified
from analysis.store.layout import content, revision
from analysis.store.lines import value
from tests.store.rows import publish


@pytest.fixture
def full(store: Store) -> Store:
    """A store with two revisions."""
    publish(store, "a", note="ensimmäinen")
    publish(store, "a", "b", parent="1")
    return store


def flip(url: str, within: bytes) -> None:
    """Change one byte in the middle of these bytes in the file of a closed SQLite store."""
    path = Path(str(make_url(url).database))
    data = path.read_bytes()
    assert data.count(within) == 1
    place = data.index(within) + len(within) // 2
    path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])


def test_a_sound_store_has_no_faults(full: Store):
    assert full.verify() == Verified(2, ())
    assert Store.verify(full).revisions == 2


def test_a_flipped_byte_in_a_file_is_found(full: Store, url: str):
    if not url.startswith("sqlite"):
        pytest.skip("only SQLite's files are ours to change")
    full.close()
    flip(url, b"a;b")
    again = Store.open(url)
    assert again.verify() == Verified(2, (Fault("2", "file", "toiminta.csv", "changed"),))
    with pytest.raises(Unavailable):
        again.file("2", again.revision("2").files[0].sha256)
    again.close()


def test_a_flipped_byte_in_a_table_is_found_and_the_table_not_shown(full: Store, url: str):
    if not url.startswith("sqlite"):
        pytest.skip("only SQLite's files are ours to change")
    with full.engine.connect() as connection:
        line = connection.execute(revision.select().where(revision.c.number == 2)).one()
        blob = connection.execute(
            content.select().where(content.c.revision == 2, content.c.sha256 == line.tables["events"]["sha256"])
        ).one()
    full.close()
    flip(url, blob.data[:50])
    again = Store.open(url)
    assert again.verify() == Verified(2, (Fault("2", "table", "events", "changed"),))
    with pytest.raises(Unavailable):
        again.tables("2")
    again.close()


def test_a_flipped_byte_in_a_note_is_found(full: Store, url: str):
    if not url.startswith("sqlite"):
        pytest.skip("only SQLite's files are ours to change")
    full.close()
    flip(url, "ensimmäinen".encode())
    again = Store.open(url)
    assert again.verify() in (
        Verified(2, (Fault("1", "line", "", "changed"),)),
        Verified(2, (Fault("1", "line", "", "unreadable"),)),
    )
    again.close()


def test_contents_that_are_gone_are_missing(full: Store):
    with full.engine.begin() as connection:
        connection.execute(delete(content).where(content.c.revision == 1))
    faults = full.verify().faults
    assert {(each.revision, each.kind) for each in faults} == {("1", "missing")}
    assert {each.name for each in faults} == {*value_of(full, "1").rows, "toiminta.csv"}


def value_of(store: Store, id: str):
    with store.engine.connect() as connection:
        return value(connection.execute(revision.select().where(revision.c.number == int(id))).one())


def test_a_line_that_says_something_else_is_found(full: Store):
    with full.engine.begin() as connection:
        connection.execute(update(revision).where(revision.c.number == 1).values(author="Joku muu"))
    assert full.verify().faults == (Fault("1", "line", "", "changed"),)


def test_a_line_that_cannot_be_read_is_found(full: Store):
    with full.engine.begin() as connection:
        connection.execute(update(revision).where(revision.c.number == 1).values(tables=[]))
    assert full.verify().faults == (Fault("1", "line", "", "unreadable"),)


def test_a_database_that_is_torn_is_found(full: Store, url: str):
    if not url.startswith("sqlite"):
        pytest.skip("only SQLite's files are ours to change")
    full.close()
    path = Path(str(make_url(url).database))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    store = Store(full.engine)
    found = store.verify()
    assert found.faults and {each.part for each in found.faults} == {"database"}
    assert not store.answers()
    store.close()
