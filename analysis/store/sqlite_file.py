"""The file of an SQLite store: how it is opened, and whether its place still has the file that was opened."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL

from analysis.store.revision import Unavailable

LOG, INDEX, JOURNAL = "-wal", "-shm", "-journal"
"""What SQLite adds to the name of a file: its write-ahead log, that log's index, its rollback journal."""
Identity = tuple[int, int]
"""Device and inode: what tells a file from any other that has its name."""


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite database; None for one in memory, one that is a URI, and for any other database."""
    database = url.database or ""
    is_file = url.get_backend_name() == "sqlite" and database not in ("", ":memory:")
    return Path(database) if is_file and not database.startswith("file:") else None


def identity(path: Path) -> Identity | None:
    """The identity of the file at a path, None if there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


@dataclass(frozen=True)
class SqliteFile:
    """A file that connections are open on: a deleted one can still be read, and be written to in vain."""

    path: Path
    identity: Identity | None

    @classmethod
    def create(cls, path: Path) -> "SqliteFile":
        """The file at a path, with an empty one made there if there is none; OSError if that cannot be."""
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(0o644)
        return cls(path, identity(path))

    def require(self, log: Identity | None = None) -> None:
        """Unavailable if the path, or its log if that was open, has another file by now or none."""
        if identity(self.path) != self.identity:
            raise Unavailable(self.path.name, "replaced")
        if log and identity(Path(f"{self.path}{LOG}")) != log:
            raise Unavailable(f"{self.path.name}{LOG}", "replaced")
