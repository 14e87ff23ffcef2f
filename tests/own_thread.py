"""Running what has a loop of its own where a browser's loop may be running already: one process may hold both tests."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def in_own_thread(act: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """What a function gives, called in a thread of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act, *args, **named).result()


def run_to_end(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine gives, run in a thread of its own."""
    return in_own_thread(asyncio.run, coroutine)
