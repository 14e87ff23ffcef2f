"""A store that was changed behind the program's back is found out."""

from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, make_url, update

from analysis.store import Fault, Store, Unavailable, Verification, verify_store
from analysis.store.revision_rows import to_revision
from analysis.store.sql_tables import content, revision
from tests.databases import Postgres
from tests.store.rows import NOON, answers, publish, tables, upload

LARGE = Random(1).randbytes(1_000_000)


@pytest.fixture
def full(store: Store) -> Store:
    """A store with two revisions. PostgreSQL keeps the bytes as they are, and does not pack them."""
    if store.engine.dialect.name == "postgresql":
        with store.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE content ALTER data SET STORAGE EXTERNAL")
    publish(store, "a", note="ensimmäinen")
    publish(store, "a", "b", parent="1")
    return store


@pytest.fixture
def flip(url: str, request: pytest.FixtureRequest) -> Callable[[Store, bytes], Store]:
    """Changes one byte in the middle of these bytes in the database's own files, and gives the store opened anew.

    A PostgreSQL is stopped meanwhile, so that it does not go by what it remembers; it has sums of its own over each
    page, past which the store that is given reads.
    """

    def flipped(store: Store, within: bytes) -> Store:
        store.close()
        if url.startswith("sqlite"):
            _flip([Path(str(make_url(url).database))], within)
        else:
            postgres, place = request.getfixturevalue("postgres"), url.rpartition("search_path%3D")[2]
            files = [file for table in ("content", "revision") for file in postgres.files(f"{place}.{table}")]
            with postgres.stopped():
                _flip(files, within)
            return Store.open(f"{url}%20-cignore_checksum_failure%3Don")
        return Store.open(url)

    return flipped


def _flip(files: Iterable[Path], within: bytes) -> None:
    [(path, data)] = [(each, data) for each in files if within in (data := each.read_bytes())]
    assert data.count(within) == 1
    place = data.index(within) + len(within) // 2
    with path.open("r+b") as file:
        file.seek(place)
        file.write(bytes([data[place] ^ 1]))


def test_a_sound_store_has_no_faults(full: Store):
    assert verify_store(full.engine) == Verification(2, ())
    assert verify_store(full.engine).revisions == 2


def test_a_flipped_byte_in_a_file_is_found(full: Store, flip):
    again = flip(full, b"a;b")
    assert verify_store(again.engine) == Verification(2, (Fault("2", "file", "toiminta.csv", "changed"),))
    with pytest.raises(Unavailable):
        again.file("2", again.revision("2").files[0].sha256)
    again.close()


def test_a_flipped_byte_in_a_table_is_found_and_the_table_not_shown(full: Store, flip):
    with full.engine.connect() as connection:
        line = connection.execute(revision.select().where(revision.c.number == 2)).one()
        blob = connection.execute(
            content.select().where(content.c.revision == 2, content.c.sha256 == line.tables["events"]["sha256"])
        ).one()
    again = flip(full, blob.data[:50])
    assert verify_store(again.engine) == Verification(2, (Fault("2", "table", "events", "changed"),))
    with pytest.raises(Unavailable):
        again.tables("2")
    again.close()


def test_a_flipped_byte_in_a_note_is_found(full: Store, flip):
    again = flip(full, "ensimmäinen".encode())
    assert verify_store(again.engine) in (
        Verification(2, (Fault("1", "line", "", "changed"),)),
        Verification(2, (Fault("1", "line", "", "unreadable"),)),
    )
    again.close()


def test_a_page_that_postgresql_cannot_read_takes_no_more_along_than_stood_on_it(database: str, postgres: Postgres):
    store = Store.open(database)
    publish(store, "a")
    store.publish(tables("b"), files=[upload("iso.csv", LARGE)], author="", note="", now=NOON, parent="1")
    place = database.rpartition("search_path%3D")[2]
    files = postgres.files(f"{place}.content")
    store.close()
    with postgres.stopped():
        _flip(files, LARGE[500_000:500_050])
    again = Store.open(database)
    assert verify_store(again.engine) == Verification(2, (Fault("2", "file", "iso.csv", "unreadable"),))
    with pytest.raises(Unavailable) as told:
        again.file("2", again.revision("2").files[0].sha256)
    assert told.value.reason == "damaged"
    assert list(again.tables("2")["events"]["id"]) == ["b"]
    again.close()


def test_contents_that_are_gone_are_missing(full: Store):
    with full.engine.begin() as connection:
        connection.execute(delete(content).where(content.c.revision == 1))
    faults = verify_store(full.engine).faults
    assert {(each.revision, each.kind) for each in faults} == {("1", "missing")}
    assert {each.name for each in faults} == {*value_of(full, "1").rows, "toiminta.csv"}


def value_of(store: Store, id: str):
    with store.engine.connect() as connection:
        return to_revision(connection.execute(revision.select().where(revision.c.number == int(id))).one())


def test_a_line_that_says_something_else_is_found(full: Store):
    with full.engine.begin() as connection:
        connection.execute(update(revision).where(revision.c.number == 1).values(author="Joku muu"))
    assert verify_store(full.engine).faults == (Fault("1", "line", "", "changed"),)


def test_a_line_that_cannot_be_read_is_found(full: Store):
    with full.engine.begin() as connection:
        connection.execute(update(revision).where(revision.c.number == 1).values(tables=[]))
    assert verify_store(full.engine).faults == (Fault("1", "line", "", "unreadable"),)


def test_a_database_that_is_torn_is_found(full: Store, url: str):
    if not url.startswith("sqlite"):
        pytest.skip("only SQLite's files are ours to change")
    full.close()
    path = Path(str(make_url(url).database))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    store = Store(full.engine, full.journal, full.presentations, full.drafts, full.links, full.usage)
    found = verify_store(store.engine)
    assert found.faults and {each.part for each in found.faults} == {"database"}
    assert not answers(store)
    store.close()
