"""Several processes and threads use one store; a process that dies takes nothing along."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from itertools import chain

import pytest

from analysis.settings import ROOT
from analysis.store import Store, verify_store
from tests.store.rows import publish
from tests.store.writers import PROCESSES, open_only, publish_after_another, publish_once


@pytest.fixture(scope="module")
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(4, mp_context=PROCESSES) as pool:
        yield pool


def test_processes_that_start_at_once_make_one_store(url: str, processes: Executor):
    assert list(processes.map(open_only, [url] * 8)) == [True] * 8


def test_of_processes_that_publish_upon_the_same_state_one_wins(url: str, processes: Executor):
    outcomes = sorted(processes.map(publish_once, [url] * 4, "abcd"))
    assert outcomes == ["1", "conflict with 1", "conflict with 1", "conflict with 1"]


def one_line(url: str, publishers: int, rounds: int, processes: Executor) -> None:
    """All publish at once, each so many revisions with an event of its own, upon what then stands."""
    events = [[f"{publisher}-{round}" for round in range(rounds)] for publisher in range(publishers)]
    list(processes.map(publish_after_another, [url] * publishers, events))
    store = Store.open(url)
    assert [(each.id, each.parent) for each in reversed(store.revisions())] == [
        (str(n), str(n - 1) if n > 1 else None) for n in range(1, publishers * rounds + 1)
    ]
    assert set(store.tables(str(publishers * rounds))["events"]["id"]) == set(chain.from_iterable(events))
    assert verify_store(store.engine).faults == ()
    store.close()


def test_publishers_at_once_make_one_line_and_lose_no_update(url: str, processes: Executor):
    one_line(url, 4, 3, processes)


@pytest.mark.full
@pytest.mark.timeout(3600)
def test_twenty_publishers_at_once_make_one_line_and_lose_no_update(url: str):
    with ProcessPoolExecutor(20, mp_context=PROCESSES) as pool:
        one_line(url, 20, 10, pool)


def test_a_writer_that_is_killed_leaves_no_half_revision(url: str):
    store = Store.open(url)
    publish(store, "a")
    command = [sys.executable, "-m", "tests.store.writers", url]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout and writer.stdout.readline() == "written\n"
        assert store.current() == store.revision("1")
        writer.kill()
    assert [each.id for each in store.revisions()] == ["1"]
    assert publish(store, "b", parent="1").id == "2"
    assert verify_store(store.engine).faults == ()
    store.close()


def test_threads_read_the_same_frames(store: Store):
    publish(store, "a")
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(store.tables, ["1"] * 64))
    assert len({id(each) for each in found}) == 1
