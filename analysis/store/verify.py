"""Verification: reads all that a store holds and compares it with what was published."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

import pyarrow as pa
from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import SQLAlchemyError

from analysis.schema import TABLES
from analysis.store.engine import damage, is_out_of_reach, reason, snapshot
from analysis.store.revision import Unavailable
from analysis.store.revision_rows import from_parquet, row
from analysis.store.sql_tables import content, digest, draft_file, revision

FaultPart = Literal["database", "line", "table", "file", "draft"]
FaultKind = Literal["changed", "missing", "unreadable"]


@dataclass(frozen=True)
class Fault:
    """A fault of a revision (None: of the database itself, or of a draft) in a part of that name.

    "changed": not what was published; "missing": not there; "unreadable": there, but cannot be read.
    """

    revision: str | None
    part: FaultPart
    name: str
    kind: FaultKind


@dataclass(frozen=True)
class Verification:
    """The number of revisions, and all faults; without faults the store is sound."""

    revisions: int
    faults: tuple[Fault, ...]


def verify_store(engine: Engine) -> Verification:
    """Verify a store. A database too damaged to list its revisions has none and one fault.

    Unavailable if it cannot be asked, or not to the end: that tells nothing of what it holds.
    """
    try:
        faults = [Fault(None, "database", line, "unreadable") for line in damage(engine)]
        with snapshot(engine) as connection:
            ids = [str(n) for n in connection.execute(select(revision.c.number).order_by(revision.c.number)).scalars()]
            faults += [fault for id in ids for fault in _faults_of(connection, id)]
            faults += _draft_faults(connection)
    except SQLAlchemyError as error:
        _require_reach(error)
        return Verification(0, (Fault(None, "database", str(getattr(error, "orig", error)), "unreadable"),))
    return Verification(len(ids), tuple(faults))


def _faults_of(connection: Connection, id: str) -> Iterator[Fault]:
    try:
        # PostgreSQL goes on after a page that it cannot read, but not in the same part of a transaction.
        with connection.begin_nested():
            line = row(connection, id)
        parts: list[tuple[FaultPart, str, dict[str, Any]]] = [
            ("table", name, each) for name, each in line.tables.items()
        ]
        parts += [("file", each["name"], each) for each in line.files if each["kept"]]
    except (SQLAlchemyError, ValueError, TypeError, KeyError, AttributeError) as error:
        _require_reach(error)
        yield Fault(id, "line", "", "unreadable")
        return
    if digest(dict(line._mapping)) != line.digest:
        yield Fault(id, "line", "", "changed")
    for part, name, each in parts:
        if kind := _part_fault(connection, line, part, name, each):
            yield Fault(id, part, name, kind)


def _draft_faults(connection: Connection) -> Iterator[Fault]:
    """The files of drafts that are not what was uploaded."""
    columns = (draft_file.c.draft, draft_file.c.place, draft_file.c.name, draft_file.c.sha256)
    for line in connection.execute(select(*columns).order_by(*draft_file.primary_key)).all():
        is_this = (draft_file.c.draft == line.draft) & (draft_file.c.place == line.place)
        kind: FaultKind | None = None
        try:
            with connection.begin_nested():
                data = connection.execute(select(draft_file.c.data).where(is_this)).scalar_one()
            kind = None if sha256(data).hexdigest() == line.sha256 else "changed"
        except (SQLAlchemyError, TypeError) as error:
            _require_reach(error)
            kind = "unreadable"
        if kind:
            yield Fault(None, "draft", f"{line.draft} {line.name}", kind)


def _part_fault(
    connection: Connection, line: Row[Any], part: FaultPart, name: str, entry: dict[str, Any]
) -> FaultKind | None:
    """What is wrong with a table or file of a revision; ``entry``: what the revision's row says of it."""
    try:
        is_this = (content.c.revision == line.number) & (content.c.sha256 == entry["sha256"])
        with connection.begin_nested():
            data = connection.execute(select(content.c.data).where(is_this)).scalar()
        if data is None:
            return "missing"
        if sha256(data).hexdigest() != entry["sha256"]:
            return "changed"
        readable = part != "table" or len(from_parquet(TABLES[name], data)) == entry["rows"]
    except (SQLAlchemyError, pa.ArrowException, KeyError, TypeError) as error:
        _require_reach(error)
        return "unreadable"
    return None if readable else "changed"


def _require_reach(error: Exception) -> None:
    """Unavailable if an error comes from the way to the database, and tells nothing of its contents."""
    if isinstance(error, SQLAlchemyError) and is_out_of_reach(error):
        cause = getattr(error, "orig", None) or error
        raise Unavailable(str(cause), reason(cause)) from error
