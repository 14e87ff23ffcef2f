"""The store: revisions are added and read, never changed. A withdrawn one loses all but its line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url, select

from analysis.cache import DERIVED, RevisionCache
from analysis.schema import Tables
from analysis.store import audit, backup, lines
from analysis.store.audit import Entry
from analysis.store.engine import answered, connect, erase, file, write_ahead, writing
from analysis.store.journal import Journal
from analysis.store.layout import revision
from analysis.store.migrate import is_empty, migrate
from analysis.store.revision import Revision, StoredFile, Unavailable, UnknownRevision
from analysis.store.shelf import Shelf
from analysis.store.verify import Verified, verified


@dataclass(frozen=True)
class Store:
    """All revisions, at one database address. Threads may share it; several processes may open the same address.

    ``cache`` holds the tables of revisions, and what else is computed about one. It forgets a revision that any process
    withdrew as soon as this one asks for the current revision, or for that one.

    Each method raises Unavailable where the database does not answer.
    """

    engine: Engine
    cache: RevisionCache = field(default_factory=RevisionCache, repr=False, compare=False)

    @classmethod
    def open(cls, url: str) -> "Store":
        """The store of an SQLAlchemy address, made where there is none and brought to the layout of this program."""
        with answered():
            engine = connect(url)
            try:
                migrate(engine)
                write_ahead(engine)
            except Exception:
                engine.dispose()
                raise
            return cls(engine)

    @classmethod
    def found(cls, url: str) -> "Store | None":
        """The store of an address where there is one; nothing is made."""
        with answered():
            path = file(make_url(url))
            if path and not path.is_file():
                return None
            engine = connect(url)
            try:
                with engine.connect() as connection:
                    nothing = is_empty(connection)
            finally:
                engine.dispose()
        return None if nothing else cls.open(url)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def answers(self) -> bool:
        """Whether the database can be read now."""
        try:
            self.current()
        except Unavailable:
            return False
        return True

    def current(self) -> Revision | None:
        """The published revision: the newest that is not withdrawn. None where nothing is published."""
        with self._reading() as connection:
            if withdrawn := lines.withdrawn(connection) - self.cache.withdrawn:
                self.cache.forget(withdrawn)
            line = connection.execute(lines.standing()).first()
            return lines.value(line) if line else None

    def revisions(self) -> list[Revision]:
        """Every revision, newest first, withdrawn ones too."""
        with self._reading() as connection:
            all_lines = connection.execute(select(revision).order_by(revision.c.number.desc()))
            return [lines.value(line) for line in all_lines]

    def revision(self, id: str) -> Revision:
        """One revision, be it withdrawn. UnknownRevision where there is none of that id."""
        with self._reading() as connection:
            return lines.value(lines.row(connection, id))

    def tables(self, id: str) -> Tables:
        """The typed tables of a revision, as they were published. The frames are shared: nobody changes them.

        UnknownRevision where there is none of that id, or it was withdrawn.
        """
        with self._reading() as connection:
            line = lines.row(connection, id)
            if line.withdrawn:
                self.cache.forget([id])
                raise UnknownRevision(id)
            return self.cache.get(id, line.digest, lambda: lines.tables(connection, line), reserve=DERIVED)

    def file(self, id: str, sha256: str) -> bytes:
        """An uploaded file of a revision, byte for byte. UnknownRevision where no file of that hash is kept there."""
        with self._reading() as connection:
            line = lines.row(connection, id)
            if sha256 not in {each["sha256"] for each in line.files if each["kept"]}:
                raise UnknownRevision(id)
            return lines.data(connection, line, sha256)

    def publish(
        self,
        tables: Tables,
        *,
        files: Sequence[tuple[StoredFile, bytes | None]] = (),
        author: str,
        note: str,
        now: datetime,
        parent: str | None,
        restores: str | None = None,
    ) -> Revision:
        """Add a revision, whole or not at all. Conflict where ``parent`` is not the published revision (any more).

        ``files``: what was uploaded, with its bytes; None where name and hash alone are kept.
        """
        belongings, contents = lines.gathered(tables, files)
        line = {
            **{"published": now, "author": author, "note": note, "withdrawn": None, **belongings},
            **{"parent": _number(parent), "restores": _number(restores)},
        }
        with self._writing() as connection:
            made = lines.add(connection, line, contents)
            deed = Entry(now, author, "restore" if restores else "publish", made.id, restores or "")
            audit.write(connection, deed)
        audit.tell(deed)
        return made

    @property
    def journal(self) -> Journal:
        """What was done by whom, and who is in."""
        return Journal(self.engine)

    @property
    def shelf(self) -> Shelf:
        """The presentations that editors saved."""
        return Shelf(self.engine)

    def withdraw(self, id: str, now: datetime, author: str = "") -> Revision:
        """Erase the files and tables of a revision, so that no cell of them stays in the database's files.

        Its line stays, dated; where it was the published one, the one before it is published again. One that is
        withdrawn already keeps its date. UnknownRevision where there is none of that id.
        """
        with self._writing() as connection:
            line = lines.row(connection, id)
            lines.empty(connection, line, line.withdrawn or now)
            deed = None if line.withdrawn else Entry(now, author, "withdraw", id)
            if deed:
                audit.write(connection, deed)
        if deed:
            audit.tell(deed)
        self.cache.forget([id])
        with answered():
            erase(self.engine)
        return self.revision(id)

    def sharing(self, id: str) -> list[str]:
        """The other revisions in which something of this one stands just so: a table, or a file. Oldest first.

        Withdrawing this one leaves it there. UnknownRevision where there is none of that id.
        """
        with self._reading() as connection:
            return lines.sharing(connection, lines.row(connection, id))

    def back_up(self, path: Path) -> int:
        """Write all revisions into a new file, as they stand at one moment; how many they are.

        Servers may go on meanwhile. OSError where it cannot be written, or is there already; no half file ever is.
        """
        return backup.write(self.engine, path)

    def read_backup(self, path: Path) -> int:
        """Take all revisions of a backup into this store; how many they are. Whole or not at all.

        Occupied where this store holds revisions, BadBackup where the file is damaged or none; OSError where it cannot
        be read.
        """
        return backup.read(path, self.engine)

    def verify(self) -> Verified:
        """Read everything and compare it with what was published."""
        return verified(self.engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with answered(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with answered(), writing(self.engine) as connection:
            yield connection


def _number(id: str | None) -> int | None:
    return None if id is None else lines.number(id)
