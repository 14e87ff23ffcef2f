"""Connections and transactions; all differences between SQLite and PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, ENOSPC, EROFS
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from analysis.store.revision import Reason, Unavailable
from analysis.store.sqlite_file import LOG, SqliteFile, identity, sqlite_file

BUSY_SECONDS = 30
ON_CONNECT = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
# Any number will do, as long as all writers of this program take the same.
WRITERS = 7_210_419
FILE = "file"
"""What a connection knows of itself beside its log: the file that it is open on."""
Mode = Literal["rw", "ro", "ro&immutable=1"]
"""How SQLite opens a file; one that is immutable it takes for one that nobody writes to, without locks and log."""
AUTOCOMMIT = {"isolation_level": "AUTOCOMMIT"}
ERASE = {
    "sqlite": ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"),
    "postgresql": tuple(
        f"VACUUM FULL {table}" for table in ("content", "revision", "draft", "draft_file", "link_result", "word_forms")
    ),
}

SQLITE_REASONS: dict[int, Reason] = {8: "read_only", 11: "damaged", 13: "full", 14: "read_only", 26: "damaged"}
"""By SQLite's primary result codes: READONLY, CORRUPT, FULL, CANTOPEN, NOTADB."""
SQLITE_NO_ROOM = (778, 4874)
"""Failed reading and writing that tell of a full disk: IOERR_WRITE, and IOERR_SHMSIZE where a store is opened."""
POSTGRES_REASONS: dict[str, Reason] = {"25006": "read_only", "53100": "full", "XX001": "damaged", "XX002": "damaged"}
"""By PostgreSQL's SQLSTATE."""
SQLITE_ELSEWHERE = (5, 6, 8, 13, 14)
"""Primary codes that tell of the way to a file, not of what is in it: BUSY, LOCKED, READONLY, FULL, CANTOPEN."""
SYSTEM_REASONS: dict[int, Reason] = {ENOSPC: "full", EROFS: "read_only", EACCES: "read_only"}


@contextmanager
def database_errors() -> Iterator[None]:
    """Errors of the database inside become Unavailable: of its address, driver, file or connection."""
    try:
        yield
    except (SQLAlchemyError, OSError, ImportError, ValueError) as error:
        cause = getattr(error, "orig", None) or error
        raise Unavailable(" ".join(str(cause).split()), reason(cause)) from error


def reason(error: object) -> Reason:
    """The reason of a driver's or the system's error, "silent" if it is another."""
    if isinstance(error, OSError):
        return SYSTEM_REASONS.get(error.errno or 0, "silent")
    code = getattr(error, "sqlite_errorcode", 0)
    sqlite = "full" if code in SQLITE_NO_ROOM else SQLITE_REASONS.get(code & 0xFF)
    return sqlite or POSTGRES_REASONS.get(getattr(error, "sqlstate", None) or "", "silent")


def connect(url: str, mode: Mode = "rw") -> Engine:
    """An engine for a database address. SQLite's file is created if there is none, and never again by the engine.

    ``mode`` is SQLite's: "ro" reads alone, and creates nothing.
    """
    address = make_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    path = sqlite_file(address)
    file = None
    if path:
        file = SqliteFile.create(path) if mode == "rw" else SqliteFile(path, identity(path))
    engine = create_engine(address, pool_pre_ping=not is_sqlite, hide_parameters=True)
    if file:
        event.listen(engine, "do_connect", partial(_open, file, mode))
    if is_sqlite:
        event.listen(engine, "connect", partial(_set_up, file))
    event.listen(engine, "begin", _begin)
    return engine


def write_ahead(engine: Engine) -> None:
    """Switch SQLite to its write-ahead log, so that readers do not wait for a writer."""
    if engine.dialect.name != "sqlite":
        return
    # SQLite does not wait by itself if several processes change the mode of a new file at once.
    end = monotonic() + BUSY_SECONDS
    while True:
        try:
            with engine.connect().execution_options(**AUTOCOMMIT) as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return
        except OperationalError as error:
            if "locked" not in str(error.orig) or monotonic() > end:
                raise
            sleep(0.02)


def is_out_of_reach(error: SQLAlchemyError) -> bool:
    """Whether an error tells that a database could not be asked, so that nothing is known of what it holds."""
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", 0)
    return bool(getattr(error, "connection_invalidated", False)) or code & 0xFF in SQLITE_ELSEWHERE


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction during which no other process writes, so that what it reads is still true when it ends.

    Unavailable if SQLite's file was deleted or replaced: before anything is written, or after it was written in vain.
    """
    with engine.execution_options(writes=True).begin() as connection:
        info = connection.info
        yield connection
    _require_file(info)


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads the state of one moment, whatever others write meanwhile."""
    level = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**level) as connection:
        yield connection


def erase(engine: Engine) -> None:
    """Remove deleted rows from the database's files. Unavailable if a reader keeps the write-ahead log in use."""
    with engine.connect().execution_options(**AUTOCOMMIT) as connection:
        _require_file(connection.info)
        for statement in ERASE.get(engine.dialect.name, ()):
            result = connection.exec_driver_sql(statement)
            if result.returns_rows and result.scalar_one():
                raise Unavailable("the write-ahead log is in use and could not be emptied")


def damage(engine: Engine) -> list[str]:
    """The damages that the database itself finds in its files, in its own words."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        return [line for (line,) in connection.exec_driver_sql("PRAGMA integrity_check") if line != "ok"]


def require_file(engine: Engine) -> None:
    """Unavailable if SQLite's file was deleted or replaced since the engine was made."""
    with engine.connect() as connection:
        _require_file(connection.info)


def _require_file(info: dict[Any, Any]) -> None:
    """Unavailable if the file that a connection is open on, by its ``info``, is at its place no more."""
    file: SqliteFile | None = info.get(FILE)
    if file:
        file.require(info[LOG])


def _open(file: SqliteFile, mode: Mode, dialect: Any, record: Any, args: list[Any], options: dict[str, Any]) -> None:
    """Let the driver open the file that is there, and none in its place."""
    file.require()
    args[0], options["uri"] = f"file:{quote(str(file.path.absolute()))}?mode={mode}", True


def _set_up(file: SqliteFile | None, connection: Any, record: Any) -> None:
    # The driver's own BEGIN comes before changes alone, and too late to take the writers' lock: see `_begin`.
    connection.isolation_level = None
    for statement in ON_CONNECT:
        connection.execute(statement)
    record.info[FILE] = file
    if file:
        # The first statement that reads opens the log.
        connection.execute("SELECT 1 FROM sqlite_master").close()
        file.require()
        record.info[LOG] = identity(Path(f"{file.path}{LOG}"))


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes waits for the writers' lock first."""
    options = connection.get_execution_options()
    if connection.dialect.name != "sqlite":
        if options.get("writes"):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")
    elif options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")
        if options.get("writes"):
            _require_file(connection.info)
