"""Counts of usage: by day, added up over servers, never lost for a database that fails for a while."""

import pytest
from sqlalchemy import text

from analysis.store import Store, Unavailable, Usage


def test_counts_of_several_servers_add_up(database: str):
    one, two = Store.open(database), Store.open(database)
    for store in (one, two, two):
        store.usage.add("2026-11-30", "page", "events")
        store.usage.write()
    two.usage.add("2026-12-01", "file", "xlsx", 3)
    two.usage.add("2026-12-01", "file", "csv", 0)
    assert one.usage.since("2026-12-01") == []
    two.usage.write()
    two.usage.write()
    assert one.usage.since("2026-11-30") == [
        Usage("2026-11-30", "page", "events", 3),
        Usage("2026-12-01", "file", "xlsx", 3),
    ]
    assert len(one.usage.since("2026-12-01")) == 1
    one.close()
    two.close()


def test_what_cannot_be_written_waits(store: Store):
    store.usage.add("2026-11-30", "page", "events")
    with store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE usage RENAME TO aside"))
    with pytest.raises(Unavailable):
        store.usage.write()
    store.usage.add("2026-11-30", "page", "events")
    with store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE aside RENAME TO usage"))
    store.usage.write()
    assert store.usage.since("") == [Usage("2026-11-30", "page", "events", 2)]
