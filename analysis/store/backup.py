"""Backups: all revisions in one file, itself a store of SQLite, from a store of either kind and into one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EEXIST
from os import strerror
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, func, insert, select

from analysis.store.engine import answered, connect, snapshot, writing
from analysis.store.layout import audit, content, presentation, revision
from analysis.store.migrate import is_empty, migrate
from analysis.store.revision import BadBackup, Occupied, Unavailable
from analysis.store.verify import verified

AT_ONCE = 20
"""Lines that are held in memory at a time; one may hold a whole uploaded file."""


def write(source: Engine, path: Path) -> int:
    """Copy a store into a new file; how many revisions it holds. The file is there when it is whole."""
    if path.exists():
        raise FileExistsError(EEXIST, strerror(EEXIST), str(path))
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(b"")
    try:
        with answered(), _opened(part) as target:
            migrate(target)
            with snapshot(source) as reading, writing(target) as connection:
                number = _copied(reading, connection)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return number


def read(path: Path, target: Engine) -> int:
    """Copy a backup into an empty store; how many revisions it holds. The backup's own file stays as it is."""
    with TemporaryDirectory() as folder, _opened(_laid_out(path, Path(folder))) as source:
        _whole(source)
        with answered(), snapshot(source) as reading, writing(target) as connection:
            if connection.execute(select(func.count()).select_from(revision)).scalar_one():
                raise Occupied
            return _copied(reading, connection)


def _whole(source: Engine) -> None:
    """Bring a backup to the layout of this program; BadBackup where it is none, or not as it was written."""
    try:
        with answered(), source.connect() as connection:
            if is_empty(connection):
                raise Unavailable("no table is there", "foreign")
        with answered():
            migrate(source)
    except Unavailable as error:
        raise BadBackup(str(error), error.reason) from error
    if faults := verified(source).faults:
        raise BadBackup(f"{faults[0].part} {faults[0].name}".strip(), "damaged")


def _copied(reading: Connection, target: Connection) -> int:
    """Copy line by line; sign-ins stay behind. The audit is numbered anew, after what the target has noted already."""
    lined = reading.execution_options(yield_per=AT_ONCE)
    for table in (revision, content, audit, presentation):
        kept = [each for each in table.columns if not (table is audit and each.primary_key)]
        for lines in lined.execute(select(*kept).order_by(*table.primary_key)).mappings().partitions():
            target.execute(insert(table), [dict(each) for each in lines])
    return target.execute(select(func.count()).select_from(revision)).scalar_one()


def _laid_out(path: Path, folder: Path) -> Path:
    """A copy of the file to work on, with the log that stands beside the file of a running store."""
    copy = folder / "backup.sqlite"
    for ending in ("", "-wal"):
        if ending == "" or Path(f"{path}{ending}").exists():
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    return copy


@contextmanager
def _opened(path: Path) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{path}")
    try:
        yield engine
    finally:
        engine.dispose()
