"""Revisions as they stand in the database, and the values that they are outside it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from analysis.schema import TABLES, Tables, whole_set
from analysis.store.layout import content, digest, revision
from analysis.store.parquet import packed, unpacked
from analysis.store.revision import Conflict, Revision, StoredFile, Unavailable, UnknownRevision


def standing() -> Select[Any]:
    """The line of the published revision: the newest that is not withdrawn."""
    return select(revision).where(revision.c.withdrawn.is_(None)).order_by(revision.c.number.desc()).limit(1)


def withdrawn(connection: Connection) -> frozenset[str]:
    """The ids of the revisions that are withdrawn."""
    gone = connection.execute(select(revision.c.number).where(revision.c.withdrawn.is_not(None)))
    return frozenset(str(number) for number in gone.scalars())


def row(connection: Connection, id: str) -> Row[Any]:
    """The line of a revision. UnknownRevision where there is none of that id."""
    found = connection.execute(select(revision).where(revision.c.number == number(id))).first()
    if found is None:
        raise UnknownRevision(id)
    return found


def number(id: str) -> int:
    """A revision's number from its id, 0 (which none has) where the text is no id."""
    return int(id) if id.isascii() and id.isdecimal() and len(id) < 10 and not id.startswith("0") else 0


def value(line: Row[Any]) -> Revision:
    """What a line says."""
    return Revision(
        id=str(line.number),
        published=line.published,
        author=line.author,
        note=line.note,
        parent=_id(line.parent),
        rows={name: each["rows"] for name, each in line.tables.items()},
        files=tuple(StoredFile(**each) for each in line.files),
        restores=_id(line.restores),
        withdrawn=line.withdrawn,
    )


def gathered(
    given: Tables, files: Sequence[tuple[StoredFile, bytes | None]]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What a line says of its tables and files, and their bytes by hash."""
    blobs = {name: packed(TABLES[name], frame) for name, frame in given.items()}
    hashes = {name: sha256(blob).hexdigest() for name, blob in blobs.items()}
    said = {
        "tables": {name: {"rows": len(given[name]), "sha256": hashes[name]} for name in given},
        "files": [asdict(each) | {"kept": data is not None} for each, data in files],
    }
    kept = {each.sha256: data for each, data in files if data is not None}
    return said, kept | {hashes[name]: blob for name, blob in blobs.items()}


def add(connection: Connection, line: Mapping[str, Any], contents: Mapping[str, bytes]) -> Revision:
    """Write a revision with its contents by hash; Conflict where its parent is not the published one."""
    current = connection.execute(standing()).first()
    if (current.number if current else None) != line["parent"]:
        raise Conflict(str(current.number) if current else None)
    newest = connection.execute(select(func.max(revision.c.number))).scalar_one() or 0
    whole = {"number": newest + 1, **line}
    connection.execute(insert(revision).values(**whole, digest=digest(whole)))
    rows = [{"revision": newest + 1, "sha256": hash, "data": data} for hash, data in contents.items()]
    connection.execute(insert(content), rows)
    return value(row(connection, str(newest + 1)))


def empty(connection: Connection, line: Row[Any], withdrawn: datetime) -> None:
    """Delete what belongs to a revision; its line says no more of it than that it was withdrawn, and when."""
    left = dict(line._mapping) | {"tables": {}, "files": [], "withdrawn": withdrawn}
    connection.execute(delete(content).where(content.c.revision == line.number))
    of_it = update(revision).where(revision.c.number == line.number)
    connection.execute(of_it.values(**{**left, "digest": digest(left)}))


def sharing(connection: Connection, line: Row[Any]) -> list[str]:
    """The other revisions, not withdrawn, in which a table with rows, or a file, of this one stands just so."""
    own, standing = _hashes(line), revision.c.withdrawn.is_(None) & (revision.c.number != line.number)
    others = connection.execute(select(revision).where(standing).order_by(revision.c.number))
    return [str(each.number) for each in others if own & _hashes(each)]


def _hashes(line: Row[Any]) -> set[str]:
    filled = {each["sha256"] for each in line.tables.values() if each["rows"]}
    return filled | {each["sha256"] for each in line.files}


def tables(connection: Connection, line: Row[Any]) -> Tables:
    """The typed tables of a line, all that are declared."""
    held = {
        name: unpacked(TABLES[name], data(connection, line, each["sha256"]))
        for name, each in line.tables.items()
        if name in TABLES
    }
    return whole_set(held, TABLES)


def data(connection: Connection, line: Row[Any], hash: str) -> bytes:
    """Bytes of a revision by their SHA-256; Unavailable where they are not what was published."""
    of_it = (content.c.revision == line.number) & (content.c.sha256 == hash)
    found = connection.execute(select(content.c.data).where(of_it)).scalar()
    if found is None or sha256(found).hexdigest() != hash:
        raise Unavailable(f"revision {line.number}", "damaged")
    return bytes(found)


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)
