"""What was done, when and by whom: lines added in the transaction of the deed, told to the log, never changed."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select

from analysis.store.layout import audit

Deed = Literal["publish", "restore", "withdraw", "sign-in", "sign-out", "refused"]
log = logging.getLogger("klusteripulssi.audit")


@dataclass(frozen=True)
class Entry:
    """One deed. ``who``: the editor's name, empty where nobody knows it; ``revision``: what it made or erased.

    ``detail``: of a revision the one that it restores; of a sign-in the way in; of a refusal why.
    """

    at: datetime
    who: str
    what: Deed
    revision: str | None = None
    detail: str = ""
    number: int = 0


def write(connection: Connection, given: Entry) -> None:
    """Add a line to what was done; it stands if the transaction of the connection does."""
    revision = int(given.revision) if given.revision else None
    line = {"at": given.at, "who": given.who, "what": given.what, "revision": revision, "detail": given.detail}
    connection.execute(insert(audit).values(**line))


def tell(given: Entry) -> None:
    """Tell the log of a deed that stands."""
    log.info(given.what, extra={"who": given.who, "revision": given.revision, "detail": given.detail})


def newest(connection: Connection, most: int) -> list[Entry]:
    """The last deeds, newest first."""
    return [_entry(line) for line in connection.execute(select(audit).order_by(audit.c.number.desc()).limit(most))]


def _entry(line: Row[Any]) -> Entry:
    revision = None if line.revision is None else str(line.revision)
    return Entry(line.at, line.who, line.what, revision, line.detail, line.number)
