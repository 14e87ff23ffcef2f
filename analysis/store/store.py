"""The store: revisions are added and read, never changed. A withdrawn one loses all but its row."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from shutil import disk_usage

import pandas as pd
from sqlalchemy import Engine, delete, insert, select

from analysis.cache import RevisionCache
from analysis.schema import Tables
from analysis.store import revision_rows as rows
from analysis.store.drafts import Draft, DraftStore, delete_copies, delete_draft
from analysis.store.engine import connect, database_errors, erase, require_file, write_ahead, writing
from analysis.store.journal import AuditEntry, Journal, add_entry, log_entry
from analysis.store.links import LinkStore
from analysis.store.migrate import migrate
from analysis.store.read_only import connect_read_only
from analysis.store.revision import Revision, StoredFile, Unavailable, UnknownRevision
from analysis.store.saved_presentations import PresentationStore
from analysis.store.sql_tables import erasure, link_result, revision
from analysis.store.sql_tables import word_forms as stored_forms
from analysis.store.sqlite_file import sqlite_file
from analysis.store.usage import UsageStore

log = logging.getLogger("klusteripulssi.store")


@dataclass(frozen=True)
class Store:
    """All revisions, at one database address, for several threads and processes; Unavailable if it does not respond.

    ``cache`` holds the tables of revisions, and what else is computed about one. It forgets a revision that any process
    withdrew as soon as this one asks for the current revision, or for that one.
    """

    engine: Engine
    journal: Journal
    presentations: PresentationStore
    drafts: DraftStore
    links: LinkStore
    usage: UsageStore
    cache: RevisionCache = field(default_factory=RevisionCache, repr=False, compare=False)

    @classmethod
    def of(cls, engine: Engine) -> "Store":
        """The store of a database whose tables are there."""
        return cls(
            engine,
            journal=Journal(engine),
            presentations=PresentationStore(engine),
            drafts=DraftStore(engine),
            links=LinkStore(engine),
            usage=UsageStore(engine),
        )

    @classmethod
    def open(cls, url: str) -> "Store":
        """The store of an SQLAlchemy address, created if there is none and migrated to the tables of this program.

        The erasing of a withdrawn revision that was interrupted is finished.
        """
        with database_errors():
            engine = connect(url)
            try:
                migrate(engine)
                write_ahead(engine)
                # Connections that were open before the log was there do not know it.
                engine.dispose()
            except Exception:
                engine.dispose()
                raise
        store = cls.of(engine)
        try:
            store.finish_erasures()
        except Unavailable as error:
            log.warning("bytes of a withdrawn revision are still in the store's files: %s", error.reason)
        return store

    @classmethod
    def open_existing(cls, url: str) -> "Store | None":
        """The store of an address for reading alone, None if there is none: its files stay as they are.

        Unavailable as `connect_read_only` says.
        """
        engine = connect_read_only(url)
        if engine is None:
            return None
        return cls.of(engine)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def withdrawn(self) -> frozenset[str]:
        """The ids of all revisions that were withdrawn; what is in memory of them is forgotten."""
        with database_errors(), self.engine.connect() as connection:
            numbers = connection.execute(select(revision.c.number).where(revision.c.withdrawn.is_not(None))).scalars()
            ids = frozenset(map(str, numbers))
        if new := ids - self.cache.withdrawn:
            self.cache.forget(new)
        return ids

    def current(self) -> Revision | None:
        """The published revision: the newest that is not withdrawn. None if nothing is published."""
        self.withdrawn()
        with database_errors(), self.engine.connect() as connection:
            line = connection.execute(rows.CURRENT).first()
            return rows.to_revision(line) if line else None

    def probe(self) -> Revision | None:
        """The published revision, for watchers: Unavailable also if SQLite's file was deleted or replaced.

        Readers go on meanwhile with what is open; nothing can be published.
        """
        with database_errors():
            require_file(self.engine)
        return self.current()

    def free_bytes(self) -> int | None:
        """Free bytes on the disk of SQLite's file; None where the store is no file, or the system does not say."""
        path = sqlite_file(self.engine.url)
        try:
            return disk_usage(path.parent).free if path else None
        except OSError:
            return None

    def revisions(self) -> list[Revision]:
        """Every revision, newest first, withdrawn ones too."""
        with database_errors(), self.engine.connect() as connection:
            all_lines = connection.execute(select(revision).order_by(revision.c.number.desc()))
            return [rows.to_revision(line) for line in all_lines]

    def revision(self, id: str) -> Revision:
        """One revision, withdrawn or not. UnknownRevision if there is none of that id."""
        with database_errors(), self.engine.connect() as connection:
            return rows.to_revision(rows.row(connection, id))

    def tables(self, id: str) -> Tables:
        """The typed tables of a revision, shared: nobody changes them. UnknownRevision if there is none, or no more."""
        with database_errors(), self.engine.connect() as connection:
            line = rows.row(connection, id)
            if line.withdrawn:
                self.cache.forget([id])
                raise UnknownRevision(id)
            return self.cache.get(id, line.digest, lambda: rows.tables(connection, line))

    def table_hashes(self, last: int) -> list[tuple[str, dict[str, str]]]:
        """The ids of the last revisions that are not withdrawn, newest first, and the hash of each of their tables."""
        with database_errors(), self.engine.connect() as connection:
            lines = connection.execute(rows.CURRENT.limit(last)).all()
        return [(str(line.number), {name: each["sha256"] for name, each in line.tables.items()}) for line in lines]

    def table(self, id: str, name: str) -> pd.DataFrame:
        """One table of a revision, read anew: for many revisions of which the whole would fill the cache.

        UnknownRevision if there is none of that id, or it was withdrawn.
        """
        with database_errors(), self.engine.connect() as connection:
            line = rows.row(connection, id)
            if line.withdrawn:
                raise UnknownRevision(id)
            return rows.table(connection, line, name)

    def file(self, id: str, sha256: str) -> bytes:
        """An uploaded file of a revision, byte for byte. UnknownRevision if it has no such file."""
        with database_errors(), self.engine.connect() as connection:
            line = rows.row(connection, id)
            if sha256 not in {each["sha256"] for each in line.files if each["kept"]}:
                raise UnknownRevision(id)
            return rows.data(connection, line, sha256)

    def word_forms(self, id: str) -> bytes:
        """The word forms that were stored with a revision, as `publish` got them; empty if there are none."""
        is_this = stored_forms.c.revision == rows.number(id)
        with database_errors(), self.engine.connect() as connection:
            return bytes(connection.execute(select(stored_forms.c.data).where(is_this)).scalar() or b"")

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
        draft: Draft | None = None,
        word_forms: bytes = b"",
    ) -> Revision:
        """Add a revision, whole or not at all. Conflict if ``parent`` is not the published revision (any more).

        UnknownDraft if the draft that it was is there no more: somebody published or discarded it meanwhile.

        files: the uploads with their bytes, None if name and hash alone are stored; author, note: one line each; now:
        aware; parent: the id that the tables are based on, None for the first; restores: the id that is restored;
        draft: what is published, and deleted as a draft; word_forms: of the words of the tables, for the search.
        """
        columns, contents = rows.columns_and_contents(tables, files)
        line = {
            **{"published": now, "author": author, "note": note, "withdrawn": None, **columns},
            "parent": rows.number(parent) if parent else None,
            "restores": rows.number(restores) if restores else None,
        }
        with database_errors(), writing(self.engine) as connection:
            if draft:
                delete_draft(connection, draft.id)
            added = rows.add(connection, line, contents, word_forms)
            detail = (draft.author or draft.id) if draft else restores or ""
            entry = AuditEntry(now, author, "restore" if restores else "publish", added.id, detail)
            add_entry(connection, entry)
        log_entry(entry)
        return added

    def withdraw(self, id: str, now: datetime, author: str = "") -> Revision:
        """Erase the files, tables and word forms of a revision, so that no cell of them stays in the database's files.

        Its row remains, with the first date of withdrawal; the revision before a published one is published again.
        Drafts with rows or files of it are erased with it, and what became of its links. UnknownRevision if there is
        none of that id.
        """
        with database_errors(), writing(self.engine) as connection:
            line = rows.row(connection, id)
            entries = [AuditEntry(now, author, "discard", detail=each) for each in delete_copies(connection, line)]
            rows.empty(connection, line, line.withdrawn or now)
            connection.execute(delete(link_result).where(link_result.c.revision == line.number))
            if not connection.execute(select(erasure).where(erasure.c.revision == line.number)).first():
                connection.execute(insert(erasure).values(revision=line.number))
            if not line.withdrawn:
                entries.append(AuditEntry(now, author, "withdraw", id))
            for each in entries:
                add_entry(connection, each)
        for each in entries:
            log_entry(each)
        self.cache.forget([id])
        self.finish_erasures()
        return self.revision(id)

    def finish_erasures(self) -> None:
        """Remove from the database's files what withdrawn revisions left there; nothing is done if nothing is left.

        Unavailable if a reader holds on to it, or the disk has no room for it; it can be tried again.
        """
        with database_errors():
            with self.engine.connect() as connection:
                numbers = connection.execute(select(erasure.c.revision)).scalars().all()
            if not numbers:
                return
            erase(self.engine)
            with writing(self.engine) as connection:
                connection.execute(delete(erasure).where(erasure.c.revision.in_(numbers)))

    def revisions_sharing(self, id: str) -> list[str]:
        """The ids of other revisions with a table or file of this one, oldest first. UnknownRevision if it is none."""
        with database_errors(), self.engine.connect() as connection:
            line = rows.row(connection, id)
            is_other = revision.c.withdrawn.is_(None) & (revision.c.number != line.number)
            others = connection.execute(select(revision).where(is_other).order_by(revision.c.number)).all()
        own, *hashes = (
            {table["sha256"] for table in each.tables.values() if table["rows"]}
            | {file["sha256"] for file in each.files}
            for each in (line, *others)
        )
        return [str(each.number) for each, of_other in zip(others, hashes, strict=True) if own & of_other]
