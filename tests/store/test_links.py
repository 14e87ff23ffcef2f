"""What became of asking links: stored for one revision, replaced as a whole, erased with the revision."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from analysis.store import LinkResult, Store, UnknownRevision, read_backup, write_backup
from tests.store.rows import NOON, publish
from tests.store.test_withdraw import SECRET, stored_bytes

__all__ = ["stored_bytes"]

ADDRESS = f"https://example.org/{SECRET}/"


def result(link: str, state: str = "ok", **values: Any) -> LinkResult:
    return LinkResult(
        **{"status": 200, "moved_to": None, "reason": "", "time": NOON, "link": link, "state": state} | values
    )


RESULTS = [
    result("https://a.example/ä", "dead", status=404),
    result("https://b.example/", "moved", moved_to="https://c.example/" + "x" * 5000),
    result("https://c.example/" + "x" * 5000, "uncertain", status=None, reason="slow", time=NOON - timedelta(days=9)),
]


def test_they_are_there_as_they_were_after_a_restart(store: Store, url: str):
    publish(store, "a")
    assert (store.links.all(), store.links.dead(), store.links.newest_time()) == ([], [], None)
    store.links.replace(reversed(RESULTS), "1")
    again = Store.open(url)
    assert again.links.all() == RESULTS
    assert again.links.dead() == RESULTS[:1]
    assert again.links.newest_time() == NOON
    again.close()


def test_the_results_of_the_next_round_take_the_place_of_all(store: Store):
    publish(store, "a")
    store.links.replace(RESULTS, "1")
    publish(store, "b", parent="1")
    store.links.replace(RESULTS[1:2], "2")
    assert store.links.all() == RESULTS[1:2]
    store.links.replace([], "2")
    assert store.links.all() == []


def test_withdrawing_leaves_no_address_of_the_revision(store: Store, stored_bytes: Callable[[], bytes]):
    publish(store, "a")
    publish(store, "b", parent="1")
    store.links.replace([result(f"{ADDRESS}{n}", moved_to=ADDRESS) for n in range(50)], "2")
    assert SECRET.encode() in stored_bytes()
    store.withdraw("2", NOON)
    assert store.links.all() == []
    assert SECRET.encode() not in stored_bytes()


def test_withdrawing_leaves_no_address_that_was_replaced_and_those_of_others_stay(
    store: Store, stored_bytes: Callable[[], bytes]
):
    publish(store, "a")
    store.links.replace([result(f"{ADDRESS}{n}") for n in range(50)], "1")
    publish(store, "b", parent="1")
    store.links.replace(RESULTS, "2")
    store.withdraw("1", NOON)
    assert store.links.all() == RESULTS
    assert SECRET.encode() not in stored_bytes()


@pytest.mark.parametrize("revision", ["2", "9", "x"])
def test_no_results_of_a_revision_that_was_withdrawn_meanwhile_are_taken(store: Store, revision: str):
    publish(store, "a")
    publish(store, "b", parent="1")
    store.links.replace(RESULTS, "1")
    store.withdraw("2", NOON)
    with pytest.raises(UnknownRevision):
        store.links.replace([result(ADDRESS)], revision)
    assert store.links.all() == RESULTS


def test_a_backup_has_them(store: Store, tmp_path: Path):
    publish(store, "a")
    store.links.replace(RESULTS, "1")
    write_backup(store.engine, tmp_path / "backup.sqlite")
    other = Store.open(f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    read_backup(tmp_path / "backup.sqlite", other.engine)
    assert other.links.all() == RESULTS
    other.close()
