"""Cache of tables and of what is computed from them: by revision, bounded in bytes, safe for threads.

``RevisionCache`` is the store's: it holds the tables of revisions and small values about them, and `forget` empties it
of a withdrawn one. What is computed from one set of tables hangs on that set (`cached_on`) and is freed with it.
"""

import sys
from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from functools import wraps
from threading import Lock, RLock
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from cachetools import LRUCache

Value = TypeVar("Value")
Tables = TypeVar("Tables")
Arguments = ParamSpec("Arguments")
Derivation = Callable[Concatenate[Tables, Arguments], Value]
Key = tuple[str, Hashable]

MEMORY = 1024 * 2**20
"""Bytes of the tables of all revisions in memory, with what is computed from them."""
DERIVED = 64 * 2**20
"""Bytes of what is computed from one set of tables."""
ENTRY = 500
"""Bytes that an entry takes beside its value: key, lock and places in dictionaries."""


class Entry(NamedTuple):
    """A value with its size in bytes."""

    value: Any
    size: int


class _Entries(LRUCache[Key, Entry]):
    """Entries in the order in which they were asked for, the same ones in a plain dictionary."""

    def __init__(self, plain: dict[Key, Entry], most: int) -> None:
        super().__init__(most, getsizeof=lambda entry: entry.size)
        self._plain = plain

    def __setitem__(self, key: Key, entry: Entry) -> None:
        super().__setitem__(key, entry)
        self._plain[key] = entry

    def __delitem__(self, key: Key) -> None:
        super().__delitem__(key)
        self._plain.pop(key, None)

    def clear(self) -> None:
        super().clear()
        self._plain.clear()


class RevisionCache:
    """Values by revision and key, at most ``most`` bytes of them; those not asked for the longest go first.

    Sizes are estimates, made once when a value comes in (`size_of`). A value that is larger than the bound counts as
    nine tenths of it: it pushes out the others, but small values do not push it out.
    """

    def __init__(self, most: int = MEMORY) -> None:
        self._most = most
        self._plain: dict[Key, Entry] = {}
        """The same entries, read without a lock. Which was asked for last is noted once half the bytes are used."""
        self._entries: LRUCache[Key, Entry] = _Entries(self._plain, most)
        self._loading: dict[Key, Any] = {}
        self._lock = Lock()
        self._emptied = 0
        self.withdrawn: frozenset[str] = frozenset()
        """The revisions that were forgotten."""

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, revision: str, key: Hashable, make: Callable[[], Value], reserve: int = 0) -> Value:
        """The value of a revision under a key; ``make`` computes it if it is not there.

        Several threads that ask for one key wait for the first of them, those that ask for another do not. What
        ``make`` raises is raised, and the next who asks tries again. ``reserve``: bytes by which the value may grow.
        What was computed while the cache was emptied is returned, but not held.
        """
        whole = (revision, key)
        if (entry := self._plain.get(whole)) is not None:
            if self._entries.currsize > self._most // 2:
                with self._lock:
                    self._entries.get(whole)
            return entry.value
        with self._lock:
            loading = self._loading.setdefault(whole, RLock())
        with loading:
            with self._lock:
                if (entry := self._entries.get(whole)) is not None:
                    return entry.value
                emptied = self._emptied
            try:
                value = make()
                size = min(size_of(value) + ENTRY + reserve, self._most * 9 // 10)
                with self._lock:
                    if emptied == self._emptied and revision not in self.withdrawn:
                        self._entries[whole] = Entry(value, size)
            finally:
                with self._lock:
                    self._loading.pop(whole, None)
        return value

    def forget(self, revisions: Iterable[str]) -> None:
        """Empty the cache of revisions that were withdrawn, and of all that was computed from any tables.

        A comparison hangs on one set of tables and knows another, so nothing computed outlives a withdrawal.
        """
        with self._lock:
            gone = frozenset(revisions) - self.withdrawn
            if not gone:
                return
            self.withdrawn |= gone
            self._emptied += 1
            held = [entry.value for entry in self._plain.values()]
            for whole in [whole for whole in self._plain if whole[0] in gone]:
                del self._entries[whole]
        for value in held:
            if cache := _attached(value):
                cache.clear()

    def clear(self) -> None:
        """Empty the cache."""
        with self._lock:
            self._emptied += 1
            self._entries.clear()


def cached_on(tables: Any, key: Hashable, make: Callable[[], Value]) -> Value:
    """What ``make`` computes from a set of tables, held on that set under a key and freed with it.

    Tables that can hold nothing (a plain dict) are computed from each time. Nobody changes what is given back.
    """
    cache = _attached(tables)
    return make() if cache is None else cache.get("", key, make)


def cached_per_tables(make: Derivation[Tables, Arguments, Value]) -> Derivation[Tables, Arguments, Value]:
    """A function of tables and of hashable arguments that computes each answer once for a set of tables (`cached_on`).

    Answers are shared, so nobody may change them.
    """

    @wraps(make)
    def cached(tables: Tables, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        key = (make, args, tuple(kwargs.items())) if kwargs else (make, args)
        return cached_on(tables, key, lambda: make(tables, *args, **kwargs))

    return cached


def _attached(tables: Any) -> RevisionCache | None:
    held = getattr(tables, "derived", None)
    if held is None:
        return None
    return held.get("cache") or held.setdefault("cache", RevisionCache(DERIVED))


def size_of(value: Any) -> int:
    """About how many bytes a value holds.

    ``sys.getsizeof`` of each object, which for frames and series is pandas' ``memory_usage(deep=True)``; collections
    and dataclasses add up what they hold, each object once. Tables within another value count nothing, being counted
    by themselves.
    """
    total, seen, left = 0, set[int](), [*value.values()] if hasattr(value, "derived") else [value]
    while left:
        each = left.pop()
        if id(each) in seen or hasattr(each, "derived"):
            continue
        seen.add(id(each))
        total += sys.getsizeof(each, ENTRY)
        if isinstance(each, Mapping):
            items = each.copy() if isinstance(each, dict) else each  # another thread may fill it
            left += [*items.keys(), *items.values()]
        elif isinstance(each, list | tuple | Set):
            left += each
        elif is_dataclass(each) and not isinstance(each, type):
            left += [getattr(each, field.name) for field in fields(each)]
    return total
