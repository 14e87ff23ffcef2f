"""Rows of revisions in the database: to values, from values, and tables as Parquet files."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from analysis.schema import TABLES, Table, Tables, all_tables, typed_series
from analysis.schema.kinds import Clock, Many, Whole, Year
from analysis.store.revision import Conflict, Revision, StoredFile, Unavailable, UnknownRevision
from analysis.store.sql_tables import content, digest, revision

LIST = pa.list_(pa.string())
PANDAS = {pa.int64(): pd.Int64Dtype(), pa.string(): pd.StringDtype(na_value=np.nan)}


def select_current() -> Select[Any]:
    """The query for the row of the published revision: the newest that is not withdrawn."""
    return select(revision).where(revision.c.withdrawn.is_(None)).order_by(revision.c.number.desc()).limit(1)


def withdrawn(connection: Connection) -> frozenset[str]:
    """The ids of the revisions that are withdrawn."""
    numbers = connection.execute(select(revision.c.number).where(revision.c.withdrawn.is_not(None)))
    return frozenset(str(number) for number in numbers.scalars())


def row(connection: Connection, id: str) -> Row[Any]:
    """The row of a revision; UnknownRevision if there is none of that id."""
    line = connection.execute(select(revision).where(revision.c.number == number(id))).first()
    if line is None:
        raise UnknownRevision(id)
    return line


def number(id: str) -> int:
    """A revision's number from its id; 0, which none has, if the text is no id."""
    return int(id) if id.isascii() and id.isdecimal() and len(id) < 10 and not id.startswith("0") else 0


def to_revision(line: Row[Any]) -> Revision:
    """A row as a value."""
    return Revision(
        id=str(line.number),
        published=line.published,
        author=line.author,
        note=line.note,
        parent=str(line.parent) if line.parent else None,
        rows={name: each["rows"] for name, each in line.tables.items()},
        files=tuple(StoredFile(**each) for each in line.files),
        restores=str(line.restores) if line.restores else None,
        withdrawn=line.withdrawn,
    )


def columns_and_contents(
    tables: Tables, files: Sequence[tuple[StoredFile, bytes | None]]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The columns ``tables`` and ``files`` of a row, and the bytes by SHA-256 (hex)."""
    blobs = {name: to_parquet(TABLES[name], frame) for name, frame in tables.items()}
    hashes = {name: sha256(blob).hexdigest() for name, blob in blobs.items()}
    columns = {
        "tables": {name: {"rows": len(tables[name]), "sha256": hashes[name]} for name in tables},
        "files": [asdict(each) | {"kept": data is not None} for each, data in files],
    }
    contents = {each.sha256: data for each, data in files if data is not None}
    return columns, contents | {hashes[name]: blob for name, blob in blobs.items()}


def add(connection: Connection, line: Mapping[str, Any], contents: Mapping[str, bytes]) -> Revision:
    """Insert a revision with its contents by hash; Conflict if its parent is not the published one."""
    current = connection.execute(select_current()).first()
    if (current.number if current else None) != line["parent"]:
        raise Conflict(str(current.number) if current else None)
    newest = connection.execute(select(func.max(revision.c.number))).scalar_one() or 0
    whole = {"number": newest + 1, **line}
    connection.execute(insert(revision).values(**whole, digest=digest(whole)))
    rows = [{"revision": newest + 1, "sha256": hash, "data": data} for hash, data in contents.items()]
    connection.execute(insert(content), rows)
    return to_revision(row(connection, str(newest + 1)))


def empty(connection: Connection, line: Row[Any], withdrawn: datetime) -> None:
    """Delete the tables and files of a revision; its row remains with the time when it was withdrawn."""
    left = dict(line._mapping) | {"tables": {}, "files": [], "withdrawn": withdrawn}
    connection.execute(delete(content).where(content.c.revision == line.number))
    of_it = update(revision).where(revision.c.number == line.number)
    connection.execute(of_it.values(**{**left, "digest": digest(left)}))


def revisions_sharing(connection: Connection, line: Row[Any]) -> list[str]:
    """The ids of the other revisions, not withdrawn, that have a table with rows or a file of this one unchanged."""

    def hashes(of: Row[Any]) -> set[str]:
        with_rows = {each["sha256"] for each in of.tables.values() if each["rows"]}
        return with_rows | {each["sha256"] for each in of.files}

    is_other = revision.c.withdrawn.is_(None) & (revision.c.number != line.number)
    others = connection.execute(select(revision).where(is_other).order_by(revision.c.number))
    return [str(each.number) for each in others if hashes(line) & hashes(each)]


def tables(connection: Connection, line: Row[Any]) -> Tables:
    """The typed tables of a row, all that are declared."""
    stored = {
        name: from_parquet(TABLES[name], data(connection, line, each["sha256"]))
        for name, each in line.tables.items()
        if name in TABLES
    }
    return all_tables(stored, TABLES)


def data(connection: Connection, line: Row[Any], hash: str) -> bytes:
    """Bytes of a revision by their SHA-256 (hex); Unavailable if they are not what was published."""
    of_it = (content.c.revision == line.number) & (content.c.sha256 == hash)
    stored = connection.execute(select(content.c.data).where(of_it)).scalar()
    if stored is None or sha256(stored).hexdigest() != hash:
        raise Unavailable(f"revision {line.number}", "damaged")
    return bytes(stored)


def to_parquet(table: Table, frame: pd.DataFrame) -> bytes:
    """A typed frame as a Parquet file: lists as list<string>, whole numbers as int64, all else as string."""
    arrays = {}
    for column in table.columns:
        values = frame[column.name]
        match column.kind:
            case Many():
                arrays[column.name] = pa.array([list(value) for value in values], type=LIST)
            case Whole() | Year() | Clock():
                arrays[column.name] = pa.array(values, type=pa.int64(), from_pandas=True)
            case _:
                arrays[column.name] = pa.array(values, type=pa.string(), from_pandas=True)
    sink = io.BytesIO()
    pq.write_table(pa.table(arrays), sink, compression="zstd")
    return sink.getvalue()


def from_parquet(table: Table, data: bytes) -> pd.DataFrame:
    """The typed frame of a Parquet file; a column declared later is empty. pyarrow's errors if it is damaged."""
    arrow = pq.read_table(pa.BufferReader(data))
    stored = [each.name for each in table.columns if each.name in arrow.column_names]
    frame = arrow.select(stored).to_pandas(types_mapper=PANDAS.get)
    columns = {}
    for column in table.columns:
        if column.name not in frame:
            columns[column.name] = typed_series(column.kind, [None] * len(frame))
        elif isinstance(column.kind, Many):
            columns[column.name] = typed_series(column.kind, [tuple(each) for each in frame[column.name]])
        else:
            columns[column.name] = frame[column.name]
    return pd.DataFrame(columns)
