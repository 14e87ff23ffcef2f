"""What tests run in processes of their own: `python -m tests.store.writers URL`, and functions for a pool."""

import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import NamedTuple

from analysis.schema import TABLES, all_tables, typed_frame
from analysis.store import Conflict, Store, revision_rows
from analysis.store.engine import writing
from tests.store.rows import NOON, answers, publish

PROCESSES = get_context("forkserver")
"""Processes that are forked from one which has loaded all that they need."""
PROCESSES.set_forkserver_preload(["tests.store.writers"])


def publish_once(url: str, event: str) -> str:
    """Publish as the first; the id, or "conflict"."""
    store = Store.open(url)
    try:
        return publish(store, event).id
    except Conflict as conflict:
        return f"conflict with {conflict.args[0]}"
    finally:
        store.close()


def publish_after_another(url: str, events: list[str]) -> None:
    """Add each event to what stands, trying anew where somebody else was first."""
    store = Store.open(url)
    for event in events:
        done = False
        while not done:
            current = store.current()
            try:
                before = store.tables(current.id)["events"]["id"] if current else []
                publish(store, *before, event, parent=current.id if current else None)
                done = True
            except Conflict:
                done = False
    store.close()


class Reported(NamedTuple):
    """A revision that a publisher reported ("" before its first), and how long it took."""

    id: str
    seconds: float


def publish_on_and_on(url: str, told: Connection) -> None:
    """Open the store, say so, and publish until killed; each revision is reported."""
    start = monotonic()
    store = Store.open(url)
    told.send(Reported("", monotonic() - start))
    while True:
        current, start = store.current(), monotonic()
        made = publish(store, "a", parent=current.id if current else None)
        told.send(Reported(made.id, monotonic() - start))


def open_only(url: str) -> bool:
    """Open a store and close it."""
    store = Store.open(url)
    result = answers(store)
    store.close()
    return result


def write_and_wait(url: str) -> None:
    """Write a revision, say so before it is committed, and wait to be killed."""
    store = Store.open(url)
    many = all_tables({"events": typed_frame(TABLES["events"], {"id": [str(n) for n in range(20_000)]})}, TABLES)
    belongings, contents = revision_rows.columns_and_contents(many, [])
    with writing(store.engine) as connection:
        current = connection.execute(revision_rows.CURRENT).first()
        line = {"published": NOON, "author": "", "note": "", "withdrawn": None, "restores": None, **belongings}
        revision_rows.add(connection, {**line, "parent": current.number if current else None}, contents, b"forms")
        print("written", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    write_and_wait(sys.argv[1])
