"""Cache of tables and of what is computed from them: by revision, bounded in bytes, safe for threads.

The store's `RevisionCache` holds the tables of revisions and small values about them; `RevisionCache.forget` removes
those of a withdrawn one. What is computed from a set of tables is a part of that set (`cached_on`) and freed with it.
"""

import sys
from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Set
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
"""The least bytes for what is computed from one set of tables."""
TIMES_TABLES = 2
"""Large tables have so many times the bytes that they take."""
LARGE = 8 * 1024
"""Bytes of a part that several values may share, such as a column; it counts once, with the first of them."""
ENTRY = 500
"""Bytes that an entry takes beside its value: key, lock and places in dictionaries."""


class Entry(NamedTuple):
    """A value with its size in bytes; ``parts``: the identities of what is large in it."""

    value: Any
    size: int
    parts: frozenset[int]


class _Entries(LRUCache[Key, Entry]):
    """Entries in the order of their last use, the same ones in a plain dictionary."""

    def __init__(self, plain: dict[Key, Entry], most: int) -> None:
        super().__init__(most, getsizeof=lambda entry: entry.size)
        self._plain = plain
        self.parts = Counter[int]()
        """The identities of all that is large, with the number of entries that hold it: another adds nothing."""

    def __setitem__(self, key: Key, entry: Entry) -> None:
        before = self._plain.get(key)
        super().__setitem__(key, entry)
        self._plain[key] = entry
        self.parts.update(entry.parts)
        self._let_go(before)

    def __delitem__(self, key: Key) -> None:
        super().__delitem__(key)
        self._let_go(self._plain.pop(key, None))

    def _let_go(self, entry: Entry | None) -> None:
        for part in entry.parts if entry else ():
            self.parts[part] -= 1
            if not self.parts[part]:
                del self.parts[part]

    def clear(self) -> None:
        super().clear()
        self._plain.clear()
        self.parts.clear()


class RevisionCache:
    """Values by revision and key, at most ``most`` bytes of them; those unused for the longest time go first.

    Sizes are estimates, made once when a value comes in (`size_of`). A value that is larger than the bound counts as
    nine tenths of it: it pushes out the others, but small values do not push it out.
    """

    def __init__(self, most: int = MEMORY) -> None:
        self._most = most
        self._plain: dict[Key, Entry] = {}
        """The same entries, read without a lock. The order of use counts once half the bytes are used."""
        self._entries = _Entries(self._plain, most)
        self._loading: dict[Key, Any] = {}
        self._lock = Lock()
        self._generation = 0
        self.withdrawn: frozenset[str] = frozenset()
        """The revisions that were forgotten."""

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, revision: str, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a revision under a key; ``make`` computes it if it is not there.

        Several threads that ask for one key wait for the first of them, those that ask for another do not. What
        ``make`` raises is raised, and the next who asks tries again. Tables count with what may be computed from them.
        What was computed while the cache was emptied is returned, but not stored.
        """
        full_key = (revision, key)
        if (entry := self._plain.get(full_key)) is not None:
            if self._entries.currsize > self._most // 2:
                with self._lock:
                    self._entries.get(full_key)
            return entry.value
        with self._lock:
            loading = self._loading.setdefault(full_key, RLock())
        with loading:
            with self._lock:
                if (entry := self._entries.get(full_key)) is not None:
                    return entry.value
                generation = self._generation
            try:
                value = make()
                size, parts = _measured(value, self._entries.parts)
                derived = _derived_bytes(size) if hasattr(value, "derived") else 0
                size = min(size + ENTRY + derived, self._most * 9 // 10)
                with self._lock:
                    if generation == self._generation and revision not in self.withdrawn:
                        self._entries[full_key] = Entry(value, size, parts)
            finally:
                with self._lock:
                    self._loading.pop(full_key, None)
        return value

    def forget(self, revisions: Iterable[str]) -> None:
        """Remove withdrawn revisions, and all that was computed from any tables.

        A comparison is a part of one set of tables and knows another, so nothing computed outlives a withdrawal.
        """
        with self._lock:
            new = frozenset(revisions) - self.withdrawn
            if not new:
                return
            self.withdrawn |= new
            self._generation += 1
            values = [entry.value for entry in self._plain.values()]
            for key in [key for key in self._plain if key[0] in new]:
                del self._entries[key]
        for value in values:
            cache = getattr(value, "derived", {}).get("cache")
            if cache is not None:
                cache.clear()

    def clear(self) -> None:
        """Empty the cache."""
        with self._lock:
            self._generation += 1
            self._entries.clear()


def cached_on(tables: Any, key: Hashable, make: Callable[[], Value]) -> Value:
    """What ``make`` computes from a set of tables, stored in that set under a key and freed with it.

    Tables that cannot store anything (a plain dict) are computed from each time. Nobody changes the result.
    """
    derived = getattr(tables, "derived", None)
    if derived is None:
        return make()
    cache: RevisionCache | None = derived.get("cache")
    if cache is None:
        cache = derived.setdefault("cache", RevisionCache(_derived_bytes(size_of(tables))))
    return cache.get("", key, make)


def _derived_bytes(size: int) -> int:
    """Bytes for what is computed from a set of tables of this size."""
    return max(DERIVED, TIMES_TABLES * size)


def cached_per_tables(make: Derivation[Tables, Arguments, Value]) -> Derivation[Tables, Arguments, Value]:
    """A function of tables and of hashable arguments that computes each answer once for a set of tables (`cached_on`).

    Answers are shared, so nobody may change them.
    """

    @wraps(make)
    def cached(tables: Tables, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Value:
        key = (make, args, tuple(kwargs.items())) if kwargs else (make, args)
        return cached_on(tables, key, lambda: make(tables, *args, **kwargs))

    return cached


def size_of(value: Any) -> int:
    """The size of a value in bytes, estimated.

    ``sys.getsizeof`` of each object, which for frames and series is pandas' ``memory_usage(deep=True)``; collections
    and dataclasses add up what is in them, each object once. Tables within another value count nothing, since they are
    counted by themselves.
    """
    return _measured(value, frozenset())[0]


def _measured(value: Any, known: Container[int]) -> tuple[int, frozenset[int]]:
    """The size of a value without what is ``known``, and the identities of its own parts of at least `LARGE`."""
    total, counted, large = 0, set[int](), set[int]()
    stack = [*value.values()] if hasattr(value, "derived") else [value]
    while stack:
        each = stack.pop()
        if id(each) in counted or id(each) in known or hasattr(each, "derived"):
            continue
        counted.add(id(each))
        size = sys.getsizeof(each, ENTRY)
        total += size
        if size >= LARGE:
            large.add(id(each))
        if isinstance(each, Mapping):
            items = each.copy() if isinstance(each, dict) else each  # another thread may fill it
            stack += [*items.keys(), *items.values()]
        elif isinstance(each, list | tuple | Set):
            stack += each
        elif is_dataclass(each) and not isinstance(each, type):
            stack += [getattr(each, field.name) for field in fields(each)]
    return total, frozenset(large)
