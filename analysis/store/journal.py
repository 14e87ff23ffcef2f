"""Journal: the audit of what was done by whom, and the sign-ins, shared by all servers of a store."""

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Engine, insert, select, update

from analysis.store.engine import database_errors, writing
from analysis.store.sql_tables import audit, sign_in

AuditAction = Literal["publish", "restore", "withdraw", "draft", "discard", "sign-in", "sign-out", "refused", "watch"]
log = logging.getLogger("klusteripulssi.audit")


@dataclass(frozen=True)
class AuditEntry:
    """One line of the audit. ``who``: the editor's name, empty if unknown; ``revision``: what was made or erased.

    ``detail``: of a revision the one that it restores, or who made the draft that it was; of a draft its id; of a
    sign-in the method; of a refusal why; of a watched folder's file what came of it, its hash (hex) and name.
    """

    at: datetime
    who: str
    what: AuditAction
    revision: str | None = None
    detail: str = ""
    number: int = 0


def add_entry(connection: Connection, entry: AuditEntry) -> None:
    """Add a line to the audit, in the transaction of what it is about. Lines are never changed."""
    revision = int(entry.revision) if entry.revision else None
    line = {"at": entry.at, "who": entry.who, "what": entry.what, "revision": revision, "detail": entry.detail}
    connection.execute(insert(audit).values(**line))


def log_entry(entry: AuditEntry) -> None:
    """Write a line of the audit to the log, once its transaction is committed."""
    log.info(entry.what, extra={"who": entry.who, "revision": entry.revision, "detail": entry.detail})


@dataclass(frozen=True)
class SignIn:
    """A sign-in: its id, the holder's name (empty if only a key is known), the method, and whether she may edit.

    ``regions``: those whose rows an editor may edit, empty for all rows.
    """

    id: str
    who: str
    way: str
    editor: bool
    since: datetime
    last_active: datetime
    end: datetime | None = None
    regions: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Journal:
    """Audit and sign-ins in the database of the revisions. Unavailable if that does not respond."""

    engine: Engine

    def add(self, entry: AuditEntry) -> None:
        """Add a line about something that changes nothing in the store."""
        with database_errors(), writing(self.engine) as connection:
            add_entry(connection, entry)
        log_entry(entry)

    def newest_entries(self, most: int) -> list[AuditEntry]:
        """The last lines of the audit, newest first."""
        query = select(audit).order_by(audit.c.number.desc()).limit(most)
        with database_errors(), self.engine.begin() as connection:
            lines = connection.execute(query).all()
        revisions = (str(each.revision) if each.revision else None for each in lines)
        pairs = zip(lines, revisions, strict=True)
        return [AuditEntry(**{**line._mapping, "revision": revision}) for line, revision in pairs]

    def details(self, what: AuditAction) -> list[str]:
        """The details of all lines about one action, oldest first."""
        query = select(audit.c.detail).where(audit.c.what == what).order_by(audit.c.number)
        with database_errors(), self.engine.begin() as connection:
            return list(connection.execute(query).scalars())

    def sign_in(self, session: SignIn) -> None:
        """Add a sign-in, and a line about it."""
        entry = AuditEntry(session.since, session.who, "sign-in", detail=session.way)
        with database_errors(), writing(self.engine) as connection:
            connection.execute(insert(sign_in).values(**vars(session)))
            add_entry(connection, entry)
        log_entry(entry)

    def find_sign_in(self, id: str) -> SignIn | None:
        """A sign-in by its id, ended or not; None if there is none."""
        with database_errors(), self.engine.begin() as connection:
            line = connection.execute(select(sign_in).where(sign_in.c.id == id)).first()
        return SignIn(*line) if line else None

    def find_sign_ins(self, ids: Collection[str]) -> list[SignIn]:
        """The sign-ins of some ids, ended or not, in any order."""
        query = select(sign_in).where(sign_in.c.id.in_(ids))
        with database_errors(), self.engine.begin() as connection:
            lines = connection.execute(query).all()
        return [SignIn(*line) for line in lines]

    def touch(self, session: SignIn, now: datetime) -> SignIn:
        """Set the time when the holder last did something; a start that is yet to come, by a clock set back, is now."""
        since = min(session.since, now)
        times = {"last_active": now, "since": since}
        with database_errors(), writing(self.engine) as connection:
            connection.execute(update(sign_in).where(sign_in.c.id == session.id).values(**times))
        return replace(session, last_active=now, since=since)

    def sign_out(self, session: SignIn, now: datetime) -> None:
        """End a sign-in, and add a line about it; a second time changes nothing."""
        entry = AuditEntry(now, session.who, "sign-out", detail=session.way)
        with database_errors(), writing(self.engine) as connection:
            is_open = (sign_in.c.id == session.id) & sign_in.c.end.is_(None)
            if not connection.execute(update(sign_in).where(is_open).values(end=now)).rowcount:
                return
            add_entry(connection, entry)
        log_entry(entry)
