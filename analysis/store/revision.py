"""Revisions as values, and the errors of the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class StoredFile:
    """An uploaded file: name, SHA-256 (hex), size in bytes; without content only name, hash and size are stored."""

    name: str
    sha256: str
    size: int
    has_content: bool = True


@dataclass(frozen=True)
class Revision:
    """One published state. ``rows``: number of rows by table; times are aware, in UTC."""

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
    """Somebody else published since the parent revision; its argument is the id of the published one, or None."""


class UnknownRevision(KeyError):
    """No revision of that id, or it was withdrawn."""


Reason = Literal[
    "silent", "damaged", "foreign", "newer", "full", "read_only", "busy", "replaced", "unreadable", "older"
]


class Unavailable(Exception):
    """The store cannot be used. ``reason`` is for people, the text is the database's own words.

    "silent": its address is wrong, or the database is down or locked; "damaged": its file is; "foreign": another
    program made the database; "newer": a newer version of this one did; "full": the disk is full; "read_only": nothing
    can be written; "busy": others publish all the time; "replaced": its file was deleted or another one put into its
    place; "unreadable": its file cannot be opened for reading; "older": an older version made it, and it is not ours to
    bring up to date where it is only read.
    """

    def __init__(self, detail: str, reason: Reason = "silent") -> None:
        super().__init__(detail)
        self.reason = reason


class StoreNotEmpty(Exception):
    """A backup can only be read into an empty store, and this one has revisions."""


class BadBackup(Unavailable):
    """The file is no backup of this program, or a damaged one; ``reason`` and text as in `Unavailable`."""
