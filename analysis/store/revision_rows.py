"""Rows of revisions in the database: to values, from values, and tables as Parquet files."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from analysis.schema import TABLES, Table, Tables, all_tables, typed_frame, typed_series
from analysis.schema.kinds import Clock, Duration, Many, Whole, Year
from analysis.store.revision import Conflict, Revision, StoredFile, Unavailable, UnknownRevision
from analysis.store.sql_tables import content, digest, revision, word_forms

LIST = pa.list_(pa.string())
CURRENT = select(revision).where(revision.c.withdrawn.is_(None)).order_by(revision.c.number.desc()).limit(1)
"""The query for the row of the published revision: the newest that is not withdrawn."""
PANDAS = {pa.int64(): pd.Int64Dtype(), pa.string(): pd.StringDtype(na_value=np.nan)}


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
        files=tuple(StoredFile(each["name"], each["sha256"], each["size"], each["kept"]) for each in line.files),
        restores=str(line.restores) if line.restores else None,
        withdrawn=line.withdrawn,
    )


def columns_and_contents(
    tables: Tables, files: Sequence[tuple[StoredFile, bytes | None]]
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The columns ``tables`` and ``files`` of a row, and the bytes by SHA-256 (hex)."""
    contents = {each.sha256: data for each, data in files if data is not None}
    rows = {}
    for name, frame in tables.items():
        data = to_parquet(TABLES[name], frame)
        hash = sha256(data).hexdigest()
        rows[name], contents[hash] = {"rows": len(frame), "sha256": hash}, data
    entries = [
        {"name": each.name, "sha256": each.sha256, "size": each.size, "kept": data is not None} for each, data in files
    ]
    return {"tables": rows, "files": entries}, contents


def add(connection: Connection, line: Mapping[str, Any], contents: Mapping[str, bytes], forms: bytes) -> Revision:
    """Insert a revision, its contents by hash, its word forms; Conflict if its parent is not the published one."""
    current = connection.execute(CURRENT).first()
    if (current.number if current else None) != line["parent"]:
        raise Conflict(str(current.number) if current else None)
    newest = connection.execute(select(func.max(revision.c.number))).scalar_one() or 0
    whole = {"number": newest + 1, **line}
    connection.execute(insert(revision).values(**whole, digest=digest(whole)))
    rows = [{"revision": newest + 1, "sha256": hash, "data": data} for hash, data in contents.items()]
    connection.execute(insert(content), rows)
    if forms:
        connection.execute(insert(word_forms).values(revision=newest + 1, data=forms))
    return to_revision(row(connection, str(newest + 1)))


def empty(connection: Connection, line: Row[Any], withdrawn: datetime) -> None:
    """Delete the tables, files and word forms of a revision; its row remains with the time when it was withdrawn."""
    rest = dict(line._mapping) | {"tables": {}, "files": [], "withdrawn": withdrawn}
    for each in (content, word_forms):
        connection.execute(delete(each).where(each.c.revision == line.number))
    is_this = revision.c.number == line.number
    connection.execute(update(revision).where(is_this).values(**{**rest, "digest": digest(rest)}))


def tables(connection: Connection, line: Row[Any]) -> Tables:
    """The typed tables of a row, all that are declared."""
    frames = {name: table(connection, line, name) for name in line.tables if name in TABLES}
    return all_tables(frames, TABLES)


def table(connection: Connection, line: Row[Any], name: str) -> pd.DataFrame:
    """One typed table of a row, an empty one if the row was written before it was declared."""
    if name not in line.tables:
        return typed_frame(TABLES[name], {})
    return from_parquet(TABLES[name], data(connection, line, line.tables[name]["sha256"]))


def data(connection: Connection, line: Row[Any], hash: str) -> bytes:
    """Bytes of a revision by their SHA-256 (hex); Unavailable if they are not what was published."""
    is_this = (content.c.revision == line.number) & (content.c.sha256 == hash)
    content_bytes = connection.execute(select(content.c.data).where(is_this)).scalar()
    if content_bytes is None or sha256(content_bytes).hexdigest() != hash:
        raise Unavailable(f"revision {line.number}", "damaged")
    return bytes(content_bytes)


def to_parquet(table: Table, frame: pd.DataFrame) -> bytes:
    """A typed frame as a Parquet file: lists as list<string>, whole numbers as int64, all else as string."""
    arrays = {}
    for column in table.columns:
        values = frame[column.name]
        match column.kind:
            case Many():
                arrays[column.name] = pa.array([list(value) for value in values], type=LIST)
            case Whole() | Year() | Clock() | Duration():
                arrays[column.name] = pa.array(values, type=pa.int64(), from_pandas=True)
            case _:
                arrays[column.name] = pa.array(values, type=pa.string(), from_pandas=True)
    sink = io.BytesIO()
    pq.write_table(pa.table(arrays), sink, compression="zstd")
    return sink.getvalue()


def from_parquet(table: Table, data: bytes) -> pd.DataFrame:
    """The typed frame of a Parquet file; a column declared later is empty. pyarrow's errors if it is damaged."""
    arrow = pq.read_table(pa.BufferReader(data))
    names = [each.name for each in table.columns if each.name in arrow.column_names]
    frame = arrow.select(names).to_pandas(types_mapper=PANDAS.get)
    columns = {}
    for column in table.columns:
        if column.name not in frame:
            columns[column.name] = typed_series(column.kind, [None] * len(frame))
        elif isinstance(column.kind, Many):
            columns[column.name] = typed_series(column.kind, [tuple(each) for each in frame[column.name]])
        else:
            columns[column.name] = frame[column.name]
    return pd.DataFrame(columns)
