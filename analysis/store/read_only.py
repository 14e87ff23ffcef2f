"""A store opened for reading alone: its files stay byte for byte as they are, and none is left beside them."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, event, make_url

from analysis.store.engine import connect, database_errors
from analysis.store.migrate import is_current, is_empty, migrate
from analysis.store.revision import Unavailable
from analysis.store.sqlite_file import INDEX, JOURNAL, LOG, sqlite_file

COPY = "copy.sqlite"
"""The name of a copy in a temporary folder, which is gone when the copy's engine is disposed of."""


def connect_read_only(url: str) -> Engine | None:
    """An engine that reads the store of an address as it is at the moment; None if there is none.

    Servers may go on. A store of SQLite that an older version made is read in a copy, brought up to date. Unavailable
    if it cannot be opened ("unreadable"), or is no store of this program; in PostgreSQL also if an older version made
    it ("older").
    """
    try:
        with database_errors():
            path = sqlite_file(make_url(url))
            if path and not path.is_file():
                return None
            return _readable(_open_file(path, url) if path else _open_server(url))
    except Unavailable as error:
        if error.reason == "read_only":
            raise Unavailable(str(error), "unreadable") from error
        raise


def _open_server(url: str) -> Engine:
    engine = connect(url).execution_options(postgresql_readonly=True)
    assert isinstance(engine, Engine)
    return engine


def _open_file(path: Path, url: str) -> Engine:
    """A file that somebody may have open is read beside her; what nobody has open is no other in a minute."""
    if not os.access(path, os.R_OK):
        raise Unavailable(path.name, "unreadable")
    sizes = {each: rest.stat().st_size for each in (INDEX, LOG, JOURNAL) if (rest := Path(f"{path}{each}")).exists()}
    if sizes.pop(INDEX, 0):
        return connect(url, "ro")
    unfinished = [suffix for suffix, size in sizes.items() if size]
    if not unfinished:
        return connect(url, "ro&immutable=1")
    folder = TemporaryDirectory()
    for suffix in ("", *unfinished):
        shutil.copyfile(f"{path}{suffix}", Path(folder.name) / f"{COPY}{suffix}")
    return _engine_of_copy(folder)


def _readable(engine: Engine) -> Engine | None:
    """The engine, or one of a copy that is brought up to date; None if there is no table."""
    folder = None
    try:
        with engine.connect() as connection:
            nothing = is_empty(connection)
            if not nothing and is_current(connection):
                return engine
            if not nothing and engine.dialect.name != "sqlite":
                raise Unavailable("an older layout", "older")
            if not nothing:
                folder = TemporaryDirectory()
                driver: Any = connection.connection.driver_connection
                with closing(sqlite3.connect(Path(folder.name) / COPY)) as copy:
                    driver.backup(copy)
    except BaseException:
        engine.dispose()
        raise
    engine.dispose()
    if folder is None:
        return None
    updated = _engine_of_copy(folder)
    migrate(updated)
    return updated


def _engine_of_copy(folder: TemporaryDirectory[str]) -> Engine:
    engine = connect(f"sqlite:///{Path(folder.name) / COPY}")
    # The engine holds the folder, and the folder's end comes with the engine's.
    event.listen(engine, "engine_disposed", lambda ended: folder.cleanup())
    return engine
