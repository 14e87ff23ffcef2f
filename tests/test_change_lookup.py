"""In which revision a row was changed last: cheaply, and so that the sequence of a row never falls."""

import pytest

from analysis import change_lookup
from analysis.change_lookup import last_changes
from analysis.store import Store
from tests.measures.table_rows import tables
from tests.publishing.coordinator import NOW

ROW = {"id": "a", "name": "A", "regions": ("19",)}


def publish(store: Store, *names: str):
    """Publish an event of each name; its key is the name's first letter."""
    rows = [ROW | {"id": name[0], "name": name} for name in names]
    current = store.current()
    return store.publish(tables(events=rows), author="", note="", now=NOW, parent=current.id if current else None)


def test_a_sequence_never_falls_when_old_revisions_are_looked_at_no_more(store: Store, monkeypatch):
    monkeypatch.setattr(change_lookup, "WINDOW", 3)
    seen = []
    for number in range(1, 12):
        changes = last_changes(store, publish(store, "a", f"b{number // 4}"), "events")
        seen.append((changes["a"].sequence, changes["b"].sequence))
    for sequences in zip(*seen, strict=True):
        assert list(sequences) == sorted(sequences)
    assert seen[3][1] == 8 and seen[7][1] == 16, "a change counts at once"


def test_only_what_is_new_is_read(store: Store, monkeypatch):
    for name in ("a", "a1", "a2"):
        revision = publish(store, name)
    last_changes(store, revision, "events")
    reads: list[str] = []
    table = Store.table
    monkeypatch.setattr(Store, "table", lambda self, id, name: reads.append(id) or table(self, id, name))
    assert last_changes(store, publish(store, "a3"), "events")["a"].sequence == 8
    assert reads == ["3", "4"]


@pytest.mark.parametrize(("withdrawn", "sequence"), [("2", 6), ("3", 7), ("1", 4)])
def test_after_a_withdrawal_every_row_counts_as_changed(store: Store, withdrawn: str, sequence: int):
    for name in ("a", "a1", "a"):
        publish(store, name, "b")
    store.withdraw(withdrawn, NOW)
    current = store.current()
    assert current
    assert last_changes(store, current, "events")["b"].sequence == sequence
