"""The connection to the database. All that differs between SQLite and PostgreSQL stands here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from analysis.store.revision import Unavailable

BUSY_SECONDS = 30
ON_CONNECT = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
# Any number will do, as long as all writers of this program take the same.
WRITERS = 7_210_419
ERASE = {"sqlite": ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"), "postgresql": ("VACUUM FULL content",)}


@contextmanager
def answered() -> Iterator[None]:
    """What goes wrong with the database inside becomes Unavailable: an address, a driver, a file, a connection."""
    try:
        yield
    except (SQLAlchemyError, OSError, ImportError, ValueError) as error:
        raise Unavailable(str(getattr(error, "orig", None) or error)) from error


def file(url: URL) -> Path | None:
    """The file of an SQLite database; None for one in memory and for any other database."""
    named = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    return Path(str(url.database)) if named else None


def connect(url: str) -> Engine:
    """An engine for a database address. SQLite's folder is made where it is missing; write-ahead log is on."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        engine = create_engine(address, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "begin", _take_turns)
        return engine
    if path := file(address):
        path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    _write_ahead(engine)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction in which nobody else writes, in whatever process; what it reads is still so when it ends."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


@contextmanager
def outside_transaction(engine: Engine) -> Iterator[Connection]:
    """A connection whose statements stand each for itself."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection


def erase(engine: Engine) -> None:
    """Leave nothing of deleted rows in the database's files. Unavailable where somebody reads on and on."""
    with outside_transaction(engine) as connection:
        for statement in ERASE.get(engine.dialect.name, ()):
            result = connection.exec_driver_sql(statement)
            if result.returns_rows and result.scalar_one():
                raise Unavailable("the write-ahead log is in use and could not be emptied")


def damage(engine: Engine) -> list[str]:
    """What the database itself finds damaged in its files, in its own words."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        return [line for (line,) in connection.exec_driver_sql("PRAGMA integrity_check") if line != "ok"]


def _write_ahead(engine: Engine) -> None:
    # SQLite does not wait by itself where several processes change the mode of a new file at once.
    end = monotonic() + BUSY_SECONDS
    while True:
        try:
            with outside_transaction(engine) as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > end:
                raise
            sleep(0.02)


def _set_up(connection: Any, record: Any) -> None:
    # The driver's own BEGIN comes before changes alone, and too late to take the writers' lock: see `_begin`.
    connection.isolation_level = None
    for statement in ON_CONNECT:
        connection.execute(statement)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _take_turns(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
