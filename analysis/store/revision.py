"""What the store says of a revision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class StoredFile:
    """An uploaded file: name, SHA-256 (hex), size in bytes; ``kept`` False where only name and hash were kept."""

    name: str
    sha256: str
    size: int
    kept: bool = True


@dataclass(frozen=True)
class Revision:
    """One published state. ``rows``: number of rows by table. Times are aware, in UTC."""

    id: str
    published: datetime
    author: str
    note: str
    parent: str | None
    rows: Mapping[str, int]
    files: tuple[StoredFile, ...] = ()
    restores: str | None = None
    withdrawn: datetime | None = None


class Conflict(Exception):
    """Somebody else published since the parent revision; ``current`` is the revision that stands now."""

    def __init__(self, current: str | None) -> None:
        super().__init__(f"the published revision is now {current}")
        self.current = current


class UnknownRevision(KeyError):
    """No revision of that id, or it was withdrawn."""


class Unavailable(Exception):
    """The store does not answer: its address is wrong, its file is damaged, or the database is down or busy."""
