"""The connection to PostgreSQL ends in the middle of a publish: nothing half stands, and the next publish works."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from analysis.store import Store, Unavailable, verify_store
from tests.databases import Postgres
from tests.store.rows import publish

MOST = 40
"""More statements than a publish has."""


@contextmanager
def ended_at(store: Store, postgres: Postgres, number: int) -> Iterator[None]:
    """PostgreSQL ends the connection before the statement of that number."""
    statements: list[str] = []

    def end(connection, cursor, statement, parameters, context, executemany) -> None:
        statements.append(statement.split()[0])
        if len(statements) == number:
            postgres.run(f"SELECT pg_terminate_backend({connection.connection.driver_connection.info.backend_pid})")

    event.listen(store.engine, "before_cursor_execute", end)
    yield
    event.remove(store.engine, "before_cursor_execute", end)


def test_a_connection_that_ends_before_any_statement_of_a_publish(database: str, postgres: Postgres):
    outcomes = []
    for number in range(1, MOST):
        store = Store.open(database)
        before = store.current()
        with ended_at(store, postgres, number):
            try:
                publish(store, "a", parent=before.id if before else None)
                outcomes.append("published")
            except Unavailable as error:
                outcomes.append(error.reason)
        assert outcomes[-1] == "published" or store.current() == before
        assert verify_store(store.engine).faults == ()
        current = store.current()
        assert publish(store, "b", parent=current.id if current else None) == store.current()
        store.close()
        if outcomes[-1] == "published":
            break
    assert outcomes == ["silent"] * (len(outcomes) - 1) + ["published"] and len(outcomes) > 5


def test_a_connection_that_ends_at_the_commit_leaves_all_or_nothing(database: str, postgres: Postgres):
    store = Store.open(database)

    def end(connection) -> None:
        postgres.run(f"SELECT pg_terminate_backend({connection.connection.driver_connection.info.backend_pid})")

    event.listen(store.engine, "commit", end, once=True)
    with pytest.raises(Unavailable) as told:
        publish(store, "a")
    assert (told.value.reason, store.current()) == ("silent", None)
    assert publish(store, "a").id == "1"
    assert verify_store(store.engine).faults == ()
    store.close()
