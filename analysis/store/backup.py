"""Backups: all revisions in one file, itself a store of SQLite, from a store of either kind and into one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EEXIST
from os import strerror
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, func, insert, select

from analysis.store.engine import connect, database_errors, snapshot, writing
from analysis.store.migrate import is_empty, migrate
from analysis.store.revision import BadBackup, StoreNotEmpty, Unavailable
from analysis.store.sql_tables import (
    audit,
    content,
    draft,
    draft_file,
    link_result,
    presentation,
    revision,
    usage,
    word_forms,
)
from analysis.store.verify import verify_store

AT_ONCE = 20
"""Lines that are in memory at a time; one may hold a whole uploaded file."""


def write_backup(source: Engine, path: Path) -> int:
    """Copy all revisions, as they are at one moment, into a new file; their number. There is never half a file.

    Servers may go on. OSError if the file exists or cannot be written; Unavailable if a database does not respond.
    """
    if path.exists():
        raise FileExistsError(EEXIST, strerror(EEXIST), str(path))
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(b"")
    try:
        with database_errors(), _engine_of(part) as target:
            migrate(target)
            with snapshot(source) as reading, writing(target) as connection:
                number = _copy_rows(reading, connection)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return number


def read_backup(path: Path, target: Engine) -> int:
    """Copy a backup into an empty store, whole or not at all; the number of revisions. Its file stays as it is.

    StoreNotEmpty if the store has revisions; BadBackup if the file is damaged or none; OSError if it cannot be read.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.sqlite"
        shutil.copyfile(path, copy)
        # A running store may have its newest rows in the log beside the file.
        if Path(f"{path}-wal").exists():
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        with _engine_of(copy) as source:
            _migrate_and_verify(source)
            with database_errors(), snapshot(source) as reading, writing(target) as connection:
                if connection.execute(select(func.count()).select_from(revision)).scalar_one():
                    raise StoreNotEmpty
                return _copy_rows(reading, connection)


def _migrate_and_verify(source: Engine) -> None:
    """Migrate a backup to the tables of this program; BadBackup if it is none, or differs from what was written."""
    try:
        with database_errors(), source.connect() as connection:
            if is_empty(connection):
                raise Unavailable("no table is there", "foreign")
        with database_errors():
            migrate(source)
    except Unavailable as error:
        raise BadBackup(str(error), error.reason) from error
    if faults := verify_store(source).faults:
        raise BadBackup(f"{faults[0].part} {faults[0].name}".strip(), "damaged")


def _copy_rows(reading: Connection, target: Connection) -> int:
    """Copy all rows but sign-ins. The audit gets new numbers, after those that the target has already."""
    batches = reading.execution_options(yield_per=AT_ONCE)
    for table in (revision, content, word_forms, draft, draft_file, audit, presentation, link_result, usage):
        columns = [each for each in table.columns if not (table is audit and each.primary_key)]
        for lines in batches.execute(select(*columns).order_by(*table.primary_key)).mappings().partitions():
            target.execute(insert(table), [dict(each) for each in lines])
    return target.execute(select(func.count()).select_from(revision)).scalar_one()


@contextmanager
def _engine_of(path: Path) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{path}")
    try:
        yield engine
    finally:
        engine.dispose()
