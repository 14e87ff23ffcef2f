"""The journal: what was done by whom, and the sign-ins, shared by all servers of one store so that a sign-out holds."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Engine, insert, select, update

from analysis.store import audit
from analysis.store.audit import Entry
from analysis.store.engine import answered, writing
from analysis.store.layout import sign_in


@dataclass(frozen=True)
class SignIn:
    """A sign-in: its id, the holder's name (empty where only a key is known), the way in, and whether she may edit."""

    id: str
    who: str
    way: str
    editor: bool
    since: datetime
    seen: datetime
    ended: datetime | None = None


@dataclass(frozen=True)
class Journal:
    """What was done and who is in, in the database of the revisions. Unavailable where that does not answer."""

    engine: Engine

    def note(self, given: Entry) -> None:
        """Note a deed that changes nothing in the store."""
        with answered(), writing(self.engine) as connection:
            audit.write(connection, given)
        audit.tell(given)

    def newest(self, most: int) -> list[Entry]:
        """The last deeds, newest first."""
        with answered(), self.engine.begin() as connection:
            return audit.newest(connection, most)

    def begin(self, given: SignIn) -> None:
        """Note that somebody signed in."""
        entry = Entry(given.since, given.who, "sign-in", detail=given.way)
        with answered(), writing(self.engine) as connection:
            connection.execute(insert(sign_in).values(**vars(given)))
            audit.write(connection, entry)
        audit.tell(entry)

    def found(self, id: str) -> SignIn | None:
        """A sign-in by its id, be it ended; None where there is none."""
        with answered(), self.engine.begin() as connection:
            line = connection.execute(select(sign_in).where(sign_in.c.id == id)).first()
        return SignIn(**line._mapping) if line else None

    def see(self, given: SignIn, now: datetime) -> SignIn:
        """Note that the holder did something just now."""
        with answered(), writing(self.engine) as connection:
            connection.execute(update(sign_in).where(sign_in.c.id == given.id).values(seen=now))
        return replace(given, seen=now)

    def end(self, given: SignIn, now: datetime) -> None:
        """Note that the holder signed out; once more changes nothing."""
        entry = Entry(now, given.who, "sign-out", detail=given.way)
        with answered(), writing(self.engine) as connection:
            of_it = update(sign_in).where(sign_in.c.id == given.id, sign_in.c.ended.is_(None))
            if not connection.execute(of_it.values(ended=now)).rowcount:
                return
            audit.write(connection, entry)
        audit.tell(entry)
