"""Small tables and revisions for tests."""

from datetime import UTC, datetime
from hashlib import sha256

from analysis.schema import TABLES, Tables, all_tables, typed_frame
from analysis.store import Revision, Store, StoredFile, Unavailable

NOON = datetime(2026, 3, 1, 12, 0, 0, 250_000, tzinfo=UTC)


def tables(*events: str) -> Tables:
    """All tables; one event of each id, named after it."""
    columns = {"id": events, "name": [f"Tapahtuma {id}" for id in events]}
    return all_tables({"events": typed_frame(TABLES["events"], columns)}, TABLES)


def upload(name: str, data: bytes) -> tuple[StoredFile, bytes]:
    """A file as the store takes it."""
    return StoredFile(name, sha256(data).hexdigest(), len(data)), data


def publish(store: Store, *events: str, parent: str | None = None, note: str = "") -> Revision:
    """Publish events of these ids with a file that names them."""
    files = [upload("toiminta.csv", ";".join(events).encode())]
    return store.publish(tables(*events), files=files, author="Aino", note=note, now=NOON, parent=parent)


def answers(store: Store) -> bool:
    """Whether the database can be read now."""
    try:
        store.current()
    except Unavailable:
        return False
    return True
