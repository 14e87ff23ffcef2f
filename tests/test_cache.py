"""Values are computed once, in few bytes, and are gone with the tables or the revision that they come from."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

import numpy as np
import pandas as pd
import pytest

from analysis.cache import ENTRY, RevisionCache, cached_on, size_of
from analysis.schema import TABLES, all_tables

KILOBYTE = b"x" * 1000


def fail() -> bytes:
    raise ValueError("not now")


def test_a_value_is_computed_once_and_the_one_least_asked_for_goes_first():
    made: list[str] = []

    def ask(key: str) -> bytes:
        return cache.get("1", key, lambda: made.append(key) or KILOBYTE)

    cache = RevisionCache(2 * (1000 + ENTRY) + 200)
    assert [ask(key) for key in "abacaba"] == [KILOBYTE] * 7
    assert made == ["a", "b", "c", "b"]


def test_a_key_of_another_revision_is_another_key():
    cache = RevisionCache()
    assert [cache.get(revision, "k", lambda revision=revision: revision) for revision in "1212"] == list("1212")


def test_a_value_that_cannot_be_computed_is_asked_for_again():
    cache = RevisionCache()
    with pytest.raises(ValueError, match="not now"):
        cache.get("1", "a", fail)
    assert cache.get("1", "a", lambda: "A") == "A"


def test_a_value_larger_than_the_bound_stays_and_small_ones_leave_it_there():
    cache = RevisionCache(20_000)
    made: list[int] = []
    for each in range(3):
        cache.get("1", "large", lambda: made.append(0) or b"x" * 100_000)
        cache.get("1", each, lambda: "small")
    assert made == [0]


def test_a_slow_load_holds_up_those_alone_who_ask_for_the_same():
    cache, begun, go = RevisionCache(), Event(), Event()
    made: list[str] = []

    def slow() -> str:
        begun.set()
        go.wait(10)
        made.append("slow")
        return "slow"

    with ThreadPoolExecutor(4) as threads:
        waiting = [threads.submit(cache.get, "1", "a", slow) for _ in range(3)]
        begun.wait(10)
        assert cache.get("1", "b", lambda: "other") == "other"
        assert not any(each.done() for each in waiting)
        go.set()
        assert [each.result(10) for each in waiting] == ["slow"] * 3
    assert made == ["slow"]


def test_what_is_loaded_while_its_revision_is_withdrawn_is_not_held():
    cache = RevisionCache()

    def load() -> str:
        cache.forget(["1"])
        return "secret"

    assert cache.get("1", "a", load) == "secret"
    assert cache.get("1", "b", lambda: "secret") == "secret"
    assert len(cache) == 0


def test_forgetting_empties_all_sets_of_tables_of_what_was_computed():
    cache, made = RevisionCache(), []
    first, second = (cache.get(each, "tables", lambda: all_tables({}, TABLES)) for each in "12")
    ask = [lambda tables=tables: cached_on(tables, "k", lambda: made.append(0) or 1) for tables in (first, second)]
    for each in ask * 2:
        each()
    assert len(made) == 2
    cache.forget(["1"])
    ask[1]()
    assert (len(made), len(cache)) == (3, 1)


def test_what_is_computed_first_from_tables_during_a_withdrawal_is_not_stored():
    cache = RevisionCache()
    tables = cache.get("2", "tables", lambda: all_tables({}, TABLES))

    def compute() -> str:
        cache.forget(["1"])
        return "secret"

    assert cached_on(tables, "k", compute) == "secret"
    assert cached_on(tables, "k", lambda: "new") == "new"


def test_large_tables_have_more_room_for_what_is_computed(monkeypatch):
    monkeypatch.setattr("analysis.cache.DERIVED", 1000)
    rows = pd.DataFrame({"id": [str(number) for number in range(4000)]})
    tables, made = all_tables({"events": rows}, TABLES), []
    room = size_of(tables) // (1000 + ENTRY)
    for key in [*range(room)] * 2:
        cached_on(tables, key, lambda key=key: made.append(key) or KILOBYTE)
    assert room > 20 and made == [*range(room)]


def test_what_several_values_share_counts_once():
    cache, shared = RevisionCache(100_000), b"x" * 60_000
    values = [cache.get("1", key, lambda key=key: (shared, key)) for key in range(5)]
    assert [cache.get("1", key, fail) for key in range(5)] == values


def test_what_was_shared_with_a_value_that_is_gone_counts_again():
    cache, shared, made = RevisionCache(100_000), b"x" * 60_000, []
    cache.get("1", "first", lambda: (shared, 1))
    cache.get("1", "other", lambda: b"y" * 60_000)
    cache.get("1", "again", lambda: (shared, 2))
    cache.get("1", "other", lambda: made.append(0) or b"y" * 60_000)
    assert len(made) == 1


def test_a_withdrawal_that_is_known_empties_nothing_again():
    cache = RevisionCache()
    tables = cache.get("2", "tables", lambda: all_tables({}, TABLES))
    cache.forget(["1"])
    made = cached_on(tables, "k", object)
    cache.forget(["1"])
    assert cached_on(tables, "k", object) is made


def test_what_is_computed_from_tables_is_freed_with_them():
    gone = []
    for _ in range(12):
        tables = all_tables({}, TABLES)
        cached_on(tables, "holds them", lambda tables=tables: [tables])
        gone.append(weakref.ref(tables))
        del tables
    gc.collect()
    assert [each() for each in gone] == [None] * 12


def test_tables_that_can_hold_nothing_are_computed_from_each_time():
    tables: dict = {}
    assert cached_on(tables, "k", object) is not cached_on(tables, "k", object)
    assert tables == {}


def test_sizes_are_those_of_frames_arrays_texts_and_what_holds_them():
    @dataclass
    class Holder:
        data: object

    frame = pd.DataFrame({"a": ["x" * 1000] * 10})
    for value in (frame, np.zeros(1250), "x" * 10_000, b"x" * 10_000):
        assert 10_000 <= size_of(value) <= 12_000
        assert 0 < size_of([Holder({"k": (value, value)})]) - size_of(value) < 1000
    tables = all_tables({"events": frame}, {"events": TABLES["events"]})
    assert size_of(tables) >= 10_000 > size_of([tables])
