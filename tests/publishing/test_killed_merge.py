"""A coordinator whose program is killed while it merges and publishes: nothing is lost, nothing is half there."""

from itertools import pairwise
from random import Random

import pytest

from analysis.changes import compare
from analysis.store import Store, verify_store
from tests.publishing.coordinator import NOW
from tests.publishing.councils import PROCESSES, first_tables, merge_on_and_on, participants
from tests.store.test_killed import received

EVENTS = 5
"""Events of each region that are edited in turn."""
SHORT = 4


def killed(url: str, chance: Random) -> list[tuple[str, str, int]]:
    """Kill a coordinator within the merge that she publishes; the edits that she reported."""
    here, there = PROCESSES.Pipe(duplex=False)
    coordinator = PROCESSES.Process(target=merge_on_and_on, args=(url, EVENTS, there))
    coordinator.start()
    there.close()
    reported = [here.recv(), here.recv()]
    coordinator.join(chance.random() * 0.6)
    coordinator.kill()
    coordinator.join()
    return [each for each in (*reported, *received(here)) if each[1]]


def all_edits_stand(url: str, store: Store, rounds: int) -> None:
    store.publish(first_tables(EVENTS), note="", author="", now=NOW, parent=None)
    chance = Random(rounds)
    for _ in range(rounds):
        for id, key, value in killed(url, chance):
            assert participants(store, id)[key] == value
    line = list(reversed(store.revisions()))
    for before, after in pairwise(line):
        difference = compare(store.tables(before.id), store.tables(after.id))
        assert after.parent == before.id
        assert difference.counts() == {"events": {"added": 0, "removed": 0, "changed": 1}}
        assert [each.key for each in difference.tables["events"].cells] == [(after.author,)]
    assert len(line) > rounds and verify_store(store.engine).faults == ()


def test_a_coordinator_who_is_killed_while_she_merges(url: str, store: Store):
    all_edits_stand(url, store, SHORT)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_a_coordinator_who_is_killed_while_she_merges_at_any_of_a_hundred_moments(url: str, store: Store):
    all_edits_stand(url, store, 100)
