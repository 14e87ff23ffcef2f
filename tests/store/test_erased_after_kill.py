"""Who withdraws is killed at any moment: after the next start no byte of what was withdrawn is in any file."""

import os
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event, make_url

from analysis.store import Store, Unavailable, verify_store
from analysis.store.engine import connect
from analysis.store.sql_tables import erasure
from tests.databases import Postgres
from tests.store.rows import NOON, publish, tables, upload
from tests.store.writers import PROCESSES

MARKER = "Salainen-tapahtuma-7QX"
SHORT = 12
"""Rounds of `make test`."""


def stored_bytes(url: str) -> bytes:
    folder = Path(str(make_url(url).database)).parent
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def fill(store: Store, round: int) -> str:
    """Publish what shall be withdrawn, with the marker in table and file, and something after it; the id of it."""
    current = store.current()
    file = upload(f"{round}.csv", f"id\n{MARKER}-{round:03}\n".encode() * 3000)
    parent = current.id if current else None
    secret = store.publish(tables(MARKER), files=[file], author="", note="", now=NOON, parent=parent)
    publish(store, "a", parent=secret.id)
    return secret.id


def withdraw_then_end(url: str, id: str, statements: int) -> None:
    """Withdraw, and end without a word before the statement of that number."""
    store, count = Store.open(url), 0

    def end(connection, cursor, statement, parameters, context, executemany) -> None:
        nonlocal count
        count += 1
        if count > statements:
            os.kill(os.getpid(), 9)

    event.listen(store.engine, "before_cursor_execute", end)
    store.withdraw(id, NOON)


def withdraw_on(url: str, id: str) -> None:
    store = Store.open(url)
    store.withdraw(id, NOON)


def ended(target, *args: object, seconds: float | None = None) -> None:
    process = PROCESSES.Process(target=target, args=args)
    process.start()
    process.join(seconds)
    process.kill()
    process.join()


def all_is_erased(url: str, id: str, round: int) -> bool:
    """Open the store anew; whether the revision was withdrawn, in which case nothing of it is in any file."""
    # Whoever closes a file last empties its log: here somebody else has it open.
    beside = connect(url)
    beside.connect().close()
    store = Store.open(url)
    is_withdrawn = store.revision(id).withdrawn is not None
    assert verify_store(store.engine).faults == ()
    if is_withdrawn:
        assert f"{MARKER}-{round:03}".encode() not in stored_bytes(url)
    else:
        store.withdraw(id, NOON)
    assert f"{MARKER}-{round:03}".encode() not in stored_bytes(url)
    store.close()
    beside.dispose()
    return is_withdrawn


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'folder' / 'store.sqlite'}"


def test_killed_before_each_statement(file_url: str):
    store = Store.open(file_url)
    ids = [fill(store, round) for round in range(14)]
    store.close()
    ends = []
    for round, id in enumerate(ids):
        ended(withdraw_then_end, file_url, id, round)
        ends.append(all_is_erased(file_url, id, round))
    assert ends == sorted(ends) and {*ends} == {False, True}


def killed_at_moments(url: str, rounds: int) -> None:
    chance = Random(rounds)
    for round in range(rounds):
        store = Store.open(url)
        id = fill(store, round)
        store.close()
        ended(withdraw_on, url, id, seconds=chance.uniform(0.02, 0.35))
        all_is_erased(url, id, round)


def test_killed_at_any_moment(file_url: str):
    killed_at_moments(file_url, SHORT)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_killed_at_any_of_two_hundred_moments(file_url: str):
    killed_at_moments(file_url, 200)


def test_in_postgresql_the_next_start_rewrites_the_tables(database: str, postgres: Postgres):
    store = Store.open(database)
    # Values stay as they are, and are not packed.
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE content ALTER data SET STORAGE EXTERNAL")
    id = fill(store, 0)
    store.close()
    assert f"{MARKER}-000".encode() in postgres.on_disk()
    for statements in range(1, 30):
        ended(withdraw_then_end, database, id, statements)
        reading = Store.open_existing(database)
        assert reading
        is_withdrawn = reading.revision(id).withdrawn
        reading.close()
        if is_withdrawn:
            break
    assert f"{MARKER}-000".encode() in postgres.on_disk()
    Store.open(database).close()
    assert f"{MARKER}-000".encode() not in postgres.on_disk()


def test_a_start_that_cannot_erase_starts_and_the_next_one_erases(file_url: str, monkeypatch: pytest.MonkeyPatch):
    store = Store.open(file_url)
    id = fill(store, 0)

    def is_held(engine: object) -> None:
        raise Unavailable("the write-ahead log is in use and could not be emptied")

    with monkeypatch.context() as patch:
        patch.setattr("analysis.store.store.erase", is_held)
        with pytest.raises(Unavailable):
            store.withdraw(id, NOON)
        store.close()
        again = Store.open(file_url)
        assert again.current() and again.revision(id).withdrawn
        again.close()
    last = Store.open(file_url)
    assert f"{MARKER}-000".encode() not in stored_bytes(file_url)
    with last.engine.connect() as connection:
        assert connection.execute(erasure.select()).all() == []
    last.close()
