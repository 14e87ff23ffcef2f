"""Drafts: uploads, byte for byte, that wait to be published, each with who made it and what was chosen."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, select

from analysis.store.engine import database_errors, writing
from analysis.store.journal import AuditEntry, add_entry, log_entry
from analysis.store.revision import StoredFile, Unavailable, UnknownRevision
from analysis.store.revision_rows import row as revision_row
from analysis.store.sql_tables import draft, draft_file, revision

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""What an id consists of: nothing that an address or a terminal reads otherwise, or a person mixes up."""
LENGTH = 16
"""Letters of an id: 80 bits."""


@dataclass(frozen=True)
class Draft:
    """An upload that waits to be published.

    ``id``: in addresses; whoever knows it has no right by that. ``author``: who made it, empty if nobody is named.
    ``copies``: the ids of the revisions of which rows are in the files too. ``choices``: values of JSON, by
    `analysis.publishing.draft_choices`.
    """

    id: str
    created: datetime
    author: str
    note: str
    files: tuple[StoredFile, ...]
    copies: tuple[str, ...]
    choices: Mapping[str, Any]


class UnknownDraft(KeyError):
    """No draft of that id: there never was one, or it was published, discarded or erased."""


@dataclass(frozen=True)
class DraftStore:
    """The drafts of a database. Each method raises Unavailable if that does not respond."""

    engine: Engine

    def all(self) -> list[Draft]:
        """All of them, newest first."""
        query = select(draft).order_by(draft.c.created.desc(), draft.c.id)
        with database_errors(), self.engine.connect() as connection:
            return [_draft(connection, line) for line in connection.execute(query).all()]

    def get(self, id: str) -> Draft:
        """The draft of an id; UnknownDraft if there is none."""
        with database_errors(), self.engine.connect() as connection:
            return _draft(connection, _row(connection, id))

    def contents(self, id: str) -> list[bytes]:
        """The bytes of its files in their order; UnknownDraft if there is none, Unavailable if they were changed."""
        with database_errors(), self.engine.connect() as connection:
            _row(connection, id)
            query = select(draft_file).where(draft_file.c.draft == id).order_by(draft_file.c.place)
            files = connection.execute(query).all()
        for each in files:
            if sha256(each.data).hexdigest() != each.sha256:
                raise Unavailable(f"draft {id}", "damaged")
        return [bytes(each.data) for each in files]

    def add(
        self,
        files: Sequence[tuple[StoredFile, bytes]],
        *,
        author: str,
        note: str,
        now: datetime,
        copies: Iterable[str],
        choices: Mapping[str, Any],
    ) -> Draft:
        """Add a draft under a new id. UnknownRevision if one of which it has rows was withdrawn meanwhile.

        files: with their bytes; author, note: one line each; now: aware; copies, choices: as in `Draft`.
        """
        id = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        line: dict[str, Any] = {"id": id, "created": now, "author": author, "note": note}
        line |= {"copies": [*copies], "choices": dict(choices)}
        lines = [
            {"draft": id, "place": place, "name": file.name, "sha256": file.sha256, "size": file.size, "data": data}
            for place, (file, data) in enumerate(files)
        ]
        entry = AuditEntry(now, author, "draft", detail=id)
        with database_errors(), writing(self.engine) as connection:
            _require_revisions(connection, line["copies"])
            connection.execute(insert(draft).values(**line))
            connection.execute(insert(draft_file), lines)
            add_entry(connection, entry)
            result = _draft(connection, _row(connection, id))
        log_entry(entry)
        return result

    def discard(self, id: str, now: datetime, author: str = "") -> None:
        """Delete a draft with its files; UnknownDraft if there is none. ``author``: who does so."""
        entry = AuditEntry(now, author, "discard", detail=id)
        with database_errors(), writing(self.engine) as connection:
            delete_draft(connection, id)
            add_entry(connection, entry)
        log_entry(entry)

    def copies_of(self, id: str) -> list[Draft]:
        """The drafts that would be erased with a revision; UnknownRevision if there is none of that id."""
        with database_errors(), self.engine.connect() as connection:
            return _copies_of(connection, revision_row(connection, id))


def delete_draft(connection: Connection, id: str) -> None:
    """Delete a draft with its files, in the transaction that it ends with; UnknownDraft if there is none."""
    connection.execute(delete(draft_file).where(draft_file.c.draft == id))
    if not connection.execute(delete(draft).where(draft.c.id == id)).rowcount:
        raise UnknownDraft(id)


def delete_copies(connection: Connection, line: Row[Any]) -> list[str]:
    """Delete the drafts that hold rows or files of a revision (its row); their ids."""
    ids = [each.id for each in _copies_of(connection, line)]
    for id in ids:
        delete_draft(connection, id)
    return ids


def _copies_of(connection: Connection, line: Row[Any]) -> list[Draft]:
    """The drafts with rows, or with a file, of a revision."""
    hashes = {each["sha256"] for each in line.files}
    drafts = [_draft(connection, each) for each in connection.execute(select(draft).order_by(draft.c.id)).all()]
    return [each for each in drafts if str(line.number) in each.copies or hashes & {file.sha256 for file in each.files}]


def _require_revisions(connection: Connection, ids: Iterable[str]) -> None:
    """Raise UnknownRevision for an id whose revision was withdrawn."""
    withdrawn = select(revision.c.number).where(revision.c.withdrawn.is_not(None))
    gone = {str(each) for each in connection.execute(withdrawn).scalars()}
    for id in ids:
        if id in gone:
            raise UnknownRevision(id)


def _row(connection: Connection, id: str) -> Row[Any]:
    line = connection.execute(select(draft).where(draft.c.id == id)).first()
    if line is None:
        raise UnknownDraft(id)
    return line


def _draft(connection: Connection, line: Row[Any]) -> Draft:
    """A row as a value, with its files but for their bytes."""
    columns = (draft_file.c.name, draft_file.c.sha256, draft_file.c.size)
    files = select(*columns).where(draft_file.c.draft == line.id).order_by(draft_file.c.place)
    stored = tuple(StoredFile(*each) for each in connection.execute(files).all())
    return Draft(line.id, line.created, line.author, line.note, stored, tuple(line.copies), line.choices)
