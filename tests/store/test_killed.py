"""A publisher that is killed at any moment takes no revision along that it reported, and leaves no half one."""

from collections.abc import Iterator
from random import Random

import pytest

from analysis.store import Revision, Store, verify_store
from tests.store.writers import PROCESSES, publish_on_and_on

SHORT = 20
"""Rounds of `make test`."""


def rounds(number: int, url: str, seed: int) -> Iterator[tuple[str, Revision | None]]:
    """Kill publishers, one after the other, each within a publish that takes about as long as the one before.

    Gives the last id that each reported ("" where none), and what stands after it.
    """
    chance = Random(seed)
    for _ in range(number):
        here, there = PROCESSES.Pipe(duplex=False)
        publisher = PROCESSES.Process(target=publish_on_and_on, args=(url, there))
        publisher.start()
        there.close()
        reported = [here.recv() for _ in range(chance.choice((1, 2, 3)))]
        publisher.join(chance.random() * reported[-1].seconds)
        publisher.kill()
        publisher.join()
        reported += received(here)
        store = Store.open(url)
        current = store.current()
        assert current is None or len(store.tables(current.id)["events"]) == 1
        yield reported[-1].id, current
        store.close()


def received(pipe) -> Iterator[str]:
    """All that the publisher said before its end; what it was just saying is not said."""
    try:
        while True:
            yield pipe.recv()
    except (EOFError, OSError):
        pipe.close()


def all_stand(number: int, url: str) -> None:
    ends = list(rounds(number, url, seed=number))
    for reported, current in ends:
        assert int(reported or 0) <= int(current.id if current else 0)
    store = Store.open(url)
    revisions = store.revisions()
    assert [(each.id, each.parent) for each in reversed(revisions)] == [
        (str(n), str(n - 1) if n > 1 else None) for n in range(1, len(revisions) + 1)
    ]
    assert verify_store(store.engine).faults == ()
    assert len({current and current.id for _, current in ends}) > 1
    store.close()


def test_a_publisher_that_is_killed_at_any_moment(url: str):
    all_stand(SHORT, url)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_a_publisher_that_is_killed_at_any_of_five_hundred_moments(url: str):
    all_stand(500, url)
