"""Tables from a few rows written out."""

from typing import Any

from analysis.changes.compare import frame_by_key, plain_value
from analysis.schema import TABLES, Tables, typed_frame

EVENT = {"id": "1", "name": "Avajaiset", "starts": "2023-03-12", "kind": "seminar", "regions": ("19",)}


def event(key: str, **cells: Any) -> dict[str, Any]:
    """A row of events under a key, some cells filled otherwise."""
    return EVENT | {"id": key} | cells


def events(*rows: dict[str, Any]) -> Tables:
    """Events alone."""
    return only("events", *rows)


def only(table: str, *rows: dict[str, Any]) -> Tables:
    """One table from rows."""
    columns = TABLES[table].columns
    return {table: typed_frame(TABLES[table], {each.name: [row.get(each.name) for row in rows] for each in columns})}


def rows_of(tables: Tables, table: str = "events") -> dict[str, dict[str, Any]]:
    """The comparable plain values of each row by key and column."""
    frame = frame_by_key(TABLES[table], tables[table])
    return {
        key: {name: plain_value(value) for name, value in row.items() if name not in TABLES[table].key}
        for key, row in zip(frame.index, frame.to_dict("records"), strict=True)
    }
